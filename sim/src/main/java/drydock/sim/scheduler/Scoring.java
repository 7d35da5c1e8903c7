package drydock.sim.scheduler;

import drydock.sim.scheduler.SchedulingDecision.NodeScore;
import drydock.sim.store.Recent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// How nodes that can take a Pod compare: the sum of all scores by their weights.
final class Scoring {

    /// What plugins gave to nodes lately: nodes that are as full got the same.
    private static final Recent<List<Integer>> GIVEN = new Recent<>(1 << 10);

    private static final Recent<List<String>> PLUGINS = new Recent<>(1 << 5);

    private final List<NodeInfo> nodes;
    private final List<String> plugins;
    private final List<long[]> weighted;
    private final long[] totals;

    /// @param plugins the names of those that had something to say
    /// @param weighted for each of them a number for each node
    /// @param totals for each node the sum of its numbers
    private Scoring(List<NodeInfo> nodes, List<String> plugins, List<long[]> weighted, long[] totals) {
        this.nodes = nodes;
        this.plugins = plugins;
        this.weighted = weighted;
        this.totals = totals;
    }

    static Scoring of(Attempt attempt, List<NodeInfo> nodes) {
        List<String> plugins = new ArrayList<>();
        List<long[]> weighted = new ArrayList<>();
        long[] totals = new long[nodes.size()];
        for (Score score : Profile.DEFAULT.scores()) {
            Optional<long[]> given = score.of(attempt, nodes);
            if (given.isPresent()) {
                plugins.add(score.name());
                long[] numbers = given.get();
                int weight = score.weight();
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] *= weight;
                    totals[i] += numbers[i];
                }
                weighted.add(numbers);
            }
        }
        return new Scoring(nodes, PLUGINS.one(List.copyOf(plugins)), weighted, totals);
    }

    /// Nothing was scored.
    static Scoring none(List<NodeInfo> nodes) {
        return new Scoring(nodes, List.of(), List.of(), new long[nodes.size()]);
    }

    /// The names of the plugins that had something to say.
    List<String> plugins() {
        return plugins;
    }

    /// The best node; of equals one by chance (`selectHost`).
    NodeInfo best(SplittableRandom random) {
        NodeInfo best = nodes.getFirst();
        long bestScore = Long.MIN_VALUE;
        int equals = 0;
        for (int i = 0; i < totals.length; i++) {
            long score = totals[i];
            if (score > bestScore) {
                best = nodes.get(i);
                bestScore = score;
                equals = 1;
            } else if (score == bestScore && random.nextInt(++equals) == 0) {
                best = nodes.get(i);
            }
        }
        return best;
    }

    /// The places of the `most` best nodes, the best first, of equals the one called `chosen` and else the first.
    private List<Integer> best(int most, String chosen) {
        List<Integer> best = new ArrayList<>();
        long least = Long.MIN_VALUE;
        for (int i = 0; i < totals.length; i++) {
            // twice the total, and one more for who was chosen: it stands before its equals
            if (best.size() == most && (2 * totals[i] < least || rank(i, chosen) <= least)) {
                continue;
            }
            long rank = rank(i, chosen);
            int at = best.size();
            while (at > 0 && rank(best.get(at - 1), chosen) < rank) {
                at--;
            }
            best.add(at, i);
            if (best.size() > most) {
                best.removeLast();
            }
            least = rank(best.getLast(), chosen);
        }
        return best;
    }

    private long rank(int index, String chosen) {
        return 2 * totals[index] + (nodes.get(index).name().equals(chosen) ? 1 : 0);
    }

    /// The `most` best nodes and what each plugin gave them, the best first; of equals the one called `chosen`.
    List<NodeScore> top(int most, String chosen) {
        return best(most, chosen).stream()
                .map(i -> new NodeScore(
                        nodes.get(i).name(),
                        GIVEN.one(List.copyOf(weighted.stream()
                                .map(numbers -> (int) numbers[i])
                                .toList()))))
                .toList();
    }
}
