package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.ArrayList;
import java.util.List;

/// How long a new Pod stays on a node that is lost, if it does not say
/// (`plugin/pkg/admission/defaulttolerationseconds/admission.go`).
final class DefaultTolerations {

    private static final long TOLERATED_SECONDS = 300;
    private static final List<Toleration> USUAL = List.of(
            new Toleration("NoExecute", "node.kubernetes.io/not-ready", "Exists", TOLERATED_SECONDS, null),
            new Toleration("NoExecute", "node.kubernetes.io/unreachable", "Exists", TOLERATED_SECONDS, null));

    private DefaultTolerations() {}

    static void complete(Pod pod) {
        PodSpec spec = pod.getSpec();
        if (spec == null) {
            return;
        }
        if (spec.getTolerations().isEmpty()) {
            spec.setTolerations(USUAL);
            return;
        }
        List<Toleration> tolerations = new ArrayList<>(spec.getTolerations());
        for (Toleration toleration : USUAL) {
            String key = toleration.getKey();
            if (tolerations.stream().noneMatch(t -> tolerates(t, key))) {
                tolerations.add(toleration);
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
