package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.ArrayList;
import java.util.List;

/// What the admission plugins that are always on write into a new Pod: ServiceAccount's name, Priority, and
/// DefaultTolerationSeconds (`plugin/pkg/admission`).
final class PodAdmissionPlugins {

    private static final long TOLERATED_SECONDS = 300;
    private static final List<String> KEYS = List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");

    private PodAdmissionPlugins() {}

    static void complete(Pod pod) {
        PodSpec spec = pod.getSpec();
        if (spec == null) {
            return;
        }
        if (PodDefaults.isEmpty(spec.getServiceAccountName())) {
            spec.setServiceAccountName("default");
            spec.setServiceAccount("default");
        }
        if (spec.getPriority() == null) {
            spec.setPriority(0);
        }
        if (spec.getPreemptionPolicy() == null) {
            spec.setPreemptionPolicy("PreemptLowerPriority");
        }
        List<Toleration> tolerations = new ArrayList<>(spec.getTolerations());
        for (String key : KEYS) {
            if (tolerations.stream().noneMatch(t -> tolerates(t, key))) {
                tolerations.add(new Toleration("NoExecute", key, "Exists", TOLERATED_SECONDS, null));
            }
        }
        spec.setTolerations(tolerations);
    }

    private static boolean tolerates(Toleration toleration, String key) {
        return (PodDefaults.isEmpty(toleration.getKey()) || toleration.getKey().equals(key))
                && (PodDefaults.isEmpty(toleration.getEffect())
                        || toleration.getEffect().equals("NoExecute"));
    }
}
