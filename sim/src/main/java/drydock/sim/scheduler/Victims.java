package drydock.sim.scheduler;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The Pods that would have to leave a node for a more important one, the most important of them first.
///
/// @param violations how many of them a disruption budget would keep
record Victims(String node, List<PodInfo> pods, int violations) {

    /// Which node's victims are the least loss: the fewest kept by budgets, the least important of the most important,
    /// the least important together, the fewest, those that started last
    /// (`framework/preemption/preemption.go pickOneNodeForPreemption`).
    static final Comparator<Victims> LEAST_LOSS = Comparator.comparingInt(Victims::violations)
            .thenComparingInt(Victims::topPriority)
            .thenComparingLong(Victims::sum)
            .thenComparingInt(v -> v.pods().size())
            .thenComparing(Victims::earliestStart, Comparator.reverseOrder());

    Victims {
        pods = List.copyOf(pods);
    }

    private int topPriority() {
        return pods.getFirst().priority();
    }

    /// Every Pod counts as more than nothing, however unimportant it is.
    private long sum() {
        return pods.stream().mapToLong(p -> p.priority() + (1L << 31)).sum();
    }

    /// When the first of the most important ones started.
    private Instant earliestStart() {
        return pods.stream()
                .filter(p -> p.priority() == topPriority())
                .map(Victims::start)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /// When `pod` started; one that has not counts as starting last.
    static Instant start(PodInfo pod) {
        String start =
                pod.pod().getStatus() == null ? null : pod.pod().getStatus().getStartTime();
        return start == null ? Instant.MAX : Instant.parse(start);
    }
}
