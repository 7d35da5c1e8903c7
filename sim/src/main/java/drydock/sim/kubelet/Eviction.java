package drydock.sim.kubelet;

import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a kubelet does when its node runs out of memory or disk (`pkg/kubelet/eviction`): below 100 Mi of memory, or 10
/// % of
/// disk, it says so and ends Pods, one at a time, until there is enough; 5 min after that it says that all is well.
///
/// **Memory.** Those that use more than they asked for go first, then the less important, then those that exceed it
/// most.
///
/// **Disk.** Images that nobody uses are deleted first.
///
/// **Out of memory.** A container that uses more than its limit is killed at once.
///
/// **Beyond its limits.** What a Pod may take of the disk [LocalStorage] looks at.
final class Eviction {

    private static final String MEMORY = "MemoryPressure";
    private static final String DISK = "DiskPressure";
    private static final long LEAST_MEMORY = 100L << 20;
    private static final int SYSTEM_CRITICAL = 2_000_000_000;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final Duration TRANSITION = Duration.ofMinutes(5);

    private final Kubelet kubelet;
    private final Node node;
    private final NodeReport report;
    private final Map<String, Instant> lastUnder = new HashMap<>();
    private final LocalStorage storage;
    private Instant notBefore = Instant.MIN;
    private boolean diskFull;
    private boolean looking;

    Eviction(Kubelet kubelet, Node node, NodeReport report) {
        this.kubelet = kubelet;
        this.node = node;
        this.report = report;
        this.storage = new LocalStorage(kubelet, () -> notBefore = kubelet.now().plus(BETWEEN));
    }

    /// The node's disk is full of what is none of the cluster's, or is not any more.
    void diskFull(boolean full) {
        diskFull = full;
        watch();
    }

    boolean diskFull() {
        return diskFull;
    }

    /// Looks from now on, for as long as there is something to look at.
    void watch() {
        if (!looking) {
            looking = true;
            kubelet.after(LOOK, this::look);
        }
    }

    /// A container of this Pod was started: what it takes of the disk is looked at from now on, if it has a limit.
    void watchStorage(PodWorker worker) {
        storage.watch(List.of(worker));
    }

    /// The kubelet begins, or begins again, with the Pods that it finds.
    void begin() {
        watch();
        storage.watch(kubelet.workers());
    }

    /// The kubelet was stopped: what it had put off does not happen.
    void forgetDue() {
        storage.forgetDue();
        looking = false;
    }

    /// Why a new Pod is turned away; empty if it is not (`eviction_manager.go Admit`).
    Optional<PodAdmission.Refusal> refusal(Pod pod) {
        List<String> pressures = report.pressures();
        boolean onlyMemory = pressures.equals(List.of(MEMORY));
        boolean bears = onlyMemory
                && (!"BestEffort"
                                .equals(
                                        pod.getStatus() == null
                                                ? ""
                                                : pod.getStatus().getQosClass())
                        || pod.getSpec().getTolerations().stream()
                                .anyMatch(t -> "node.kubernetes.io/memory-pressure".equals(t.getKey())));
        return pressures.isEmpty() || isCritical(pod) || bears
                ? Optional.empty()
                : Optional.of(new PodAdmission.Refusal(
                        "Evicted", "The node had condition: [" + String.join(" ", pressures) + "]. "));
    }

    static boolean isCritical(Pod pod) {
        return Objects.requireNonNullElse(pod.getSpec().getPriority(), 0) >= SYSTEM_CRITICAL;
    }

    private void look() {
        looking = false;
        Collection<PodWorker> pods =
                kubelet.workers().stream().filter(PodWorker::active).toList();
        pods.forEach(this::killAboveLimit);
        long available = capacity("memory", Long.MAX_VALUE)
                - pods.stream().mapToLong(this::memory).sum();
        boolean low = available < LEAST_MEMORY;
        under(MEMORY, low);
        under(DISK, diskFull);
        if (low || diskFull) {
            reclaim(pods, low, available);
        }
        boolean grows = pods.stream().anyMatch(p -> p.runtime().grows());
        if (grows || low || diskFull || !report.pressures().isEmpty()) {
            watch();
        }
    }

    private void under(String pressure, boolean now) {
        if (now) {
            lastUnder.put(pressure, kubelet.now());
            report.pressure(pressure, true);
        } else if (lastUnder.containsKey(pressure)
                && !kubelet.now().isBefore(lastUnder.get(pressure).plus(TRANSITION))) {
            lastUnder.remove(pressure);
            report.pressure(pressure, false);
        }
    }

    private void reclaim(Collection<PodWorker> pods, boolean memory, long available) {
        if (kubelet.now().isBefore(notBefore)) {
            return;
        }
        notBefore = kubelet.now().plus(BETWEEN);
        String resource = memory ? "memory" : "ephemeral-storage";
        kubelet.reaching(() ->
                kubelet.api().record(node, "Warning", "EvictionThresholdMet", "Attempting to reclaim " + resource, ""));
        if (!memory) {
            kubelet.images()
                    .keepOnly(pods.stream()
                            .flatMap(p -> p.pod().getSpec().getContainers().stream())
                            .map(Container::getImage)
                            .toList());
        }
        Comparator<PodWorker> first = Comparator.comparingInt(
                p -> Objects.requireNonNullElse(p.pod().getSpec().getPriority(), 0));
        if (memory) {
            first = Comparator.<PodWorker>comparingInt(p -> excess(p) > 0 ? 0 : 1)
                    .thenComparing(first)
                    .thenComparing(Comparator.comparingLong(this::excess).reversed());
        }
        pods.stream()
                .filter(p -> !isCritical(p.pod()) && !p.runtime().running().isEmpty() && !p.evicted())
                .min(first.thenComparing(p -> ResourceId.of(p.pod())))
                .ifPresent(pod -> pod.evict(PodEnd.evicted(message(pod, memory, available))));
    }

    private String message(PodWorker pod, boolean memory, long available) {
        long disk = capacity("ephemeral-storage", 0);
        StringBuilder text = new StringBuilder("The node was low on resource: ")
                .append(memory ? "memory" : "ephemeral-storage")
                .append(". Threshold quantity: ")
                .append(Quantities.canonical(Quantities.ofBytes(memory ? LEAST_MEMORY : disk / 10)))
                .append(", available: ")
                .append(ki(memory ? Math.max(0, available) : disk / 20))
                .append(". ");
        if (memory) {
            for (Container container : pod.pod().getSpec().getContainers()) {
                long used = memory(pod, container);
                if (used > request(container)) {
                    text.append("Container ")
                            .append(container.getName())
                            .append(" was using ")
                            .append(ki(used))
                            .append(", request is ")
                            .append(request(container) == 0 ? "0" : ki(request(container)))
                            .append(", has larger consumption of memory. ");
                }
            }
        }
        return text.toString();
    }

    private static String ki(long bytes) {
        return (bytes >> 10) + "Ki";
    }

    private void killAboveLimit(PodWorker pod) {
        for (Container container : pod.pod().getSpec().getContainers()) {
            long limit = amount(pod.runtime().resize().actual(container).getLimits());
            if (limit > 0 && memory(pod, container) > limit) {
                pod.runtime().current(container.getName()).ifPresent(ContainerRun::killForMemory);
            }
        }
    }

    private long excess(PodWorker pod) {
        return memory(pod)
                - pod.pod().getSpec().getContainers().stream()
                        .mapToLong(Eviction::request)
                        .sum();
    }

    private long memory(PodWorker pod) {
        return pod.pod().getSpec().getContainers().stream()
                .mapToLong(c -> memory(pod, c))
                .sum();
    }

    private long memory(PodWorker pod, Container container) {
        return pod.runtime()
                .current(container.getName())
                .filter(ContainerRun::running)
                .map(ContainerRun::memoryBytes)
                .orElse(0L);
    }

    private static long request(Container container) {
        return amount(
                container.getResources() == null
                        ? null
                        : container.getResources().getRequests());
    }

    private static long amount(@Nullable Map<String, Quantity> amounts) {
        return amounts == null ? 0 : Quantities.value(amounts.get("memory"));
    }

    private long capacity(String resource, long otherwise) {
        Map<String, Quantity> capacity = node.getStatus().getCapacity();
        return capacity == null || !capacity.containsKey(resource)
                ? otherwise
                : Quantities.value(capacity.get(resource));
    }
}
