package drydock.sim.controller.autoscaling;

import drydock.model.resource.Quantities;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.metrics.Usages;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What an autoscaler knows of one Pod.
///
/// @param standing whether its usage counts
/// @param used what it uses, in thousandths; 0 where that is not known
/// @param requested what it asks for, in thousandths
record Sample(String pod, Standing standing, long used, long requested) {

    /// How a Pod counts (`replica_calculator.go groupPods`).
    enum Standing {
        /// It is over or on its way out: not at all.
        IGNORED,
        /// It has not started yet, or what it uses says nothing yet.
        UNREADY,
        /// It runs, and nothing is known of it.
        MISSING,
        READY
    }

    /// For so long after its start a Pod's CPU counts only while it is ready.
    private static final Duration CPU_INITIALIZATION = Duration.ofMinutes(5);
    /// A Pod that was not ready within that time has never been ready.
    private static final Duration INITIAL_READINESS = Duration.ofSeconds(30);
    /// What a usage is measured over.
    private static final Duration WINDOW = Duration.ofSeconds(15);

    /// Reads one Pod.
    ///
    /// @param resource `cpu` or `memory`
    /// @param container the one container that is meant, or empty for all
    /// @throws MetricException if a container asks for nothing, so that there is no share of it
    static Sample of(Pod pod, String resource, String container, Usages usages, boolean needsRequest, Instant now)
            throws MetricException {
        OptionalLong used = used(usages.of(pod.getMetadata().getUid()), resource, container);
        Standing standing = standing(pod, resource, used.isPresent(), now);
        long requested = needsRequest ? requested(pod, resource, container) : 0;
        return new Sample(pod.getMetadata().getName(), standing, used.orElse(0), requested);
    }

    private static Standing standing(Pod pod, String resource, boolean known, Instant now) {
        if (Owners.isDeleting(pod) || Pods.phase(pod).equals("Failed")) {
            return Standing.IGNORED;
        }
        if (Pods.phase(pod).equals("Pending")) {
            return Standing.UNREADY;
        }
        if (!known) {
            return Standing.MISSING;
        }
        return resource.equals("cpu") && isUnready(pod, now) ? Standing.UNREADY : Standing.READY;
    }

    private static boolean isUnready(Pod pod, Instant now) {
        Optional<PodCondition> ready = pod.getStatus().getConditions().stream()
                .filter(c -> "Ready".equals(c.getType()))
                .findFirst();
        if (ready.isEmpty() || pod.getStatus().getStartTime() == null) {
            return true;
        }
        Instant started = Instant.parse(pod.getStatus().getStartTime());
        Instant changed =
                Instant.parse(Objects.requireNonNullElse(ready.get().getLastTransitionTime(), "1970-01-01T00:00:00Z"));
        boolean not = "False".equals(ready.get().getStatus());
        return started.plus(CPU_INITIALIZATION).isAfter(now)
                ? not || now.isBefore(changed.plus(WINDOW))
                : not && started.plus(INITIAL_READINESS).isAfter(changed);
    }

    private static OptionalLong used(Map<String, Usages.Usage> usages, String resource, String container) {
        List<Usages.Usage> meant = new ArrayList<>();
        usages.forEach((name, usage) -> {
            if (container.isEmpty() || container.equals(name)) {
                meant.add(usage);
            }
        });
        return meant.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(meant.stream()
                        .mapToLong(u -> resource.equals("cpu") ? u.milliCpu() : u.memoryBytes() * 1_000)
                        .sum());
    }

    private static long requested(Pod pod, String resource, String container) throws MetricException {
        long sum = 0;
        List<Container> all = Stream.concat(
                        pod.getSpec().getContainers().stream(),
                        pod.getSpec().getInitContainers().stream().filter(c -> "Always".equals(c.getRestartPolicy())))
                .filter(c -> container.isEmpty() || container.equals(c.getName()))
                .toList();
        for (Container one : all) {
            Quantity request = one.getResources() == null
                    ? null
                    : Objects.requireNonNullElse(one.getResources().getRequests(), Map.<String, Quantity>of())
                            .get(resource);
            if (request == null) {
                throw new MetricException("missing request for " + resource + " in container " + one.getName()
                        + " of Pod " + pod.getMetadata().getName());
            }
            sum += Quantities.milli(request);
        }
        return sum;
    }
}
