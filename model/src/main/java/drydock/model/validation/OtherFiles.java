package drydock.model.validation;

import java.util.Set;
import java.util.regex.Pattern;

/// Files that lie beside manifests and are none: those of Helm, Kustomize and Compose.
final class OtherFiles {

    private static final Pattern NAMES =
            Pattern.compile("(kustomization|[Cc]hart|values([-_.][^/]*)?|(docker-)?compose)\\.ya?ml");

    /// What the reader says of a document that is no object.
    private static final String NO_OBJECT = "manifest-kind";

    /// What the reader says of what is no object, or not a whole one.
    private static final Set<String> OF_OBJECTS = Set.of(NO_OBJECT, "manifest-not-object", "object-type");

    private OtherFiles() {}

    /// Whether a rule is about what every manifest is, and no patch need be.
    static boolean isOfObjects(String rule) {
        return OF_OBJECTS.contains(rule);
    }

    /// Whether it is no fault that a document of the file at `path` is no object.
    static boolean excuse(String path, String rule) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return rule.equals(NO_OBJECT) && NAMES.matcher(name).matches();
    }
}
