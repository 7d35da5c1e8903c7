package drydock.model.validation.meta;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Report;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Severity;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Labels, annotations and namespaces (`apimachinery/pkg/api/validation/objectmeta.go
/// ValidateObjectMetaAccessor`). Those of a template of Pods are named without its metadata
/// (`pkg/apis/core/validation/validation.go ValidatePodTemplateSpec`).
final class MetadataRules {

    static final List<Rule> RULES = List.of(
            Rule.of("ObjectMeta", MetadataRules::labels),
            Rule.of("ObjectMeta", MetadataRules::annotations),
            Rule.of("ObjectMeta", MetadataRules::generation),
            Rule.of("ObjectMeta", MetadataRules::namespace));

    /// Kinds of which the API server does not write the generation when it makes an object.
    private static final Set<String> GENERATION_KEPT = Set.of(
            "ConfigMap",
            "Secret",
            "Service",
            "Namespace",
            "ServiceAccount",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "Node",
            "LimitRange",
            "ResourceQuota",
            "Endpoints");

    private static final FieldPath OF_OBJECT = FieldPath.of("metadata");
    private static final int LONGEST_ANNOTATIONS = 256 * 1024;

    private MetadataRules() {}

    private static void labels(Visit meta) {
        meta.texts("labels").forEach((key, value) -> {
            Names.qualifiedNameProblems(key).stream()
                    .findFirst()
                    .ifPresent(problem -> tell(meta, "label", "labels", "label-key", key, problem));
            Names.labelValueProblems(value).stream()
                    .findFirst()
                    .ifPresent(problem -> tell(meta, "label", "labels", "label-value", value, problem));
        });
    }

    /// A key may have capitals.
    private static void annotations(Visit meta) {
        Map<String, String> annotations = meta.texts("annotations");
        annotations
                .keySet()
                .forEach(key -> Names.qualifiedNameProblems(key.toLowerCase(Locale.ROOT)).stream()
                        .findFirst()
                        .ifPresent(problem -> tell(meta, "annotation", "annotations", "label-key", key, problem)));
        long length = annotations.entrySet().stream()
                .mapToLong(e -> e.getKey().length() + e.getValue().length())
                .sum();
        if (length > LONGEST_ANNOTATIONS) {
            meta.errorCalled(
                            called(meta, "annotations"),
                            "annotation",
                            meta.path().key("annotations"),
                            "too-long",
                            LONGEST_ANNOTATIONS)
                    .words(ServerWords.tooLong(LONGEST_ANNOTATIONS));
        }
    }

    /// What would become the metadata of Jobs is looked at only when they are made.
    private static void tell(Visit meta, String rule, String field, String key, String text, String problem) {
        FieldPath at = meta.path().key(field);
        String shown = Checks.shown(text);
        if (meta.path().toString().equals("spec.jobTemplate.metadata")) {
            meta.told(Severity.WARNING, rule, at, key, shown, problem);
            return;
        }
        Report report = meta.errorCalled(called(meta, field), rule, at, key, shown, problem);
        report.words(ServerWords.invalid(text, problem));
    }

    private static String called(Visit meta, String field) {
        String path = meta.path().toString();
        boolean ofPods = path.equals("template.metadata") || path.endsWith(".template.metadata");
        return (ofPods ? meta.path().parent() : meta.path()).key(field).toString();
    }

    private static void generation(Visit meta) {
        long generation = meta.number("generation").orElse(0);
        if (generation < 0 && meta.path().equals(OF_OBJECT) && GENERATION_KEPT.contains(meta.kind())) {
            Checks.negative(meta, "generation", generation);
        }
    }

    private static void namespace(Visit meta) {
        if (meta.path().equals(OF_OBJECT)) {
            Checks.form(meta, "name", "namespace", "name-label", Names::labelProblems);
        }
    }
}
