package drydock.sim.admission;

import drydock.model.resource.ResourceId;
import drydock.model.validation.Refusal;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What may be changed of a Pod through its subresource `ephemeralcontainers`: they are added, and stay as they are
/// (`pkg/apis/core/validation/validation.go ValidatePodEphemeralContainersUpdate`).
final class PodEphemeralContainers {

    /// A Pod that a kubelet made of a file, which the API server shows only (`core.MirrorPodAnnotationKey`).
    private static final String MIRROR = "kubernetes.io/config.mirror";

    private PodEphemeralContainers() {}

    /// `before` with the ephemeral containers of `wanted`; nothing else of that counts
    /// (`pkg/registry/core/pod/strategy.go dropNonEphemeralContainerUpdates`).
    static Pod of(Pod before, Pod wanted) {
        return new PodBuilder(before)
                .editSpec()
                .withEphemeralContainers(wanted.getSpec().getEphemeralContainers())
                .endSpec()
                .build();
    }

    /// @param next the Pod as it is to be, with its defaults
    /// @param problems what is wrong with it by itself
    /// @throws drydock.model.cluster.ClusterException 422, which names all that is wrong
    static void check(ResourceId id, Pod before, Pod next, List<Refusal> problems) {
        if (annotations(before).containsKey(MIRROR)) {
            throw Refusals.invalid(
                    id, List.of(new Refusal("", "Forbidden: static pods do not support ephemeral containers")));
        }
        List<Refusal> all = new ArrayList<>(problems);
        for (EphemeralContainer old : before.getSpec().getEphemeralContainers()) {
            List<EphemeralContainer> same = next.getSpec().getEphemeralContainers().stream()
                    .filter(container -> Objects.equals(container.getName(), old.getName()))
                    .toList();
            if (same.isEmpty()) {
                all.add(refused(old, "removed"));
            } else if (!same.getLast().equals(old)) {
                all.add(refused(old, "changed"));
            }
        }
        if (!all.isEmpty()) {
            throw Refusals.invalid(id, all);
        }
    }

    private static Refusal refused(EphemeralContainer old, String what) {
        return new Refusal(
                "spec.ephemeralContainers",
                "Forbidden: existing ephemeral containers \"" + old.getName() + "\" may not be " + what + "\n");
    }

    private static Map<String, String> annotations(Pod pod) {
        return Objects.requireNonNullElse(pod.getMetadata().getAnnotations(), Map.of());
    }
}
