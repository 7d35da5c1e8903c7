package drydock.model.cel;

import java.util.Map;

/// What a value may be, as far as a schema tells expressions.
public sealed interface Shape {

    /// Anything: nothing is known of it beforehand.
    record Any() implements Shape {}

    /// A single value.
    enum Single implements Shape {
        TEXT,
        BYTES,
        TRUTH,
        WHOLE,
        NUMBER,
        DURATION,
        TIME
    }

    record Items(Shape item) implements Shape {}

    /// Entries whose names are not known beforehand.
    record Entries(Shape value) implements Shape {}

    /// Fields that are known, by the names that expressions have for them.
    record Fields(Map<String, Shape> fields) implements Shape {
        public Fields {
            fields = Map.copyOf(fields);
        }
    }
}
