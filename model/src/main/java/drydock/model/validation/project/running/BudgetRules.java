package drydock.model.validation.project.running;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Report;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Disruption budgets that never allow an eviction, so that no node can be drained
/// (`pkg/controller/disruption/disruption.go getExpectedPodCount`; percentages are rounded up).
final class BudgetRules {

    static final List<Rule> RULES = List.of(new Rule.OfProject(BudgetRules::check));

    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3})%");
    private static final FieldPath LEAST = FieldPath.of("spec", "minAvailable");
    private static final FieldPath MOST = FieldPath.of("spec", "maxUnavailable");

    private BudgetRules() {}

    private static void check(ProjectView view) {
        Map<ResourceId, Integer> scaled = new HashMap<>();
        view.each(
                HorizontalPodAutoscaler.class,
                (id, scaler) -> ScalingRules.target(id, scaler)
                        .filter(_ -> scaler.getSpec().getMaxReplicas() != null)
                        .ifPresent(target -> scaled.put(target, scaler.getSpec().getMaxReplicas())));
        view.each(PodDisruptionBudget.class, (id, budget) -> {
            if (budget.getSpec() != null) {
                OptionalInt expected = expected(view.selectedBy(id), scaled);
                least(view, id, budget.getSpec().getMinAvailable(), expected);
                most(view, id, budget.getSpec().getMaxUnavailable(), expected);
            }
        });
    }

    /// The most Pods there will be; empty if that is not known, or none.
    private static OptionalInt expected(List<Workload> selected, Map<ResourceId, Integer> scaled) {
        int sum = 0;
        for (Workload workload : selected) {
            OptionalInt replicas =
                    scaled.containsKey(workload.id()) ? OptionalInt.of(scaled.get(workload.id())) : workload.replicas();
            if (replicas.isEmpty() || !workload.isController()) {
                return OptionalInt.empty();
            }
            sum += replicas.getAsInt();
        }
        return sum == 0 ? OptionalInt.empty() : OptionalInt.of(sum);
    }

    private static void least(ProjectView view, ResourceId id, @Nullable IntOrString least, OptionalInt expected) {
        if (least == null) {
            return;
        }
        boolean all = percentage(least).orElse(0) >= 100;
        boolean never = expected.isPresent() && needed(least, expected.getAsInt()) >= expected.getAsInt();
        if (all || never) {
            Report report = expected.isPresent()
                    ? tell(view, id, LEAST, least, "budget-never.of", String.valueOf(expected.getAsInt()))
                    : tell(view, id, LEAST, least, "budget-never");
            if (expected.orElse(0) > 1) {
                int fewer = expected.getAsInt() - 1;
                report.fix(
                        Optional.of(new Edit.SetField(id, LEAST, fewer)),
                        "set-field",
                        "minAvailable",
                        String.valueOf(fewer));
            }
        }
    }

    private static int needed(IntOrString amount, int of) {
        OptionalInt percentage = percentage(amount);
        return percentage.isPresent()
                ? Math.ceilDiv(percentage.getAsInt() * of, 100)
                : amount.getIntVal() == null ? 0 : amount.getIntVal();
    }

    private static OptionalInt percentage(IntOrString amount) {
        Matcher form = PERCENTAGE.matcher(amount.getStrVal() == null ? "" : amount.getStrVal());
        return form.matches() ? OptionalInt.of(Integer.parseInt(form.group(1))) : OptionalInt.empty();
    }

    private static void most(ProjectView view, ResourceId id, @Nullable IntOrString most, OptionalInt expected) {
        if (most != null
                && (most.getStrVal() == null
                        ? isZero(most.getIntVal())
                        : percentage(most).orElse(1) == 0)) {
            Report report = tell(view, id, MOST, most, "budget-never");
            if (expected.orElse(0) > 1) {
                report.fix(Optional.of(new Edit.SetField(id, MOST, 1)), "set-field", "maxUnavailable", "1");
            }
        }
    }

    private static boolean isZero(@Nullable Integer number) {
        return number != null && number == 0;
    }

    private static Report tell(
            ProjectView view, ResourceId id, FieldPath path, IntOrString amount, String key, String... more) {
        String shown = amount.getStrVal() == null ? String.valueOf(amount.getIntVal()) : amount.getStrVal();
        Object[] arguments = more.length == 0 ? new Object[] {shown} : new Object[] {shown, more[0]};
        return view.tell("budget-never", Severity.WARNING, id, path, key, arguments);
    }
}
