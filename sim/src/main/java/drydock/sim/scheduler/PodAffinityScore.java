package drydock.sim.scheduler;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The score InterPodAffinity: near the Pods it is drawn to, or that are drawn to it, and away from the others
/// (`plugins/interpodaffinity/scoring.go`).
final class PodAffinityScore implements Score {

    /// What a required affinity of a Pod that is there counts for one that would be near it.
    private static final int REQUIRED_WEIGHT = 1;

    @Override
    public String name() {
        return "InterPodAffinity";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public Optional<long[]> of(Attempt attempt, List<NodeInfo> nodes) {
        PodInfo pod = attempt.pod();
        if (pod.drawn().isEmpty() && !attempt.anyHasAffinity()) {
            return Optional.empty();
        }
        TopologyCounts counts = new TopologyCounts();
        for (NodeInfo node : attempt.nodes()) {
            for (AffinityTerm term : pod.drawn()) {
                counts.add(
                        node,
                        term.topologyKey(),
                        (long) term.weight() * node.count(set -> term.matches(set, attempt.objects())));
            }
            node.withAffinity().forEach(other -> drawTo(attempt, node, other, counts));
        }
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(normalized(nodes.stream().mapToLong(counts::total).toArray()));
    }

    private static void drawTo(Attempt attempt, NodeInfo node, PodInfo other, TopologyCounts counts) {
        LabelSet labels = attempt.pod().labels();
        for (AffinityTerm term : other.near()) {
            counts.add(node, term.topologyKey(), term.matches(labels, attempt.objects()) ? REQUIRED_WEIGHT : 0);
        }
        for (AffinityTerm term : other.drawn()) {
            counts.add(node, term.topologyKey(), term.matches(labels, attempt.objects()) ? term.weight() : 0);
        }
    }

    private static long[] normalized(long[] sums) {
        long least = Arrays.stream(sums).min().orElse(0);
        long most = Arrays.stream(sums).max().orElse(0);
        return Arrays.stream(sums)
                .map(s -> most == least ? 0 : BEST * (s - least) / (most - least))
                .toArray();
    }
}
