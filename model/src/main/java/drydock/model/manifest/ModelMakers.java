package drydock.model.manifest;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/// Makes code that makes objects and sets their fields, as if it had been written by hand:
///
/// ```java
/// Object make() { return new PodSpec(); }
/// void set(Object object, int place, Object value) {
///     switch (place) {
/// case 0: ((PodSpec) object).setActiveDeadlineSeconds((Long) value); return; … ```
///
/// By reflection Java makes code for every field and every constructor that is often used, and a check is over before
/// that has been worth it.
final class ModelMakers {

    private static final MethodTypeDesc MAKE = MethodTypeDesc.of(CD_Object);
    private static final MethodTypeDesc SET = MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_Object);

    private ModelMakers() {}

    /// What makes objects of `type` and sets these fields of them, each by its setter.
    ///
    /// @throws IllegalStateException if it has no public constructor without parameters
    static ModelMaker of(Class<?> type, List<Field> fields) {
        try {
            var _ = type.getConstructor();
            return (ModelMaker) MethodHandles.lookup()
                    .defineHiddenClass(code(type, fields), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no class of the model: " + type, e);
        }
    }

    private static byte[] code(Class<?> type, List<Field> fields) {
        ClassDesc of = desc(type);
        return ClassFile.of()
                .build(
                        ClassDesc.of(ModelMaker.class.getPackageName(), type.getSimpleName() + "Maker"),
                        maker -> maker.withInterfaceSymbols(desc(ModelMaker.class))
                                .withMethodBody(
                                        INIT_NAME,
                                        MTD_void,
                                        ClassFile.ACC_PUBLIC,
                                        code -> code.aload(0)
                                                .invokespecial(CD_Object, INIT_NAME, MTD_void)
                                                .return_())
                                .withMethodBody(
                                        "make",
                                        MAKE,
                                        ClassFile.ACC_PUBLIC,
                                        code -> code.new_(of)
                                                .dup()
                                                .invokespecial(of, INIT_NAME, MTD_void)
                                                .areturn())
                                .withMethodBody("set", SET, ClassFile.ACC_PUBLIC, code -> set(code, of, fields)));
    }

    private static void set(CodeBuilder code, ClassDesc of, List<Field> fields) {
        Label none = code.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        for (int place = 0; place < fields.size(); place++) {
            cases.add(SwitchCase.of(place, code.newLabel()));
        }
        if (!cases.isEmpty()) {
            code.iload(2).tableswitch(none, cases);
        }
        for (int place = 0; place < fields.size(); place++) {
            ClassDesc value = desc(fields.get(place).getType());
            code.labelBinding(cases.get(place).target())
                    .aload(1)
                    .checkcast(of)
                    .aload(3)
                    .checkcast(value)
                    .invokevirtual(of, setter(fields.get(place)), MethodTypeDesc.of(CD_void, value))
                    .return_();
        }
        code.labelBinding(none).aconst_null().athrow();
    }

    /// The name of the method that sets a field.
    static String setter(Field field) {
        return "set" + Character.toUpperCase(field.getName().charAt(0))
                + field.getName().substring(1);
    }

    private static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
