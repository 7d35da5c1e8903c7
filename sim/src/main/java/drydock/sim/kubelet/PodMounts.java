package drydock.sim.kubelet;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mounts the volumes of a Pod, and writes them again when what they say has changed
/// (`pkg/kubelet/volumemanager`).
final class PodMounts {

    /// A Pod is looked at once a minute, and up to half later (`syncFrequency`, workerResyncIntervalJitterFactor).
    private static final Duration RESYNC = Duration.ofSeconds(75);

    /// `goroutinemap/exponentialbackoff`.
    private static final Duration FIRST_TRY = Duration.ofMillis(500);

    private static final Duration LAST_TRY = Duration.ofSeconds(122);

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final PodVolumes volumes = new PodVolumes();
    private Duration next = FIRST_TRY;

    PodMounts(Kubelet kubelet, PodWorker worker) {
        this.kubelet = kubelet;
        this.worker = worker;
    }

    /// Mounts what is not mounted yet.
    ///
    /// @return why a volume cannot be mounted, in the kubelet's words, or empty
    Optional<String> mount() {
        try {
            return volumes.mount(kubelet.api(), worker.pod(), kubelet.nodeVolumes(), kubelet.node());
        } catch (ClusterException unreachable) {
            return Optional.of("failed to sync configmap cache: timed out waiting for the condition");
        }
    }

    /// How long after a mount that failed the next is tried: twice as long each time.
    Duration nextTry() {
        Duration wait = next;
        next = Collections.min(List.of(next.multipliedBy(2), LAST_TRY));
        return wait;
    }

    /// What `container` mounts now that it begins.
    ///
    /// @throws Environment.MissingException if a path in a volume names a variable that is not among `variables`
    List<PodVolumes.Mounted> of(Container container, Map<String, String> variables)
            throws Environment.MissingException {
        return volumes.mounted(worker.pod(), container, variables);
    }

    /// What each volume that lives as long as the Pod takes now, by name, in bytes.
    Map<String, Long> usedBytes() {
        return volumes.usedBytes(worker.pod());
    }

    /// The Pod itself was `older` before.
    void changed(Pod older) {
        if (volumes.hasFields() && PodChanges.told(older, worker.pod())) {
            worker.after(kubelet.timing().status(), () -> volumes.refreshFields(kubelet.api(), worker.pod()));
        }
    }

    /// An object has changed: what the volumes say of it is written again when the Pod is looked at next, which is at
    /// most a minute and a half later.
    void changed(ResourceId object) {
        if (volumes.objects(worker.pod()).contains(object)) {
            worker.after(
                    kubelet.timing().within(RESYNC),
                    () -> kubelet.reaching(() -> volumes.refresh(kubelet.api(), worker.pod(), object)));
        }
    }

    /// Changes may have been missed: all is written again.
    void refresh() {
        kubelet.reaching(() -> volumes.refreshAll(kubelet.api(), worker.pod()));
    }
}
