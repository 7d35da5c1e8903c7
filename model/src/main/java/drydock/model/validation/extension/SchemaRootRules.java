package drydock.model.validation.extension;

import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may stand at the root of a schema: it is no value that could be null, and where the status is written apart it
/// must be possible to look at it apart (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
/// validateCustomResourceDefinitionValidation`, `allowedAtRootSchema`).
final class SchemaRootRules {

    private static final String RULE = "custom-schema";
    private static final Set<String> ALLOWED = Set.of(
            "description",
            "type",
            "format",
            "title",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "multipleOf",
            "required",
            "items",
            "properties",
            "externalDocs",
            "example",
            "x-kubernetes-preserve-unknown-fields",
            "x-kubernetes-validations");
    private static final String WORDS = "only [Description Type Format Title Maximum ExclusiveMaximum Minimum"
            + " ExclusiveMinimum MaxLength MinLength Pattern MaxItems MinItems UniqueItems MultipleOf Required Items"
            + " Properties ExternalDocs Example XPreserveUnknownFields XValidations] fields are allowed at the root of"
            + " the schema if the status subresource is enabled";

    static final List<Rule> RULES = List.of(Rule.of("CustomResourceDefinitionVersion", SchemaRootRules::version));

    private SchemaRootRules() {}

    private static void version(Visit version) {
        Visit root = version.in("schema").in("openAPIV3Schema");
        if (root.isTrue("nullable")) {
            root.error(RULE, "nullable", "custom-root-nullable")
                    .words(ServerWords.forbidden("nullable cannot be true at the root"))
                    .fix(root.removing("nullable"), "fix.remove", root.path().key("nullable"));
        }
        if (version.in("subresources").has("status")) {
            root.names().stream()
                    .filter(name -> !ALLOWED.contains(name) && !isNothing(root.value(name)))
                    .findFirst()
                    .ifPresent(name -> root.error(RULE, root.path(), "custom-root-status", name)
                            .words(ServerWords.invalidRaw("{…}", WORDS)));
        }
    }

    /// Whether it is as good as not there.
    private static boolean isNothing(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean flag -> !flag;
            case String text -> text.isEmpty();
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }
}
