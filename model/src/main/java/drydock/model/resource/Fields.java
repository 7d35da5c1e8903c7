package drydock.model.resource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reading of one field out of an object of the API's types, by the names that its YAML has.
final class Fields {

    private Fields() {}

    /// The value behind the keys in `path`, none if something on the way is not there.
    static Optional<Object> read(Object root, List<String> path) {
        Object value = root;
        for (String key : path) {
            if (value == null || key.isEmpty()) {
                return Optional.empty();
            }
            value = value instanceof Map<?, ?> map ? map.get(key) : property(value, key);
        }
        return Optional.ofNullable(value);
    }

    private static @Nullable Object property(Object bean, String key) {
        Method getter = accessor(bean, "get" + Character.toUpperCase(key.charAt(0)) + key.substring(1));
        Object value = getter == null ? null : call(getter, bean);
        if (value != null) {
            return value;
        }
        Method others = accessor(bean, "getAdditionalProperties");
        return others != null && call(others, bean) instanceof Map<?, ?> map ? map.get(key) : null;
    }

    private static @Nullable Method accessor(Object bean, String name) {
        try {
            return bean.getClass().getMethod(name);
        } catch (NoSuchMethodException notThere) {
            return null;
        }
    }

    private static @Nullable Object call(Method getter, Object bean) {
        try {
            return getter.invoke(bean);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + getter, e);
        }
    }
}
