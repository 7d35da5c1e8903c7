package drydock.model.validation.meta;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names, labels and annotations (`apimachinery/pkg/api/validation/objectmeta.go ValidateObjectMeta`).
final class MetadataRules {

    static final List<Rule> RULES = List.of(
            Rule.of("ObjectMeta", MetadataRules::labels),
            Rule.of("ObjectMeta", MetadataRules::annotations),
            Rule.of("ObjectMeta", MetadataRules::name));

    private static final int LONGEST_ANNOTATIONS = 256 * 1024;

    /// Kinds whose name is a DNS label; other names are subdomains.
    private static final Set<String> NAMED_BY_LABEL = Set.of("Namespace", "Service");

    /// Kinds whose name may be whatever a path segment may (`ValidatePathSegmentName`).
    private static final Set<String> NAMED_FREELY = Set.of("Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");

    /// The longest names of kinds that make other objects named after them
    /// (`pkg/apis/batch/validation/validation.go validateCronJobName`).
    private static final Map<String, Integer> LONGEST = Map.of("CronJob", 52);

    private MetadataRules() {}

    private static void labels(Visit meta) {
        meta.texts("labels").forEach((key, value) -> {
            Checks.form(meta, "label", "labels", "label-key", key, Names::qualifiedNameProblems);
            Checks.form(meta, "label", "labels", "label-value", value, Names::labelValueProblems);
        });
    }

    private static void annotations(Visit meta) {
        Map<String, String> annotations = meta.texts("annotations");
        annotations
                .keySet()
                .forEach(key -> Checks.form(
                        meta,
                        "annotation",
                        "annotations",
                        "label-key",
                        key.toLowerCase(Locale.ROOT),
                        Names::qualifiedNameProblems));
        long length = annotations.entrySet().stream()
                .mapToLong(e -> e.getKey().length() + e.getValue().length())
                .sum();
        if (length > LONGEST_ANNOTATIONS) {
            meta.error("annotation", "annotations", "too-long", LONGEST_ANNOTATIONS);
        }
    }

    private static void name(Visit meta) {
        boolean ofObject = meta.path().toString().equals("metadata");
        if (!ofObject) {
            return;
        }
        if (!meta.has("name") && !meta.has("generateName")) {
            meta.error(Checks.REQUIRED, "name", "required-field", "metadata.name");
        }
        String name = meta.text("name").orElse("");
        String kind = meta.kind();
        if (name.isEmpty()) {
            return;
        }
        if (NAMED_FREELY.contains(kind)) {
            if (name.equals(".") || name.equals("..") || name.contains("/") || name.contains("%")) {
                meta.error("name", "name", "name-segment", Checks.shown(name));
            }
        } else if (NAMED_BY_LABEL.contains(kind)) {
            Checks.form(meta, "name", "name", "name-label", name, Names::labelProblems);
        } else {
            Checks.form(meta, "name", "name", "name-subdomain", name, Names::subdomainProblems);
        }
        if (name.length() > LONGEST.getOrDefault(kind, Integer.MAX_VALUE)) {
            meta.error("name", "name", "name-too-long", LONGEST.get(kind));
        }
    }
}
