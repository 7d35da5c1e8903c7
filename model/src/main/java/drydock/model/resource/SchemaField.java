package drydock.model.resource;

import java.util.List;

/// One field as the API defines it.
///
/// @param name its name
/// @param type what values it takes
/// @param required whether the API needs it
/// @param merging how a change merges into what is there
/// @param description what a CustomResourceDefinition tells of it; empty if nothing, and for all of Kubernetes itself
/// @param usual what a CustomResourceDefinition says the server takes where nothing is written; empty likewise
public record SchemaField(
        String name, FieldType type, boolean required, Merging merging, String description, String usual) {

    SchemaField(String name, FieldType type, boolean required, Merging merging) {
        this(name, type, required, merging, "", "");
    }

    /// How lists and objects merge.
    ///
    /// @param mergeKey in a strategic merge patch, the field by which items of a list are the same; empty
    /// if none
    /// @param patchStrategy in a strategic merge patch, `merge`, `replace`, `retainKeys` or several joined
    /// by commas;   empty for the usual: replace a list, merge an object
    /// @param listType in a server-side apply, `atomic`, `set` or `map`; empty if not told
    /// @param listMapKeys in a server-side apply, the fields by which items of a `map` are the same
    public record Merging(String mergeKey, String patchStrategy, String listType, List<String> listMapKeys) {

        /// Nothing told.
        public static final Merging USUAL = new Merging("", "", "", List.of());

        public Merging {
            listMapKeys = List.copyOf(listMapKeys);
        }

        /// Whether a strategic merge patch merges the items instead of replacing the list.
        public boolean mergesItems() {
            return List.of(patchStrategy.split(",", -1)).contains("merge");
        }
    }
}
