package drydock.model.validation.extension;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The fields by which custom objects can be chosen
/// (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go ValidateCustomResourceSelectableFields`).
final class SelectableRules {

    private static final String RULE = "custom-kind";
    private static final String PATH = "jsonPath";
    private static final int MOST = 8;
    private static final List<String> TYPES = List.of("string", "boolean", "integer");

    /// From this version on the fields are read at all (gate CustomResourceFieldSelectors).
    private static final int READ = 31;

    static final List<Rule> RULES = List.of(Rule.of("CustomResourceDefinitionVersion", SelectableRules::fields));

    private SelectableRules() {}

    private static void fields(Visit version) {
        if (!version.version().atLeast(READ)) {
            return;
        }
        Visit schema = version.in("schema").in("openAPIV3Schema");
        Set<String> seen = new HashSet<>();
        for (Visit field : version.each("selectableFields")) {
            String path = field.textOrEmpty(PATH);
            if (!path.isEmpty() && version.in("schema").has("openAPIV3Schema")) {
                field(field, path, schema, seen);
            }
        }
        if (seen.size() > MOST) {
            version.error("too-many", "selectableFields", "too-many", MOST)
                    .words(ServerWords.tooMany(seen.size(), MOST));
        }
    }

    private static void field(Visit field, String path, Visit schema, Set<String> seen) {
        SchemaPaths found = SchemaPaths.resolve(schema, path, false);
        if (!found.problem().isEmpty()) {
            wrong(field, path, "is an invalid path: " + found.problem());
            return;
        }
        if (path.startsWith(".metadata") || path.startsWith("['metadata']")) {
            wrong(field, path, "must not point to fields in metadata");
        }
        boolean single = found.schema()
                .map(s -> s.textOrEmpty("type"))
                .filter(TYPES::contains)
                .isPresent();
        if (!single) {
            wrong(
                    field,
                    path,
                    "must point to a field of type string, boolean or integer. Enum string fields and strings with"
                            + " formats are allowed.");
        }
        String place = found.schema().map(Visit::path).map(FieldPath::toString).orElse(path);
        if (!seen.add(place)) {
            Checks.duplicate(field, PATH, path);
        }
    }

    private static void wrong(Visit field, String path, String words) {
        field.error(RULE, PATH, "custom-selectable", Checks.shown(path)).words(ServerWords.invalid(path, words));
    }
}
