package drydock.sim.admission;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The bounds of one item of a LimitRange (`limitranger/admission.go minConstraint`, `maxConstraint`,
/// `limitRequestRatioConstraint`).
final class LimitBounds {

    private final LimitRangeItem item;
    private final List<String> problems;

    /// @param problems is told what is out of bounds
    LimitBounds(LimitRangeItem item, List<String> problems) {
        this.item = item;
        this.problems = problems;
    }

    void check(Map<String, Quantity> requests, Map<String, Quantity> limits) {
        sorted(item.getMin()).forEach((name, least) -> atLeast(name, least, requests.get(name), limits.get(name)));
        sorted(item.getMax()).forEach((name, most) -> atMost(name, most, requests.get(name), limits.get(name)));
        sorted(item.getMaxLimitRequestRatio())
                .forEach((name, most) -> ratio(name, most, requests.get(name), limits.get(name)));
    }

    /// Of what has no limits, as a claim.
    void checkRequests(Map<String, Quantity> requests) {
        sorted(item.getMin()).forEach((name, least) -> atLeast(name, least, requests.get(name), null));
        sorted(item.getMax()).forEach((name, most) -> {
            Quantity asked = requests.get(name);
            if (asked != null && Quantities.compare(asked, most) > 0) {
                told("maximum", name, most, ", but request is " + text(asked));
            }
        });
    }

    private void atLeast(String name, Quantity least, @Nullable Quantity request, @Nullable Quantity limit) {
        if (request == null) {
            told("minimum", name, least, ".  No request is specified");
        } else if (Quantities.compare(request, least) < 0) {
            told("minimum", name, least, ", but request is " + text(request));
        } else if (limit != null && Quantities.compare(limit, least) < 0) {
            told("minimum", name, least, ", but limit is " + text(limit));
        }
    }

    private void atMost(String name, Quantity most, @Nullable Quantity request, @Nullable Quantity limit) {
        if (limit == null) {
            told("maximum", name, most, ".  No limit is specified");
        } else if (Quantities.compare(limit, most) > 0) {
            told("maximum", name, most, ", but limit is " + text(limit));
        } else if (request != null && Quantities.compare(request, most) > 0) {
            told("maximum", name, most, ", but request is " + text(request));
        }
    }

    private void ratio(String name, Quantity most, @Nullable Quantity request, @Nullable Quantity limit) {
        String what = name + " max limit to request ratio per " + item.getType() + " is " + text(most);
        if (request == null || Quantities.exact(request).signum() == 0) {
            problems.add(what + ", but no request is specified or request is 0");
        } else if (limit == null || Quantities.exact(limit).signum() == 0) {
            problems.add(what + ", but no limit is specified or limit is 0");
        } else {
            BigDecimal ratio = Quantities.exact(limit).divide(Quantities.exact(request), MathContext.DECIMAL64);
            if (ratio.compareTo(Quantities.exact(most)) > 0) {
                problems.add(what + String.format(Locale.ROOT, ", but provided ratio is %f", ratio));
            }
        }
    }

    private void told(String bound, String name, Quantity amount, String rest) {
        problems.add(bound + " " + name + " usage per " + item.getType() + " is " + text(amount) + rest);
    }

    private static String text(Quantity amount) {
        return Quantities.canonical(amount);
    }

    private static Map<String, Quantity> sorted(@Nullable Map<String, Quantity> amounts) {
        return new TreeMap<>(LimitRanger.orEmpty(amounts));
    }
}
