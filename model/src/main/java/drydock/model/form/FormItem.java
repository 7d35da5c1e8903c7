package drydock.model.form;

import java.util.List;
import java.util.Optional;

/// One entry of a form.
public sealed interface FormItem {

    /// What several objects have in common where each has something else.
    enum Mixed {
        VALUES
    }

    FormField field();

    /// One value.
    ///
    /// @param value what is written; [Mixed#VALUES] if the objects differ
    /// @param usual what the server takes when nothing is written; empty if nothing, or not known
    record Input(FormField field, FieldControl control, Optional<Object> value, String usual) implements FormItem {}

    /// A map from keys to single values, in the order of the text.
    record Pairs(FormField field, FieldControl control, List<Pair> pairs) implements FormItem {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    /// An entry of a map.
    record Pair(String key, Optional<Object> value) {}

    /// A list of single values.
    record Values(FormField field, FieldControl control, List<Optional<Object>> values) implements FormItem {
        public Values {
            values = List.copyOf(values);
        }
    }

    /// A list of objects.
    record Items(FormField field, List<Section> sections) implements FormItem {
        public Items {
            sections = List.copyOf(sections);
        }
    }

    /// Where further fields are added by their names, for no schema tells which there are.
    ///
    /// @param field the object
    record Further(FormField field) implements FormItem {}

    /// An object's fields.
    ///
    /// @param title what an item of a list is called; empty if it has no name
    /// @param written whether the object is there
    record Section(FormField field, String title, boolean written, List<FormItem> items) implements FormItem {
        public Section {
            items = List.copyOf(items);
        }
    }
}
