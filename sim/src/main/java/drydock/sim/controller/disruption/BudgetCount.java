package drydock.sim.controller.disruption;

import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatusBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a budget amounts to at a moment (`disruption/disruption.go trySync`).
///
/// @param disrupted the Pods that were promised to go and have not yet, with the time of the promise
/// @param late the Pods that were promised to go and have not in time
/// @param problem why the count cannot be right
/// @param again how long until a promise is forgotten
record BudgetCount(
        int expected,
        int desired,
        int healthy,
        Map<String, String> disrupted,
        List<Pod> late,
        Optional<String> problem,
        Optional<Duration> again) {

    private static final Duration PROMISE = Duration.ofMinutes(2);
    private static final String ALLOWED = "DisruptionAllowed";

    static BudgetCount of(PodDisruptionBudget budget, Collection<Pod> pods, ApiServer api, Instant now)
            throws UnknownScaleException {
        IntOrString least = budget.getSpec().getMinAvailable();
        IntOrString most = budget.getSpec().getMaxUnavailable();
        boolean counted = most != null || (least != null && least.getStrVal() != null);
        Scales scales = counted ? Scales.of(api, pods) : new Scales(pods.size(), false);
        int expected = least == null && most == null ? 0 : scales.expected();
        int desired = most == null ? share(least, expected) : Math.max(0, expected - share(most, expected));
        Map<String, String> disrupted = promises(budget, pods, now);
        int healthy = (int) pods.stream()
                .filter(pod -> !Owners.isDeleting(pod)
                        && !disrupted.containsKey(pod.getMetadata().getName()))
                .filter(Pods::isReady)
                .count();
        return new BudgetCount(
                expected,
                desired,
                healthy,
                disrupted,
                promised(budget, pods)
                        .filter(pod -> !disrupted.containsKey(pod.getMetadata().getName()))
                        .toList(),
                scales.unmanaged() ? Optional.of(unmanaged(budget)) : Optional.empty(),
                disrupted.values().stream()
                        .map(at -> Duration.between(now, Instant.parse(at).plus(PROMISE)))
                        .min(Duration::compareTo));
    }

    /// The status of a budget that cannot be counted: nothing is allowed (`disruption.go failSafe`).
    static PodDisruptionBudgetStatus failed(PodDisruptionBudget budget, String why, Instant now) {
        PodDisruptionBudgetStatus status = budget.getStatus() == null
                ? new PodDisruptionBudgetStatus()
                : new PodDisruptionBudgetStatusBuilder(budget.getStatus()).build();
        status.setDisruptionsAllowed(0);
        status.setConditions(List.of(condition(budget, false, "SyncFailed", why, status.getObservedGeneration(), now)));
        return status;
    }

    private static Stream<Pod> promised(PodDisruptionBudget budget, Collection<Pod> pods) {
        Map<String, String> promises =
                budget.getStatus() == null ? null : budget.getStatus().getDisruptedPods();
        return promises == null
                ? Stream.empty()
                : pods.stream()
                        .filter(pod -> !Owners.isDeleting(pod)
                                && promises.containsKey(pod.getMetadata().getName()));
    }

    private static Map<String, String> promises(PodDisruptionBudget budget, Collection<Pod> pods, Instant now) {
        Map<String, String> open = new TreeMap<>();
        promised(budget, pods).map(pod -> pod.getMetadata().getName()).forEach(name -> {
            String at = budget.getStatus().getDisruptedPods().get(name);
            if (!Instant.parse(at).plus(PROMISE).isBefore(now)) {
                open.put(name, at);
            }
        });
        return open;
    }

    private static String unmanaged(PodDisruptionBudget budget) {
        return "Pods selected by this PodDisruptionBudget (selector: "
                + written(budget.getSpec().getSelector())
                + ") were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, "
                + "which may result in undefined behavior. To account for these pods please set \".spec.minAvailable\" "
                + "field of the PDB to an integer value.";
    }

    /// A selector as the controller prints one, which is how Go prints such a value.
    private static String written(@Nullable LabelSelector selector) {
        if (selector == null) {
            return "nil";
        }
        StringBuilder labels = new StringBuilder();
        new TreeMap<>(Objects.requireNonNullElse(selector.getMatchLabels(), Map.<String, String>of()))
                .forEach((key, value) ->
                        labels.append(key).append(": ").append(value).append(','));
        StringBuilder expressions = new StringBuilder();
        selector.getMatchExpressions()
                .forEach(e -> expressions
                        .append("LabelSelectorRequirement{Key:")
                        .append(e.getKey())
                        .append(",Operator:")
                        .append(e.getOperator())
                        .append(",Values:[")
                        .append(String.join(" ", e.getValues()))
                        .append("],},"));
        return "&LabelSelector{MatchLabels:map[string]string{" + labels
                + "},MatchExpressions:[]LabelSelectorRequirement{" + expressions + "},}";
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
        boolean allows = allowed() > 0;
        String reason = allows ? "SufficientPods" : "InsufficientPods";
        status.setConditions(List.of(condition(budget, allows, reason, "", status.getObservedGeneration(), now)));
        return status;
    }

    private static Condition condition(
            PodDisruptionBudget budget,
            boolean allows,
            String reason,
            String message,
            @Nullable Long generation,
            Instant now) {
        String is = allows ? "True" : "False";
        Optional<Condition> before = budget.getStatus() == null
                ? Optional.empty()
                : budget.getStatus().getConditions().stream()
                        .filter(c -> ALLOWED.equals(c.getType()) && is.equals(c.getStatus()))
                        .findFirst();
        return new ConditionBuilder()
                .withType(ALLOWED)
                .withStatus(is)
                .withReason(reason)
                .withMessage(message)
                .withObservedGeneration(generation)
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
