package drydock.sim.admission;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.store.Present;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Holds the Pods of a namespace to the security standard that its labels enforce
/// (`pod-security-admission/admission/admission.go`).
final class PodSecurity {

    private static final String LEVEL = "pod-security.kubernetes.io/enforce";
    private static final String VERSION = "pod-security.kubernetes.io/enforce-version";

    private final Present present;

    PodSecurity(Present present) {
        this.present = present;
    }

    /// @throws drydock.model.cluster.ClusterException 403, which names all that the standard forbids
    void check(ResourceId id, Pod pod) {
        Map<String, String> labels = present.get(ResourceId.of(Kinds.NAMESPACE, "", id.namespace()))
                .map(HasMetadata::getMetadata)
                .map(metadata -> metadata.getLabels())
                .orElse(Map.of());
        String level = labels.getOrDefault(LEVEL, "privileged");
        List<String> violations = new ArrayList<>();
        if (level.equals("baseline") || level.equals("restricted")) {
            violations.addAll(new BaselineStandard(pod).violations());
        }
        if (level.equals("restricted")) {
            violations.addAll(new RestrictedStandard(pod).violations());
        }
        if (!violations.isEmpty()) {
            throw Refusals.forbidden(
                    id,
                    "violates PodSecurity \"" + level + ":" + labels.getOrDefault(VERSION, "latest") + "\": "
                            + String.join(", ", violations));
        }
    }
}
