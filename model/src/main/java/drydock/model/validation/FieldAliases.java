package drydock.model.validation;

import java.util.List;
import java.util.regex.Pattern;

/// Paths that the API server writes otherwise than the fields are called
/// (`pkg/apis/core/validation/validation.go ValidateNode`, `validateVolumeSource`, `validateResourceQuotaScopes`,
/// `validateScopedResourceSelectorRequirement`; `pkg/apis/node/validation/validation.go`).
final class FieldAliases {

    /// @param kind the kind in which it is so
    private record Alias(String kind, Pattern written, String called) {

        static Alias of(String kind, String written, String called) {
            return new Alias(kind, Pattern.compile(written), called);
        }
    }

    private static final List<Alias> ALIASES = List.of(
            Alias.of(DefinitionNames.KIND, "(additionalPrinterColumns\\[\\d+])\\.jsonPath$", "$1.JSONPath"),
            Alias.of("Node", "^spec\\.taints", "metadata.taints"),
            Alias.of("ResourceQuota", "^spec\\.scopes\\[\\d+]", "spec.scopes"),
            Alias.of(
                    "ResourceQuota",
                    "^spec\\.scopeSelector\\.matchExpressions\\[\\d+]",
                    "spec.scopeSelector.matchExpressions"),
            Alias.of("RuntimeClass", "^overhead\\.podFixed", "overhead.limits"),
            Alias.of("RuntimeClass", "^scheduling\\.tolerations(\\[\\d+]\\.)", "scheduling.tolerations.tolerations$1"));

    private FieldAliases() {}

    /// How the API server calls the field that is written `path` in a manifest of `kind`.
    static String of(String kind, String path) {
        String called = path.replace(".gcePersistentDisk.", ".persistentDisk.");
        for (Alias alias : ALIASES) {
            if (alias.kind().equals(kind)) {
                called = alias.written().matcher(called).replaceFirst(alias.called());
            }
        }
        return called;
    }
}
