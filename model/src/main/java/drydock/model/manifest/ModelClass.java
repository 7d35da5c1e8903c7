package drydock.model.manifest;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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

    private static final String FURTHER = "additionalProperties";

    private final Map<String, ModelField> fields = new HashMap<>();
    private final Class<?> type;
    private final ModelMaker maker;
    private boolean hasOthers;

    /// A field and what it takes.
    ///
    /// @param place its place among those of its class
    record ModelField(ModelMaker maker, int place, ModelType type) {

        void set(Object object, Object value) {
            maker.set(object, place, value);
        }
    }

    private ModelClass(Class<?> type) {
        this.type = type;
        List<Field> settable = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getName().equals(FURTHER)) {
                continue;
            }
            if (isCalledAsInTheApi(field.getName())) {
                settable.add(field);
            } else {
                hasOthers = true;
            }
        }
        maker = ModelMakers.of(type, settable);
        for (int place = 0; place < settable.size(); place++) {
            Field field = settable.get(place);
            fields.put(field.getName(), new ModelField(maker, place, ModelType.of(field.getGenericType())));
        }
    }

    private static boolean isCalledAsInTheApi(String name) {
        return Character.isLetter(name.charAt(0))
                && !(name.charAt(0) == 'x' && name.length() > 1 && Character.isUpperCase(name.charAt(1)));
    }

    static ModelClass of(Class<?> type) {
        return KNOWN.get(type);
    }

    @Nullable
    ModelField field(String name) {
        return fields.get(name);
    }

    /// Keeps the value of a field that the class does not have, as Jackson does.
    ///
    /// @return whether it is known to be none
    @SuppressWarnings("unchecked") // all of these maps are made by the classes
    boolean keep(Object object, String name, @Nullable Object value) {
        if (hasOthers || hasGetter(name)) {
            return false;
        }
        try {
            Field further = type.getDeclaredField(FURTHER);
            further.setAccessible(true);
            ((Map<String, @Nullable Object>) further.get(object)).put(name, value);
            return true;
        } catch (NoSuchFieldException e) {
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read what else " + type + " has", e);
        }
    }

    /// Whether an object tells something under that name, which Jackson then takes for a field of it.
    private boolean hasGetter(String name) {
        return Arrays.stream(type.getMethods())
                .map(Method::getName)
                .anyMatch(method -> method.equalsIgnoreCase("get" + name) || method.equalsIgnoreCase("is" + name));
    }

    Object make() {
        return maker.make();
    }
}
