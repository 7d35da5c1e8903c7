package drydock.sim.store;

import java.util.function.UnaryOperator;

/// Copies of the parts of objects, one level deep: the copy's values may be set, what it holds is that of the original
/// and is never changed.
///
/// fabric8's builders copy all below; of ten thousand Pods of one template that is ten thousand times the same.
public final class Shallow {

    private static final ClassValue<UnaryOperator<Object>> COPIERS = new ClassValue<>() {
        @Override
        protected UnaryOperator<Object> computeValue(Class<?> type) {
            return Copier.of(type);
        }
    };

    private Shallow() {}

    /// Another object with the same values.
    public static <T> T copy(T part) {
        @SuppressWarnings("unchecked") // it is made by the class's own constructor
        T made = (T) COPIERS.get(part.getClass()).apply(part);
        return made;
    }
}
