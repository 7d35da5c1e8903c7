package drydock.sim.kubelet;

import drydock.model.resource.Quantities;
import drydock.sim.metrics.Usages.Usage;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the running containers of a Pod use; a container is given no more CPU than its limit.
final class Measuring {

    private Measuring() {}

    static Map<String, Usage> of(Pod pod, PodRuntime runtime) {
        Map<String, Usage> usages = new TreeMap<>();
        Stream.concat(pod.getSpec().getContainers().stream(), pod.getSpec().getInitContainers().stream())
                .forEach(container -> runtime.current(container.getName())
                        .filter(ContainerRun::running)
                        .ifPresent(run -> usages.put(
                                container.getName(), usage(runtime.resize().actual(container), run))));
        return usages;
    }

    private static Usage usage(ResourceRequirements resources, ContainerRun run) {
        var limits = resources.getLimits();
        long most = limits == null || limits.get("cpu") == null ? Long.MAX_VALUE : Quantities.milli(limits.get("cpu"));
        return new Usage(Math.min(most, run.container().load().milliCpu()), run.memoryBytes());
    }
}
