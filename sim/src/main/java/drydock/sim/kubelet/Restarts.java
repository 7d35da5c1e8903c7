package drydock.sim.kubelet;

import drydock.sim.kubelet.ContainerView.Exit;
import drydock.sim.kubelet.ContainerView.Waiting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Optional;

/// When containers that ended may be started again (`pkg/kubelet/kuberuntime/kuberuntime_manager.go`, doBackOff).
///
/// The back-off is kept by Pod, container, image and resources: changing one begins anew
/// (`pkg/kubelet/kuberuntime/helpers.go`, GetBackoffKey). How long it gets at most, the node says ([RestartLimit]).
final class Restarts {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Kubelet kubelet;
    private final BackOff backOff;

    Restarts(Kubelet kubelet, Duration longest) {
        this.kubelet = kubelet;
        this.backOff = new BackOff(longest);
    }

    /// How long to wait until `container` is looked at again, at most a minute; if it may start now, 0, and the
    /// restart is counted.
    ///
    /// @param exit how the last of its runs ended that was over when the Pod was looked at, empty if there was none
    Duration delay(PodWorker worker, Container container, Optional<Exit> exit) {
        if (exit.isEmpty()) {
            return Duration.ZERO;
        }
        Pod pod = worker.pod();
        String key = key(pod) + container.getName() + "_" + container.getImage() + "_" + container.getResources();
        Duration left = backOff.remaining(key, exit.get().at(), kubelet.now());
        if (left.isZero()) {
            backOff.count(key, exit.get().at(), kubelet.now());
            return left;
        }
        String name = fullName(pod);
        String event = "Back-off restarting failed container " + container.getName() + " in pod " + name;
        kubelet.warn(pod, "BackOff", event, worker.path(container));
        String why = "back-off " + text(backOff.delay(key)) + " restarting failed container=" + container.getName()
                + " pod=" + name;
        worker.runtime().waiting(container.getName(), new Waiting("CrashLoopBackOff", why));
        return left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
    }

    void forget(Pod pod) {
        backOff.forget(key(pod));
    }

    /// As the kubelet names a Pod: name, namespace and uid.
    static String fullName(Pod pod) {
        return pod.getMetadata().getName() + "_" + pod.getMetadata().getNamespace() + "("
                + pod.getMetadata().getUid() + ")";
    }

    private static String key(Pod pod) {
        return pod.getMetadata().getName() + "_" + pod.getMetadata().getNamespace() + "_"
                + pod.getMetadata().getUid() + "_";
    }

    /// As Go writes a duration: `10s`, `1m20s`, `5m0s`.
    private static String text(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60 ? seconds + "s" : seconds / 60 + "m" + seconds % 60 + "s";
    }
}
