package drydock.sim.store;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Makes code that copies objects of one class, one level deep, as if it had been written by hand:
///
/// ```java
/// PodStatus copy = new PodStatus();
/// copy.phase = original.phase;
/// …
/// ```
///
/// Every version of everything that is stored is such a copy. By reflection each field takes a hundred times as much
/// for as long as the compiler has not seen to it.
final class Copier {

    private static final MethodTypeDesc COPY = MethodTypeDesc.of(CD_Object, CD_Object);

    private Copier() {}

    /// What copies objects of just this class.
    ///
    /// @throws IllegalStateException if it has no constructor without parameters
    static UnaryOperator<Object> of(Class<?> type) {
        try {
            MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findConstructor(type, MethodType.methodType(void.class));
            @SuppressWarnings("unchecked") // the code says so
            UnaryOperator<Object> copier = (UnaryOperator<Object>)
                    beside(type, code(type)).getDeclaredConstructor().newInstance();
            return copier;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot copy " + type, e);
        }
    }

    /// A new object of just this class, as its constructor without parameters makes it.
    static Object blank(Class<?> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    /// The class that `code` is, which may see what is private to `type`.
    static Class<?> beside(Class<?> type, byte[] code) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                .defineHiddenClass(code, true, ClassOption.NESTMATE)
                .lookupClass();
    }

    /// The fields of the objects of a class.
    ///
    /// @throws IllegalStateException if it has some of another class, which code for this one may not see
    static List<Field> fields(Class<?> type) {
        if (type.getSuperclass() != Object.class) {
            throw new IllegalStateException("it is a " + type.getSuperclass() + ", too: " + type);
        }
        return Stream.of(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
    }

    private static byte[] code(Class<?> type) {
        ClassDesc name = ClassDesc.of(type.getName() + "Copier");
        return ClassFile.of()
                .build(
                        name,
                        copier -> copier.withInterfaceSymbols(desc(UnaryOperator.class))
                                .withMethodBody(
                                        INIT_NAME,
                                        MTD_void,
                                        ClassFile.ACC_PUBLIC,
                                        code -> code.aload(0)
                                                .invokespecial(CD_Object, INIT_NAME, MTD_void)
                                                .return_())
                                .withMethodBody("apply", COPY, ClassFile.ACC_PUBLIC, code -> copy(code, type)));
    }

    private static void copy(CodeBuilder code, Class<?> type) {
        ClassDesc of = desc(type);
        code.aload(1).checkcast(of).astore(2);
        code.new_(of).dup().invokespecial(of, INIT_NAME, MTD_void).astore(3);
        for (Field field : fields(type)) {
            ClassDesc value = desc(field.getType());
            code.aload(3).aload(2);
            code.getfield(of, field.getName(), value).putfield(of, field.getName(), value);
        }
        code.aload(3).areturn();
    }

    static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
