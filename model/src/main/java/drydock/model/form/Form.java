package drydock.model.form;

import java.util.List;

/// The form of an object, or of what several objects have in common.
public record Form(List<Group> groups) {

    /// A form of nothing.
    public static final Form EMPTY = new Form(List.of());

    /// Entries that belong together.
    ///
    /// @param name `general`, `containers` and so on, by which its title is found
    public record Group(String name, List<FormItem> items) {
        public Group {
            items = List.copyOf(items);
        }
    }

    public Form {
        groups = List.copyOf(groups);
    }
}
