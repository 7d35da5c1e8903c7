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
        TIME,
        /// A quantity as of the API.
        QUANTITY,
        /// Anything, and an API server knows no more of it either.
        UNTYPED,
        /// What tells whether somebody may do something.
        AUTHORIZER,
        /// The same of one resource.
        RESOURCE_CHECK
    }

    /// Fields that are known, of a type with a name of its own.
    record Named(String name, Map<String, Shape> fields) implements Shape {
        public Named {
            fields = Map.copyOf(fields);
        }
    }

    /// A value that may not be there, of which an expression asks so first.
    record Maybe(Shape value) implements Shape {}

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
