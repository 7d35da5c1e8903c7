package drydock.model.form;

import java.util.List;

/// By what one value is entered.
public sealed interface FieldControl {

    /// A text.
    ///
    /// @param lines whether it usually has several lines
    record Text(boolean lines) implements FieldControl {}

    /// One of a few texts.
    record Choice(List<String> values) implements FieldControl {
        public Choice {
            values = List.copyOf(values);
        }
    }

    /// A whole number of so many bits.
    ///
    /// @param seconds whether it counts seconds
    record Whole(int bits, boolean seconds) implements FieldControl {}

    /// A number with a fraction.
    record Fraction() implements FieldControl {}

    /// True, false, or not set.
    record Flag() implements FieldControl {}

    /// An amount with its unit.
    record Amount() implements FieldControl {}

    /// A whole number or a text, as a port or a percentage.
    record NumberOrText() implements FieldControl {}

    /// Any value, as YAML.
    record Yaml() implements FieldControl {}
}
