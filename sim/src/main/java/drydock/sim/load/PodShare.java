package drydock.sim.load;

import drydock.model.resource.Quantities;
import drydock.sim.metrics.Usages;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a single Pod adds to how busy its workload is: nothing once it has ended.
final class PodShare {

    private PodShare() {}

    static Load of(Pod pod, Usages usages) {
        String phase = pod.getStatus() == null
                ? ""
                : Objects.requireNonNullElse(pod.getStatus().getPhase(), "");
        if (List.of("Succeeded", "Failed").contains(phase)) {
            return Load.NONE;
        }
        long used = usages.of(pod.getMetadata().getUid()).values().stream()
                .mapToLong(Usages.Usage::milliCpu)
                .sum();
        long asked = pod.getSpec().getContainers().stream()
                .mapToLong(PodShare::asked)
                .sum();
        return new Load(used, asked, 1, isReady(pod) ? 1 : 0, 0, 0, OptionalDouble.empty());
    }

    private static boolean isReady(Pod pod) {
        return pod.getStatus() != null
                && pod.getStatus().getConditions() != null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
    }

    private static long asked(Container container) {
        return Optional.ofNullable(container.getResources())
                .map(resources -> resources.getRequests())
                .map(asked -> asked.get("cpu"))
                .map(Quantities::milli)
                .orElse(0L);
    }
}
