package drydock.sim.scheduler;

import java.util.List;
import java.util.Optional;

/// A rule that says how well a node suits a Pod that it can take (the extension points PreScore, Score and
/// NormalizeScore).
interface Score {

    long BEST = 100;

    /// The plugin's name, as `ImageLocality`.
    String name();

    /// How much it counts among all.
    int weight();

    /// A number from 0 to 100 for each of `nodes`, in their order; empty if there is nothing to say about such a Pod.
    Optional<long[]> of(Attempt attempt, List<NodeInfo> nodes);

    /// `numbers`, which are the caller's own, of which the greatest is made 100, or, turned round, 0 is
    /// (`plugins/helper/normalize_score.go DefaultNormalizeScore`).
    static long[] normalized(long[] numbers, boolean turned) {
        long most = numbers.length == 0 ? 0 : Long.MIN_VALUE;
        for (long number : numbers) {
            most = Math.max(most, number);
        }
        for (int i = 0; i < numbers.length; i++) {
            long share = most == 0 ? 0 : BEST * numbers[i] / most;
            numbers[i] = turned ? BEST - share : share;
        }
        return numbers;
    }
}
