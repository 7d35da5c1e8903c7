package drydock.model.resource;

import java.util.List;

/// What values a field takes.
public sealed interface FieldType {

    /// A string.
    ///
    /// @param format `byte` (base64), `date-time`, or empty
    /// @param values the only ones allowed; none if all are
    record Text(String format, List<String> values) implements FieldType {
        public Text {
            values = List.copyOf(values);
        }
    }

    /// A whole number of 32 or 64 bits.
    record Whole(int bits) implements FieldType {}

    /// A number with a fraction.
    record Fraction() implements FieldType {}

    /// True or false.
    record Flag() implements FieldType {}

    /// An amount of a resource: a number, or a string as `500m`.
    record Amount() implements FieldType {}

    /// A whole number of 32 bits or a string, as a port or a percentage.
    record IntOrText() implements FieldType {}

    /// A value of any form, which the API keeps as it is.
    record Anything() implements FieldType {}

    /// A list of values of one type.
    record ListOf(FieldType items) implements FieldType {}

    /// A map from strings to values of one type.
    record MapOf(FieldType values) implements FieldType {}

    /// An object with the fields that the schema's definition called `definition` has.
    record ObjectOf(String definition) implements FieldType {}
}
