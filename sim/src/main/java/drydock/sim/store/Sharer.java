package drydock.sim.store;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Field;
import java.util.function.BinaryOperator;

/// Makes code that goes through the fields of two objects of one class, as if it had been written by hand:
///
/// ```java
/// boolean all = true;
/// if (now.phase != before.phase) {
///     Object phase = shared.apply(before.phase, now.phase);
///     all &= phase == before.phase;
///     now.phase = (String) phase;
/// }
/// …
/// return all ? before : now;
/// ```
///
/// Two versions of an object have nearly all fields in common, and nearly all of these are the very same: each costs
/// one
/// comparison.
final class Sharer {

    private static final ClassDesc OPERATOR = Copier.desc(BinaryOperator.class);
    private static final MethodTypeDesc MAKE = MethodTypeDesc.of(MTD_void.returnType(), OPERATOR);
    private static final MethodTypeDesc APPLY = MethodTypeDesc.of(CD_Object, CD_Object, CD_Object);
    private static final String SHARED = "shared";

    private static final int BEFORE = 1;
    private static final int NOW = 2;
    private static final int OLD = 3;
    private static final int OWN = 4;
    private static final int ALL = 5;
    private static final int ONE = 6;

    private Sharer() {}

    /// What takes two objects of just this class, an older and a newer, puts into the newer what `shared` makes of each
    /// two values that are not the very same, and returns the older if it then holds nothing else.
    static BinaryOperator<Object> of(Class<?> type, BinaryOperator<Object> shared) {
        try {
            @SuppressWarnings("unchecked") // the code says so
            BinaryOperator<Object> sharer = (BinaryOperator<Object>) Copier.beside(type, code(type))
                    .getDeclaredConstructor(BinaryOperator.class)
                    .newInstance(shared);
            return sharer;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot go through " + type, e);
        }
    }

    private static byte[] code(Class<?> type) {
        ClassDesc name = ClassDesc.of(type.getName() + "Sharer");
        return ClassFile.of()
                .build(
                        name,
                        sharer -> sharer.withInterfaceSymbols(OPERATOR)
                                .withField(SHARED, OPERATOR, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                                .withMethodBody(
                                        INIT_NAME,
                                        MAKE,
                                        ClassFile.ACC_PUBLIC,
                                        code -> code.aload(0)
                                                .invokespecial(CD_Object, INIT_NAME, MTD_void)
                                                .aload(0)
                                                .aload(1)
                                                .putfield(name, SHARED, OPERATOR)
                                                .return_())
                                .withMethodBody("apply", APPLY, ClassFile.ACC_PUBLIC, code -> share(code, type, name)));
    }

    private static void share(CodeBuilder code, Class<?> type, ClassDesc sharer) {
        ClassDesc of = Copier.desc(type);
        code.aload(BEFORE).checkcast(of).astore(OLD);
        code.aload(NOW).checkcast(of).astore(OWN);
        code.iconst_1().istore(ALL);
        for (Field field : Copier.fields(type)) {
            share(code, of, field, sharer);
        }
        Label other = code.newLabel();
        code.iload(ALL).ifeq(other).aload(BEFORE).areturn();
        code.labelBinding(other).aload(NOW).areturn();
    }

    private static void share(CodeBuilder code, ClassDesc of, Field field, ClassDesc sharer) {
        ClassDesc value = Copier.desc(field.getType());
        String name = field.getName();
        Label next = code.newLabel();
        Label same = code.newLabel();
        code.aload(OLD).getfield(of, name, value);
        code.aload(OWN).getfield(of, name, value);
        code.if_acmpeq(next);
        code.aload(0).getfield(sharer, SHARED, OPERATOR);
        code.aload(OLD).getfield(of, name, value);
        code.aload(OWN).getfield(of, name, value);
        code.invokeinterface(OPERATOR, "apply", APPLY).astore(ONE);
        code.aload(OWN).aload(ONE).checkcast(value).putfield(of, name, value);
        code.aload(ONE).aload(OLD).getfield(of, name, value).if_acmpeq(same);
        code.iconst_0().istore(ALL);
        code.labelBinding(same);
        code.labelBinding(next);
    }
}
