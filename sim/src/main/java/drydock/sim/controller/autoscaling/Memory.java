package drydock.sim.controller.autoscaling;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the controller remembers of one autoscaler: what it recommended, and what it did
/// (`podautoscaler/horizontal.go`).
final class Memory {

    private static final Duration DOWN_WINDOW = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int LEAST_UP_LIMIT = 4;
    private static final double PERCENT = 100;

    private record At(Instant time, int count) {}

    private final List<At> recommendations = new ArrayList<>();
    private final List<At> growths = new ArrayList<>();
    private final List<At> shrinkings = new ArrayList<>();

    /// Before the first recommendation, the size there is counts as one.
    void begin(int current, Instant now) {
        if (recommendations.isEmpty()) {
            recommendations.add(new At(now, current));
        }
    }

    /// The highest that was recommended of late: Pods are not given up for a short lull.
    int stabilized(int desired, Instant now) {
        int highest = recommendations.stream()
                .filter(at -> at.time().isAfter(now.minus(DOWN_WINDOW)))
                .mapToInt(At::count)
                .reduce(desired, Math::max);
        remember(recommendations, desired, now);
        return highest;
    }

    /// The same by an autoscaler's own windows: up to the lowest, down to the highest that was recommended in them.
    int stabilized(int current, int desired, HorizontalPodAutoscalerBehavior behavior, Instant now) {
        Instant up = now.minus(window(behavior.getScaleUp(), Duration.ZERO));
        Instant down = now.minus(window(behavior.getScaleDown(), DOWN_WINDOW));
        int lowest = desired;
        int highest = desired;
        for (At at : recommendations) {
            lowest = at.time().isAfter(up) ? Math.min(lowest, at.count()) : lowest;
            highest = at.time().isAfter(down) ? Math.max(highest, at.count()) : highest;
        }
        remember(recommendations, desired, now);
        return Math.min(Math.max(current, lowest), highest);
    }

    /// The bounds that hold where an autoscaler says nothing of its speed.
    static Limit bounded(int current, int desired, int least, int most) {
        int fastest = Math.max(2 * current, LEAST_UP_LIMIT);
        if (desired < least) {
            return Limit.tooFew(least);
        }
        if (desired > Math.min(fastest, most)) {
            return most > fastest ? Limit.tooFastUp(fastest) : Limit.tooMany(most);
        }
        return Limit.within(desired);
    }

    /// The bounds that an autoscaler's own rules set.
    Limit bounded(
            int current, int desired, int least, int most, HorizontalPodAutoscalerBehavior behavior, Instant now) {
        if (desired > current) {
            int fastest = Math.max(current, upLimit(current, behavior.getScaleUp(), now));
            if (desired > Math.min(fastest, most)) {
                return most > fastest ? Limit.tooFastUp(fastest) : Limit.tooMany(most);
            }
        } else if (desired < current) {
            int fastest = Math.min(current, downLimit(current, behavior.getScaleDown(), now));
            if (desired < Math.max(fastest, least)) {
                return least < fastest ? Limit.tooFastDown(fastest) : Limit.tooFew(least);
            }
        }
        return Limit.within(desired);
    }

    private int upLimit(int current, HPAScalingRules rules, Instant now) {
        if ("Disabled".equals(rules.getSelectPolicy())) {
            return current;
        }
        boolean least = "Min".equals(rules.getSelectPolicy());
        int limit = least ? Integer.MAX_VALUE : Integer.MIN_VALUE;
        for (HPAScalingPolicy policy : rules.getPolicies()) {
            int before = before(current, policy, now);
            int proposed = "Pods".equals(policy.getType())
                    ? before + policy.getValue()
                    : (int) Math.ceil(before * (1 + policy.getValue() / PERCENT));
            limit = least ? Math.min(limit, proposed) : Math.max(limit, proposed);
        }
        return limit;
    }

    private int downLimit(int current, HPAScalingRules rules, Instant now) {
        if ("Disabled".equals(rules.getSelectPolicy())) {
            return current;
        }
        boolean least = "Min".equals(rules.getSelectPolicy());
        int limit = least ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        for (HPAScalingPolicy policy : rules.getPolicies()) {
            int before = before(current, policy, now);
            int proposed = "Pods".equals(policy.getType())
                    ? before - policy.getValue()
                    : (int) (before * (1 - policy.getValue() / PERCENT));
            limit = least ? Math.max(limit, proposed) : Math.min(limit, proposed);
        }
        return limit;
    }

    /// How many there were when the policy's period began.
    private int before(int current, HPAScalingPolicy policy, Instant now) {
        Instant since = now.minusSeconds(policy.getPeriodSeconds());
        return current - changed(growths, since) + changed(shrinkings, since);
    }

    private static int changed(List<At> changes, Instant since) {
        return changes.stream()
                .filter(at -> at.time().isAfter(since))
                .mapToInt(At::count)
                .sum();
    }

    /// The size was changed.
    void scaled(int from, int to, Instant now) {
        remember(to > from ? growths : shrinkings, Math.abs(to - from), now);
    }

    private static void remember(List<At> list, int count, Instant now) {
        list.removeIf(at -> at.time().isBefore(now.minus(LONGEST)));
        list.add(new At(now, count));
    }

    private static Duration window(@Nullable HPAScalingRules rules, Duration usual) {
        Integer seconds = rules == null ? null : rules.getStabilizationWindowSeconds();
        return Duration.ofSeconds(Objects.requireNonNullElse(seconds, (int) usual.toSeconds()));
    }
}
