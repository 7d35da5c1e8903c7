package drydock.sim.kubelet;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends Pods that take more of their node's disk than they may
/// (`pkg/kubelet/eviction/eviction_manager.go localStorageEviction`): more in an `emptyDir` than its `sizeLimit`, or
/// more of `ephemeral-storage` than their containers' limits, all together or one of them.
///
/// **When.** It looks every 10 s. What containers have written and logged is known then; what is in volumes is measured
/// but every one or two minutes (`pkg/kubelet/server/stats/volume_stat_calculator.go`).
///
/// Only Pods that have such a limit are looked at, and only while one of their containers runs.
final class LocalStorage {

    private static final String STORAGE = "ephemeral-storage";
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final Duration BETWEEN_MEASURES = Duration.ofMinutes(1);
    private static final long HOSTS_FILE_BYTES = 4096;

    private final Kubelet kubelet;
    private final Runnable evicting;
    private final Map<String, Measured> volumes = new HashMap<>();
    private boolean looking;

    /// What a Pod's volumes took when they were measured last, in bytes.
    ///
    /// @param byName empty before the first time
    private record Measured(Map<String, Long> byName, Instant next) {}

    /// @param evicting is run when Pods are ended, as nothing else is reclaimed then
    LocalStorage(Kubelet kubelet, Runnable evicting) {
        this.kubelet = kubelet;
        this.evicting = evicting;
    }

    /// Looks from now on, for as long as there are Pods with limits, if there are any among `workers`.
    void watch(Collection<PodWorker> workers) {
        if (!looking && workers.stream().anyMatch(LocalStorage::isLimited)) {
            looking = true;
            kubelet.after(BETWEEN, this::look);
        }
    }

    /// The kubelet was stopped: what it had put off does not happen, and what it had measured is forgotten.
    void forgetDue() {
        looking = false;
        volumes.clear();
    }

    private static boolean isLimited(PodWorker worker) {
        Pod pod = worker.pod();
        return worker.active()
                && (pod.getSpec().getVolumes().stream()
                                .anyMatch(v -> v.getEmptyDir() != null
                                        && v.getEmptyDir().getSizeLimit() != null)
                        || PodLimits.of(pod.getSpec(), STORAGE).isPresent());
    }

    private void look() {
        looking = false;
        List<PodWorker> limited =
                kubelet.workers().stream().filter(LocalStorage::isLimited).toList();
        volumes.keySet().retainAll(limited.stream().map(LocalStorage::uid).toList());
        for (PodWorker worker : limited) {
            measure(worker);
            if (!Eviction.isCritical(worker.pod())
                    && !worker.evicted()
                    && !worker.runtime().running().isEmpty()) {
                excess(worker).ifPresent(why -> {
                    worker.evict(PodEnd.beyondLimit(why));
                    evicting.run();
                });
            }
        }
        watch(limited);
    }

    private static String uid(PodWorker worker) {
        return worker.pod().getMetadata().getUid();
    }

    private void measure(PodWorker worker) {
        Measured known = volumes.get(uid(worker));
        Duration until = kubelet.timing().within(BETWEEN_MEASURES);
        if (known == null) {
            volumes.put(uid(worker), new Measured(Map.of(), kubelet.now().plus(until)));
        } else if (!kubelet.now().isBefore(known.next())) {
            volumes.put(
                    uid(worker),
                    new Measured(
                            worker.mounts().usedBytes(),
                            kubelet.now().plus(BETWEEN_MEASURES).plus(until)));
        }
    }

    /// What the Pod takes too much of, in the kubelet's words.
    private Optional<String> excess(PodWorker worker) {
        Map<String, Long> measured = volumes.get(uid(worker)).byName();
        return inVolume(worker.pod(), measured)
                .or(() -> inAll(worker, measured))
                .or(() -> inContainer(worker));
    }

    private static Optional<String> inVolume(Pod pod, Map<String, Long> measured) {
        for (Volume volume : pod.getSpec().getVolumes()) {
            Quantity limit =
                    volume.getEmptyDir() == null ? null : volume.getEmptyDir().getSizeLimit();
            if (Quantities.exact(limit).signum() > 0
                    && measured.getOrDefault(volume.getName(), 0L) > Quantities.value(limit)) {
                return Optional.of("Usage of EmptyDir volume \"" + volume.getName() + "\" exceeds the limit \""
                        + Quantities.canonical(limit) + "\". ");
            }
        }
        return Optional.empty();
    }

    /// Volumes in memory are none of the disk's.
    private static Optional<String> inAll(PodWorker worker, Map<String, Long> measured) {
        Optional<Quantity> limit = PodLimits.of(worker.pod().getSpec(), STORAGE);
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        long used = HOSTS_FILE_BYTES;
        for (String container : worker.runtime().running()) {
            used += diskBytes(worker, container);
        }
        for (Volume volume : worker.pod().getSpec().getVolumes()) {
            if (PodVolumes.isLocal(volume)) {
                used += measured.getOrDefault(volume.getName(), 0L);
            }
        }
        return used <= Quantities.value(limit.get())
                ? Optional.empty()
                : Optional.of("Pod ephemeral local storage usage exceeds the total limit of containers "
                        + Quantities.canonical(limit.get()) + ". ");
    }

    private static Optional<String> inContainer(PodWorker worker) {
        List<String> running = worker.runtime().running();
        for (Container container : worker.pod().getSpec().getContainers()) {
            Quantity limit = PodLimits.limit(container, STORAGE);
            if (running.contains(container.getName())
                    && Quantities.value(limit) != 0
                    && diskBytes(worker, container.getName()) > Quantities.value(limit)) {
                return Optional.of("Container " + container.getName() + " exceeded its local ephemeral storage limit \""
                        + Quantities.canonical(limit) + "\". ");
            }
        }
        return Optional.empty();
    }

    /// What a container has written and logged, in bytes; of the log of the run before, too.
    private static long diskBytes(PodWorker worker, String container) {
        PodRuntime runtime = worker.runtime();
        return runtime.container(container).map(c -> c.layerBytes()).orElse(0L)
                + runtime.output(container, false).map(log -> log.bytes()).orElse(0L)
                + runtime.output(container, true).map(log -> log.bytes()).orElse(0L);
    }
}
