package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A PodDisruptionBudget (`describe.go describePodDisruptionBudget`).
final class BudgetDescription {

    private BudgetDescription() {}

    static void of(Lines lines, Cluster cluster, PodDisruptionBudget budget) {
        PodDisruptionBudgetStatus status =
                Objects.requireNonNullElseGet(budget.getStatus(), PodDisruptionBudgetStatus::new);
        Metadata.name(lines, budget);
        if (budget.getSpec().getMinAvailable() != null) {
            lines.field(0, "Min available", ProbeText.port(budget.getSpec().getMinAvailable()));
        } else if (budget.getSpec().getMaxUnavailable() != null) {
            lines.field(0, "Max unavailable", ProbeText.port(budget.getSpec().getMaxUnavailable()));
        }
        lines.field(
                0,
                "Selector",
                budget.getSpec().getSelector() == null
                        ? "<unset>"
                        : ConditionLines.selector(
                                LabelSelector.of(budget.getSpec().getSelector())));
        lines.line(0, "Status:");
        lines.field(4, "Allowed disruptions", number(status.getDisruptionsAllowed()));
        lines.field(4, "Current", number(status.getCurrentHealthy()));
        lines.field(4, "Desired", number(status.getDesiredHealthy()));
        lines.field(4, "Total", number(status.getExpectedPods()));
        EventLines.of(lines, cluster, budget);
    }

    private static int number(@Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }
}
