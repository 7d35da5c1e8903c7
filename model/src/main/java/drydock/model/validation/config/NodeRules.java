package drydock.model.validation.config;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.AddressRange;
import drydock.model.resource.Names;
import drydock.model.validation.Addresses;
import drydock.model.validation.Amounts;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Nodes and their taints (`pkg/apis/core/validation/validation.go ValidateNode`,
/// `validateNodeTaints`, `ValidateNodeResources`).
final class NodeRules {

    static final List<Rule> RULES = List.of(
            Rule.of("NodeSpec", NodeRules::taintsOnce),
            Rule.of("Taint", NodeRules::taint),
            Rule.of("NodeSpec", NodeRules::addresses),
            Rule.of("Node", NodeRules::amounts));

    private NodeRules() {}

    private static void taintsOnce(Visit spec) {
        Set<String> seen = new HashSet<>();
        for (Visit taint : spec.each("taints")) {
            String key = taint.text("key").orElse("");
            String effect = taint.text("effect").orElse("");
            if (!seen.add(key + ":" + effect)) {
                taint.error(Checks.DUPLICATE, taint.path(), "taint-twice", key, effect)
                        .words(ServerWords.duplicateRaw("{…}"));
            }
        }
    }

    private static void taint(Visit taint) {
        taint.text("key")
                .filter(k -> !k.isEmpty())
                .ifPresent(k -> Checks.form(taint, "label", "key", "label-key", k, Names::qualifiedNameProblems));
        taint.text("value")
                .ifPresent(v -> Checks.form(taint, "label", "value", "label-value", v, Names::labelValueProblems));
    }

    /// The field podCIDR is taken for the first of podCIDRs (`pkg/apis/core/v1/conversion.go`).
    private static void addresses(Visit spec) {
        String first = spec.textOrEmpty("podCIDR");
        List<?> ranges = spec.value("podCIDRs") instanceof List<?> list ? list : List.of();
        if (!first.isEmpty() && (ranges.isEmpty() || !first.equals(ranges.getFirst()))) {
            Addresses.checkRange(spec, "spec.podCIDRs[0]", spec.path().key("podCIDR"), first);
            return;
        }
        for (int i = 0; i < ranges.size(); i++) {
            FieldPath at = spec.path().key("podCIDRs").index(i);
            if (ranges.get(i) instanceof String text) {
                Addresses.checkRange(spec, at.toString(), at, text);
            }
        }
        if (ranges.size() > 2 || isOneFamily(ranges)) {
            spec.error("too-many", "podCIDRs", "too-many", 2)
                    .words(ServerWords.invalidRaw("[…]", "may specify no more than one CIDR for each IP family"));
        }
    }

    private static boolean isOneFamily(List<?> ranges) {
        List<Integer> lengths = ranges.stream()
                .flatMap(range -> AddressRange.parse(String.valueOf(range)).stream())
                .map(range -> range.address().length)
                .toList();
        return lengths.size() > 1 && lengths.stream().distinct().count() == 1;
    }

    /// Of its status the API server looks at what it has.
    private static void amounts(Visit node) {
        Visit status = node.in("status");
        for (String field : List.of("capacity", "allocatable")) {
            FieldPath path = status.path().key(field);
            Amounts.of(status, field)
                    .forEach(
                            (name, amount) -> QuotaRules.amount(node, path + "." + name, path.key(name), name, amount));
        }
    }
}
