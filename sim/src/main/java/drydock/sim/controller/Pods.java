package drydock.sim.controller;

import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What controllers ask of a Pod (`pkg/api/v1/pod/util.go`).
public final class Pods {

    private Pods() {}

    public static String phase(Pod pod) {
        return pod.getStatus() == null
                ? ""
                : Objects.requireNonNullElse(pod.getStatus().getPhase(), "");
    }

    public static String node(Pod pod) {
        return Objects.requireNonNullElse(pod.getSpec().getNodeName(), "");
    }

    /// The Pod's address, empty while it has none.
    public static String address(Pod pod) {
        return pod.getStatus() == null
                ? ""
                : Objects.requireNonNullElse(pod.getStatus().getPodIP(), "");
    }

    public static boolean isOver(Pod pod) {
        return phase(pod).equals("Succeeded") || phase(pod).equals("Failed");
    }

    /// Neither over nor being deleted.
    public static boolean isActive(Pod pod) {
        return !isOver(pod) && !Owners.isDeleting(pod);
    }

    public static boolean isReady(Pod pod) {
        return readiness(pod) != null;
    }

    /// The condition Ready, null if it does not hold.
    private static @Nullable PodCondition readiness(Pod pod) {
        if (pod.getStatus() != null) {
            for (PodCondition condition : pod.getStatus().getConditions()) {
                if ("Ready".equals(condition.getType()) && "True".equals(condition.getStatus())) {
                    return condition;
                }
            }
        }
        return null;
    }

    /// Since when the Pod is ready, empty if it is not.
    public static Optional<Instant> ready(Pod pod) {
        return Optional.ofNullable(readiness(pod))
                .map(PodCondition::getLastTransitionTime)
                .map(t -> t == null ? Instant.EPOCH : Times.moment(t));
    }

    /// Ready for at least `minReadySeconds`.
    public static boolean isAvailable(Pod pod, int minReadySeconds, Instant now) {
        return minReadySeconds == 0
                ? isReady(pod)
                : ready(pod)
                        .filter(since -> !since.plusSeconds(minReadySeconds).isAfter(now))
                        .isPresent();
    }

    /// How long until the next of `pods` that is ready has been so for `minReadySeconds`; empty if all that
    /// are ready have (`pkg/controller/controller_utils.go FindMinNextPodAvailabilityCheck`).
    public static Optional<Duration> untilAvailable(Collection<Pod> pods, int minReadySeconds, Instant now) {
        return pods.stream()
                .flatMap(pod -> ready(pod).stream())
                .map(since -> Duration.between(now, since.plusSeconds(minReadySeconds)))
                .filter(Duration::isPositive)
                .min(Duration::compareTo);
    }

    public static Instant created(Pod pod) {
        String created = pod.getMetadata().getCreationTimestamp();
        return created == null ? Instant.EPOCH : Times.moment(created);
    }

    /// Since when it has been ready, or has not; empty if nothing is said of that.
    static String readySince(Pod pod) {
        if (pod.getStatus() != null) {
            for (PodCondition condition : pod.getStatus().getConditions()) {
                if ("Ready".equals(condition.getType())) {
                    return Objects.requireNonNullElse(condition.getLastTransitionTime(), "");
                }
            }
        }
        return "";
    }
}
