package drydock.render.figure;

import static drydock.render.figure.FactList.each;
import static drydock.render.figure.FactList.joined;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What matters of limits: how much of what, at least and at most, and who comes first.
final class LimitFacts {

    private LimitFacts() {}

    /// The limits; of a cluster with what is used of them.
    static void tell(ResourceQuota quota, FactList facts) {
        if (quota.getSpec() == null || quota.getSpec().getHard() == null) {
            return;
        }
        Map<String, Quantity> used =
                quota.getStatus() == null ? null : quota.getStatus().getUsed();
        quota.getSpec().getHard().forEach((what, most) -> {
            Quantity now = used == null ? null : used.get(what);
            String all = facts.amount(what, most);
            facts.own(what, now == null ? all : facts.amount(what, now) + " / " + all);
        });
    }

    static void tell(LimitRange range, FactList facts) {
        if (range.getSpec() == null) {
            return;
        }
        for (LimitRangeItem item : each(range.getSpec().getLimits())) {
            Set<String> what = new TreeSet<>();
            for (Map<String, Quantity> amounts :
                    Arrays.asList(item.getMin(), item.getDefaultRequest(), item.getDefault(), item.getMax())) {
                what.addAll(amounts == null ? Set.of() : amounts.keySet());
            }
            for (String resource : what) {
                facts.own(
                        item.getType() + " " + resource,
                        joined(
                                amount("≥ ", item.getMin(), resource, facts),
                                amount("", item.getDefaultRequest(), resource, facts),
                                amount("", item.getDefault(), resource, facts),
                                amount("≤ ", item.getMax(), resource, facts)));
            }
        }
    }

    static void tell(PriorityClass priority, FactList facts) {
        facts.pair("fact.value", priority.getValue());
        if (Boolean.TRUE.equals(priority.getGlobalDefault())) {
            facts.note("fact.isDefault");
        }
        if ("Never".equals(priority.getPreemptionPolicy())) {
            facts.note("fact.noPreemption");
        }
    }

    private static @Nullable String amount(
            String sign, @Nullable Map<String, Quantity> amounts, String resource, FactList facts) {
        Quantity amount = amounts == null ? null : amounts.get(resource);
        return amount == null ? null : sign + facts.amount(resource, amount);
    }
}
