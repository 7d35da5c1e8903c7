package drydock.model.manifest;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One of fabric8's classes whose objects are made by setting their fields.
///
/// A field is called as the API calls it; those that are not begin with `_`, `$` or `x` and a capital, and are
/// left out.
final class ModelClass {

    private static final ClassValue<ModelClass> KNOWN = new ClassValue<>() {
        @Override
        protected ModelClass computeValue(Class<?> type) {
            return new ModelClass(type);
        }
    };

    private final Constructor<?> constructor;
    private final Map<String, ModelField> fields = new HashMap<>();

    /// A field and what it takes.
    record ModelField(Field field, ModelType type) {

        void set(Object object, Object value) {
            try {
                field.set(object, value);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("cannot set " + field, e);
            }
        }
    }

    private ModelClass(Class<?> type) {
        try {
            constructor = type.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no class of the model: " + type, e);
        }
        for (Field field : type.getDeclaredFields()) {
            if (isCalledAsInTheApi(field)) {
                field.setAccessible(true);
                fields.put(field.getName(), new ModelField(field, ModelType.of(field.getGenericType())));
            }
        }
    }

    private static boolean isCalledAsInTheApi(Field field) {
        String name = field.getName();
        return !Modifier.isStatic(field.getModifiers())
                && Character.isLetter(name.charAt(0))
                && !(name.charAt(0) == 'x' && name.length() > 1 && Character.isUpperCase(name.charAt(1)))
                && !name.equals("additionalProperties");
    }

    static ModelClass of(Class<?> type) {
        return KNOWN.get(type);
    }

    @Nullable
    ModelField field(String name) {
        return fields.get(name);
    }

    Object make() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + constructor, e);
        }
    }
}
