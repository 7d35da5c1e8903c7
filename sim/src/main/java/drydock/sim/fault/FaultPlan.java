package drydock.sim.fault;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/// How things go wrong at random: the same seed, in the same run, the same faults at the same moments.
///
/// @param seed what chance follows from
/// @param every how long it takes on average from one fault to the next
/// @param lasting how long a fault lasts on average
/// @param kinds which faults may happen, by their names in scripts
public record FaultPlan(long seed, Duration every, Duration lasting, Set<String> kinds) {

    /// The faults that may happen at random.
    public static final SequencedSet<String> ALL = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(List.of(
            "node-lost",
            "node-slow",
            "disk-full",
            "network-cut",
            "component-stopped",
            "component-delayed",
            "registry-down",
            "image-missing",
            "container-killed",
            "memory-leak")));

    private static final Duration USUAL_LASTING = Duration.ofMinutes(2);

    public FaultPlan {
        kinds = Set.copyOf(kinds);
        if (every.isNegative() || every.isZero() || lasting.isNegative() || lasting.isZero()) {
            throw new IllegalArgumentException("no time between faults, or for them: " + every + ", " + lasting);
        }
        if (kinds.isEmpty() || !ALL.containsAll(kinds)) {
            throw new IllegalArgumentException("not faults that happen at random: " + new TreeSet<>(kinds));
        }
    }

    /// Reads `SEED EVERY [LASTING [KIND …]]`, as `7 5m 2m node-lost container-killed`; empty if the words say no plan.
    public static Optional<FaultPlan> parse(List<String> words) {
        if (words.size() < 2 || !words.getFirst().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Optional<Duration> every = FaultText.duration(words.get(1));
        Optional<Duration> lasting = words.size() > 2 ? FaultText.duration(words.get(2)) : Optional.of(USUAL_LASTING);
        Set<String> kinds = words.size() > 3 ? new TreeSet<>(words.subList(3, words.size())) : ALL;
        if (every.isEmpty()
                || lasting.isEmpty()
                || every.get().isZero()
                || lasting.get().isZero()
                || !ALL.containsAll(kinds)) {
            return Optional.empty();
        }
        return Optional.of(new FaultPlan(Long.parseLong(words.getFirst()), every.get(), lasting.get(), kinds));
    }
}
