package drydock.model.validation.advice;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fields, annotations and labels that something better has taken the place of
/// (`pkg/api/pod/warnings.go`, `pkg/api/node/util.go`, `staging/src/k8s.io/api/core/v1/annotation_key_constants.go`).
final class OldFieldAdvice {

    static final List<Rule> RULES = List.of(
            Rule.of("ObjectMeta", OldFieldAdvice::annotations),
            Rule.of("PodSpec", OldFieldAdvice::account),
            Rule.of("PodSpec", OldFieldAdvice::nodeLabels),
            Rule.of("Volume", OldFieldAdvice::gitRepo),
            Rule.of("ServiceSpec", OldFieldAdvice::balancerAddress));

    /// Annotations that a field took the place of, by the kind that has it.
    private static final Map<String, Map<String, String>> FIELDS = Map.of(
            "Ingress", Map.of("kubernetes.io/ingress.class", "ingressClassName"),
            "PersistentVolumeClaim", Map.of("volume.beta.kubernetes.io/storage-class", "storageClassName"),
            "PersistentVolume", Map.of("volume.beta.kubernetes.io/storage-class", "storageClassName"));

    private static final List<String> POD_ANNOTATIONS =
            List.of("seccomp.security.alpha.kubernetes.io/pod", "scheduler.alpha.kubernetes.io/critical-pod");

    private static final Map<String, String> NODE_LABELS = Map.of(
            "beta.kubernetes.io/os", "kubernetes.io/os",
            "beta.kubernetes.io/arch", "kubernetes.io/arch",
            "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type",
            "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region");

    private OldFieldAdvice() {}

    private static void annotations(Visit metadata) {
        Map<String, String> written = metadata.texts("annotations");
        boolean top = metadata.path().equals(FieldPath.of("metadata"));
        Map<String, String> fields = top ? FIELDS.getOrDefault(metadata.kind(), Map.of()) : Map.of();
        written.forEach((name, value) -> {
            if (fields.containsKey(name)) {
                String field = fields.get(name);
                metadata.in("annotations")
                        .advice("old-annotation", name, "old-annotation", name, "spec." + field)
                        .fix(moved(metadata, name, field, value), "move", field);
            } else if (POD_ANNOTATIONS.contains(name)) {
                metadata.in("annotations")
                        .advice("old-annotation", name, "old-annotation.pod", name)
                        .fix(metadata.in("annotations").removing(name), "remove", name);
            }
        });
    }

    private static Optional<Edit> moved(Visit metadata, String annotation, String field, String value) {
        Visit spec = metadata.top().in("spec");
        return metadata.id()
                .filter(id -> !spec.has(field))
                .map(id -> new Edit.Composite(List.of(
                        new Edit.SetField(id, FieldPath.of("spec", field), value),
                        new Edit.RemoveField(id, FieldPath.of("metadata", "annotations", annotation)))));
    }

    private static void account(Visit spec) {
        if (spec.has("serviceAccount") && !spec.has("serviceAccountName")) {
            spec.advice("old-field", "serviceAccount", "old-field", "serviceAccount", "serviceAccountName")
                    .fix(
                            spec.id().map(id -> renamed(id, spec, "serviceAccount", "serviceAccountName")),
                            "move",
                            "serviceAccountName");
        }
    }

    private static Edit renamed(ResourceId id, Visit in, String from, String to) {
        return new Edit.Composite(List.of(
                new Edit.SetField(id, in.path().key(to), in.text(from).orElse("")),
                new Edit.RemoveField(id, in.path().key(from))));
    }

    private static void nodeLabels(Visit spec) {
        Visit selector = spec.in("nodeSelector");
        selector.names().stream().filter(NODE_LABELS::containsKey).forEach(name -> {
            String now = NODE_LABELS.get(name);
            selector.advice("old-label", name, "old-label", name, now)
                    .fix(
                            selector.id().filter(_ -> !selector.has(now)).map(id -> renamed(id, selector, name, now)),
                            "move",
                            now);
        });
    }

    private static void gitRepo(Visit volume) {
        if (volume.has("gitRepo")) {
            volume.advice("old-field", "gitRepo", "old-volume");
        }
    }

    private static void balancerAddress(Visit spec) {
        if (spec.has("loadBalancerIP")) {
            spec.advice("old-field", "loadBalancerIP", "old-balancer-address");
        }
    }
}
