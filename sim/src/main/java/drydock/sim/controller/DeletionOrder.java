package drydock.sim.controller;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which of its Pods a ReplicaSet gives up first (`pkg/controller/controller_utils.go ActivePodsWithRanks`).
final class DeletionOrder implements Comparator<Pod> {

    private static final String COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");

    private final Map<String, Integer> siblingsOnNode = new HashMap<>();
    private final Instant now;

    /// @param siblings the Pods of all that share the owner; the more of them a node has, the sooner one there goes
    DeletionOrder(Collection<Pod> siblings, Instant now) {
        this.now = now;
        siblings.stream().filter(Pods::isActive).forEach(pod -> siblingsOnNode.merge(Pods.node(pod), 1, Integer::sum));
    }

    @Override
    public int compare(Pod one, Pod other) {
        return firstDifference(
                Boolean.compare(!Pods.node(one).isEmpty(), !Pods.node(other).isEmpty()),
                Integer.compare(PHASES.indexOf(Pods.phase(one)), PHASES.indexOf(Pods.phase(other))),
                Boolean.compare(Pods.isReady(one), Pods.isReady(other)),
                Integer.compare(cost(one), cost(other)),
                Integer.compare(siblings(other), siblings(one)),
                sinceReady(one, other),
                Integer.compare(restarts(other), restarts(one)),
                newer(Pods.created(one), Pods.created(other), one, other));
    }

    private static int firstDifference(int... differences) {
        for (int difference : differences) {
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int cost(Pod pod) {
        Map<String, String> annotations = pod.getMetadata().getAnnotations();
        String cost = annotations == null ? null : annotations.get(COST);
        return cost != null && cost.matches("0|-?[1-9]\\d{0,8}") ? Integer.parseInt(cost) : 0;
    }

    private int siblings(Pod pod) {
        return siblingsOnNode.getOrDefault(Pods.node(pod), 0);
    }

    private int sinceReady(Pod one, Pod other) {
        Optional<Instant> since = Pods.ready(one);
        Optional<Instant> otherSince = Pods.ready(other);
        return since.isEmpty() || otherSince.isEmpty() || since.equals(otherSince)
                ? 0
                : newer(since.get(), otherSince.get(), one, other);
    }

    /// The newer first, where it is so by a power of two; else, of two that are about as old, the lesser uid.
    private int newer(Instant since, Instant otherSince, Pod one, Pod other) {
        if (since.equals(otherSince)) {
            return one.getMetadata().getUid().compareTo(other.getMetadata().getUid());
        }
        int byAge = Integer.compare(magnitude(since), magnitude(otherSince));
        return byAge != 0
                ? byAge
                : one.getMetadata().getUid().compareTo(other.getMetadata().getUid());
    }

    private int magnitude(Instant since) {
        long nanos = Duration.between(since, now).toNanos();
        return nanos <= 0 ? -1 : Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    }

    private static int restarts(Pod pod) {
        return pod.getStatus() == null
                ? 0
                : Stream.concat(
                                pod.getStatus().getContainerStatuses().stream(),
                                pod.getStatus().getInitContainerStatuses().stream())
                        .map(ContainerStatus::getRestartCount)
                        .filter(count -> count != null)
                        .max(Integer::compare)
                        .orElse(0);
    }
}
