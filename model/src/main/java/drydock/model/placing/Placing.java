package drydock.model.placing;

import java.util.Locale;
import java.util.Optional;

/// Where new objects go.
public enum Placing {
    /// Each into a file of its own.
    FILE_EACH,
    /// Each into a file of its own, in a folder for its namespace.
    NAMESPACE_FOLDERS,
    /// All into one file.
    ONE_FILE;

    /// The file of [#ONE_FILE].
    public static final String ALL = "manifests.yaml";

    /// The file for a new object, which may be there already only for [#ONE_FILE].
    ///
    /// @param namespace the object's, empty if it has none
    /// @param name what its file is called, without an ending
    public String path(Optional<String> namespace, String name) {
        return switch (this) {
            case FILE_EACH -> name + ".yaml";
            case NAMESPACE_FOLDERS ->
                namespace.map(n -> n.toLowerCase(Locale.ROOT) + "/").orElse("") + name + ".yaml";
            case ONE_FILE -> ALL;
        };
    }
}
