package drydock.sim.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/// Copies of the parts of objects, one level deep: the copy's values may be set, what it holds is that of the original
/// and is never changed.
///
/// fabric8's builders copy all below; of ten thousand Pods of one template that is ten thousand times the same.
public final class Shallow {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private record Shape(Constructor<?> constructor, List<Field> fields) {

        static Shape of(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
                for (Field field : at.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        fields.add(field);
                    }
                }
            }
            try {
                return new Shape(type.getDeclaredConstructor(), fields);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("no plain constructor: " + type, e);
            }
        }
    }

    private Shallow() {}

    /// Another object with the same values.
    public static <T> T copy(T part) {
        Shape shape = SHAPES.get(part.getClass());
        try {
            Object copy = shape.constructor().newInstance();
            for (Field field : shape.fields()) {
                field.set(copy, field.get(part));
            }
            @SuppressWarnings("unchecked") // it was made by the class's own constructor
            T made = (T) copy;
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot copy " + part.getClass(), e);
        }
    }
}
