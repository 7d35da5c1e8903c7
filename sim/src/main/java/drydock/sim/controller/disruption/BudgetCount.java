package drydock.sim.controller.disruption;

import drydock.model.resource.LabelSelector;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a budget amounts to at a moment (`disruption/disruption.go trySync`).
///
/// @param disrupted the Pods that were promised to go and have not yet, with the time of the promise
/// @param problem why the count cannot be right
/// @param again how long until a promise is forgotten
record BudgetCount(
        int expected,
        int desired,
        int healthy,
        Map<String, String> disrupted,
        Optional<String> problem,
        Optional<Duration> again) {

    private static final Duration PROMISE = Duration.ofMinutes(2);
    private static final String ALLOWED = "DisruptionAllowed";

    static BudgetCount of(PodDisruptionBudget budget, Collection<Pod> pods, Scales scales, Instant now) {
        IntOrString least = budget.getSpec().getMinAvailable();
        IntOrString most = budget.getSpec().getMaxUnavailable();
        int expected;
        int desired;
        if (most != null) {
            expected = scales.expected();
            desired = Math.max(0, expected - share(most, expected));
        } else if (least != null && least.getStrVal() != null) {
            expected = scales.expected();
            desired = share(least, expected);
        } else {
            expected = pods.size();
            desired = least == null ? 0 : least.getIntVal();
        }
        Map<String, String> disrupted = promises(budget, pods, now);
        int healthy = (int) pods.stream()
                .filter(pod -> !Owners.isDeleting(pod)
                        && !disrupted.containsKey(pod.getMetadata().getName()))
                .filter(Pods::isReady)
                .count();
        boolean counted = most != null || (least != null && least.getStrVal() != null);
        return new BudgetCount(
                expected,
                desired,
                healthy,
                disrupted,
                counted && scales.unmanaged() ? Optional.of(unmanaged(budget)) : Optional.empty(),
                disrupted.values().stream()
                        .map(at -> Duration.between(now, Instant.parse(at).plus(PROMISE)))
                        .min(Duration::compareTo));
    }

    private static Map<String, String> promises(PodDisruptionBudget budget, Collection<Pod> pods, Instant now) {
        Map<String, String> open = new TreeMap<>();
        Map<String, String> before =
                budget.getStatus() == null ? null : budget.getStatus().getDisruptedPods();
        if (before != null) {
            before.forEach((name, at) -> {
                boolean waits = pods.stream()
                        .anyMatch(pod -> pod.getMetadata().getName().equals(name) && !Owners.isDeleting(pod));
                if (waits && Instant.parse(at).plus(PROMISE).isAfter(now)) {
                    open.put(name, at);
                }
            });
        }
        return open;
    }

    private static String unmanaged(PodDisruptionBudget budget) {
        return "Pods selected by this PodDisruptionBudget (selector: "
                + LabelSelector.of(budget.getSpec().getSelector())
                + ") were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, "
                + "which may result in undefined behavior. To account for these pods please set \".spec.minAvailable\" "
                + "field of the PDB to an integer value.";
    }

    int allowed() {
        return expected <= 0 ? 0 : Math.max(0, healthy - desired);
    }

    PodDisruptionBudgetStatus status(PodDisruptionBudget budget, Instant now) {
        PodDisruptionBudgetStatus status = new PodDisruptionBudgetStatus();
        status.setCurrentHealthy(healthy);
        status.setDesiredHealthy(desired);
        status.setExpectedPods(expected);
        status.setDisruptionsAllowed(allowed());
        status.setDisruptedPods(disrupted.isEmpty() ? null : disrupted);
        status.setObservedGeneration(budget.getMetadata().getGeneration());
        status.setConditions(List.of(condition(budget, now)));
        return status;
    }

    private Condition condition(PodDisruptionBudget budget, Instant now) {
        String is = allowed() > 0 ? "True" : "False";
        Optional<Condition> before = budget.getStatus() == null
                ? Optional.empty()
                : budget.getStatus().getConditions().stream()
                        .filter(c -> ALLOWED.equals(c.getType()) && is.equals(c.getStatus()))
                        .findFirst();
        return new ConditionBuilder()
                .withType(ALLOWED)
                .withStatus(is)
                .withReason(allowed() > 0 ? "SufficientPods" : "InsufficientPods")
                .withMessage("")
                .withObservedGeneration(budget.getMetadata().getGeneration())
                .withLastTransitionTime(
                        before.map(Condition::getLastTransitionTime).orElse(Times.seconds(now)))
                .build();
    }

    /// A number, or that many percent of `of`, rounded up.
    private static int share(@Nullable IntOrString value, int of) {
        if (value == null) {
            return 0;
        }
        String percent = value.getStrVal();
        return percent == null
                ? Objects.requireNonNullElse(value.getIntVal(), 0)
                : Math.ceilDiv(Integer.parseInt(percent.replace("%", "")) * of, 100);
    }
}
