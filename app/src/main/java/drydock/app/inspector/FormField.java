package drydock.app.inspector;

import drydock.model.manifest.FieldPath;
import java.util.List;

/// One field of a form.
///
/// @param label the key of its name in the messages
/// @param detail what the name is about, as a container's name; may be empty
/// @param path where it stands in the object
/// @param kind how it is entered
/// @param text what it is now, as it is entered; empty if it is not set
record FormField(String label, String detail, FieldPath path, Kind kind, String text) {

    /// How a field is entered.
    sealed interface Kind {
        /// Any text.
        record Text() implements Kind {}

        /// A whole number.
        record WholeNumber() implements Kind {}

        /// A port's number, or its name.
        record Port() implements Kind {}

        /// `key=value` pairs, with commas between them.
        record Pairs() implements Kind {}

        /// One of these.
        record Choice(List<String> values) implements Kind {
            public Choice {
                values = List.copyOf(values);
            }
        }
    }
}
