package drydock.sim.kubectl.describe;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// ResourceQuotas and LimitRanges, by themselves and as part of a namespace (`describe.go describeQuota`,
/// `describeLimitRangeSpec`).
final class LimitDescription {

    private static final Map<String, String> SCOPES = Map.of(
            "Terminating",
            "Matches all pods that have an active deadline. These pods have a limited lifespan on a node"
                    + " before being actively terminated by the system.",
            "NotTerminating",
            "Matches all pods that do not have an active deadline. These pods usually include long"
                    + " running pods whose container command is not expected to terminate.",
            "BestEffort",
            "Matches all pods that do not have resource requirements set. These pods have a best effort"
                    + " quality of service.",
            "NotBestEffort",
            "Matches all pods that have at least one resource requirement set. These pods have a"
                    + " burstable or guaranteed quality of service.");

    private LimitDescription() {}

    static void of(Lines lines, ResourceQuota quota) {
        Metadata.name(lines, quota);
        scopes(lines, 0, " * ", quota);
        lines.line(0, "Resource", "Used", "Hard").line(0, "--------", "----", "----");
        amounts(lines, 0, quota);
    }

    static void of(Lines lines, LimitRange range) {
        Metadata.name(lines, range);
        heading(lines, "");
        items(lines, "", range);
    }

    /// The quotas of a namespace, one below the other.
    static void quotas(Lines lines, List<ResourceQuota> quotas) {
        if (quotas.isEmpty()) {
            lines.line(0, "No resource quota.");
            return;
        }
        lines.line(0, "Resource Quotas");
        for (ResourceQuota quota : quotas) {
            lines.field(1, "Name", quota.getMetadata().getName());
            scopes(lines, 1, "* ", quota);
            lines.line(1, "Resource", "Used", "Hard").line(1, "--------", "---", "---");
            amounts(lines, 1, quota);
        }
    }

    /// The limits of a namespace, one below the other.
    static void limits(Lines lines, List<LimitRange> ranges) {
        if (ranges.isEmpty()) {
            lines.line(0, "No LimitRange resource.");
            return;
        }
        lines.line(0, "Resource Limits");
        heading(lines, " ");
        ranges.forEach(range -> items(lines, " ", range));
    }

    private static void scopes(Lines lines, int level, String bullet, ResourceQuota quota) {
        List<String> scopes = quota.getSpec().getScopes().stream().sorted().toList();
        if (scopes.isEmpty()) {
            return;
        }
        lines.field(level, "Scopes", String.join(", ", scopes));
        scopes.stream().map(SCOPES::get).filter(Objects::nonNull).forEach(text -> lines.line(level, bullet + text));
    }

    private static void amounts(Lines lines, int level, ResourceQuota quota) {
        if (quota.getStatus() == null) {
            return;
        }
        Map<String, Quantity> used =
                Objects.requireNonNullElse(quota.getStatus().getUsed(), Map.of());
        new TreeMap<>(Objects.requireNonNullElse(quota.getStatus().getHard(), Map.of()))
                .forEach((name, hard) -> lines.line(level, name, Objects.toString(used.get(name), "0"), hard));
    }

    private static void heading(Lines lines, String indent) {
        lines.line(
                0,
                indent + "Type",
                "Resource",
                "Min",
                "Max",
                "Default Request",
                "Default Limit",
                "Max Limit/Request Ratio");
        lines.line(
                0,
                indent + "----",
                "--------",
                "---",
                "---",
                "---------------",
                "-------------",
                "-----------------------");
    }

    private static void items(Lines lines, String indent, LimitRange range) {
        for (LimitRangeItem item : range.getSpec().getLimits()) {
            TreeSet<String> names = new TreeSet<>();
            Stream.of(
                            item.getMin(),
                            item.getMax(),
                            item.getDefault(),
                            item.getDefaultRequest(),
                            item.getMaxLimitRequestRatio())
                    .filter(Objects::nonNull)
                    .forEach(amounts -> names.addAll(amounts.keySet()));
            for (String name : names) {
                lines.line(
                        0,
                        indent + item.getType(),
                        name,
                        amount(item.getMin(), name),
                        amount(item.getMax(), name),
                        amount(item.getDefaultRequest(), name),
                        amount(item.getDefault(), name),
                        amount(item.getMaxLimitRequestRatio(), name));
            }
        }
    }

    private static String amount(@Nullable Map<String, Quantity> amounts, String name) {
        return amounts == null ? "-" : Objects.toString(amounts.get(name), "-");
    }
}
