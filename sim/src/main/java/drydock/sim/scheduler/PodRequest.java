package drydock.sim.scheduler;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/// What a Pod asks of a node (`pkg/api/v1/resource/helpers.go PodRequests`).
///
/// @param amounts by resource: CPU in thousandths, all else in whole units; what is not asked for is not there
/// @param cpu the amount of CPU, 0 if none is asked for
/// @param memory the amount of memory, 0 if none is asked for
/// @param scoredCpu thousandths of a CPU as scores count them: 100 for a container that asks for none
/// @param scoredMemory bytes as scores count them: 200 Mi for a container that asks for none
record PodRequest(
        Map<String, Long> amounts,
        long cpu,
        long memory,
        long scoredCpu,
        long scoredMemory,
        List<ContainerPort> hostPorts) {

    private static final long UNSET_CPU = 100;
    private static final long UNSET_MEMORY = 200L << 20;

    /// What `pod` asks for; what its node has found infeasible it does not, but what was set aside for it before
    /// (`component-helpers/resource/helpers.go`, determineContainerReqs).
    static PodRequest of(Pod pod) {
        return of(PodStates.isInfeasible(pod) ? allocated(pod) : pod.getSpec());
    }

    private static PodSpec allocated(Pod pod) {
        Map<String, Map<String, Quantity>> set = new TreeMap<>();
        pod.getStatus().getContainerStatuses().forEach(s -> set.put(s.getName(), s.getAllocatedResources()));
        return new PodSpecBuilder(pod.getSpec())
                .withContainers(pod.getSpec().getContainers().stream()
                        .map(c -> !set.containsKey(c.getName()) || c.getResources() == null
                                ? c
                                : c.edit()
                                        .editResources()
                                        .withRequests(set.get(c.getName()))
                                        .endResources()
                                        .build())
                        .toList())
                .build();
    }

    static PodRequest of(PodSpec spec) {
        Set<String> resources = new TreeSet<>();
        spec.getContainers().forEach(c -> resources.addAll(requests(c).keySet()));
        spec.getInitContainers().forEach(c -> resources.addAll(requests(c).keySet()));
        if (spec.getOverhead() != null) {
            resources.addAll(spec.getOverhead().keySet());
        }
        Map<String, Long> amounts = new TreeMap<>();
        for (String resource : resources) {
            long overhead = spec.getOverhead() == null
                    ? 0
                    : number(resource, spec.getOverhead().get(resource));
            long asked =
                    overhead + total(spec, c -> number(resource, requests(c).get(resource)));
            if (asked > 0) {
                amounts.put(resource, asked);
            }
        }
        return new PodRequest(
                amounts,
                amounts.getOrDefault("cpu", 0L),
                amounts.getOrDefault("memory", 0L),
                total(
                        spec,
                        c -> requests(c).containsKey("cpu")
                                ? number("cpu", requests(c).get("cpu"))
                                : UNSET_CPU),
                total(
                        spec,
                        c -> requests(c).containsKey("memory")
                                ? number("memory", requests(c).get("memory"))
                                : UNSET_MEMORY),
                hostPorts(spec));
    }

    /// Whether nothing but CPU and memory is asked for.
    boolean isUsual() {
        return amounts.size() == (cpu == 0 ? 0 : 1) + (memory == 0 ? 0 : 1);
    }

    static long number(String resource, @org.jspecify.annotations.Nullable Quantity quantity) {
        return resource.equals("cpu") ? Quantities.milli(quantity) : Quantities.value(quantity);
    }

    /// All containers and sidecars together, or, if that is more, an init container and the sidecars before it.
    private static long total(PodSpec spec, ToLongFunction<Container> asked) {
        long sidecars = 0;
        long most = 0;
        for (Container container : spec.getInitContainers()) {
            if ("Always".equals(container.getRestartPolicy())) {
                sidecars += asked.applyAsLong(container);
                most = Math.max(most, sidecars);
            } else {
                most = Math.max(most, sidecars + asked.applyAsLong(container));
            }
        }
        return Math.max(
                most, sidecars + spec.getContainers().stream().mapToLong(asked).sum());
    }

    private static Map<String, Quantity> requests(Container container) {
        return container.getResources() == null || container.getResources().getRequests() == null
                ? Map.of()
                : container.getResources().getRequests();
    }

    private static List<ContainerPort> hostPorts(PodSpec spec) {
        return spec.getContainers().stream()
                .flatMap(c -> c.getPorts().stream())
                .filter(p -> Objects.requireNonNullElse(p.getHostPort(), 0) > 0)
                .toList();
    }
}
