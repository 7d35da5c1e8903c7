package drydock.sim.scheduler;

import drydock.sim.scheduler.SchedulingDecision.NodeScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// How nodes that can take a Pod compare: the sum of all scores by their weights.
///
/// @param plugins the names of those that had something to say
/// @param weighted for each of them a number for each node
record Scoring(List<NodeInfo> nodes, List<String> plugins, List<long[]> weighted) {

    static Scoring of(Attempt attempt, List<NodeInfo> nodes) {
        List<String> plugins = new ArrayList<>();
        List<long[]> weighted = new ArrayList<>();
        for (Score score : Profile.DEFAULT.scores()) {
            Optional<long[]> given = score.of(attempt, nodes);
            if (given.isPresent()) {
                plugins.add(score.name());
                long[] numbers = given.get();
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] *= score.weight();
                }
                weighted.add(numbers);
            }
        }
        return new Scoring(nodes, plugins, weighted);
    }

    private long total(int index) {
        long total = 0;
        for (long[] numbers : weighted) {
            total += numbers[index];
        }
        return total;
    }

    /// The best node; of equals one by chance (`selectHost`).
    NodeInfo best(SplittableRandom random) {
        NodeInfo best = nodes.getFirst();
        long bestScore = Long.MIN_VALUE;
        int equals = 0;
        for (int i = 0; i < nodes.size(); i++) {
            long score = total(i);
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
        long[] totals = new long[nodes.size()];
        List<Integer> best = new ArrayList<>();
        long least = Long.MIN_VALUE;
        for (int i = 0; i < totals.length; i++) {
            long total = 2 * total(i);
            if (best.size() == most && total < least) {
                continue;
            }
            totals[i] = total + (nodes.get(i).name().equals(chosen) ? 1 : 0);
            if (best.size() == most && totals[i] <= least) {
                continue;
            }
            int at = best.size();
            while (at > 0 && totals[best.get(at - 1)] < totals[i]) {
                at--;
            }
            best.add(at, i);
            if (best.size() > most) {
                best.removeLast();
            }
            least = totals[best.getLast()];
        }
        return best;
    }

    /// The `most` best nodes and what each plugin gave them, the best first; of equals the one called `chosen`.
    List<NodeScore> top(int most, String chosen) {
        return best(most, chosen).stream()
                .map(i -> new NodeScore(
                        nodes.get(i).name(),
                        weighted.stream().map(numbers -> (int) numbers[i]).toList()))
                .toList();
    }
}
