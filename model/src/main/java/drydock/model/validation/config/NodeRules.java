package drydock.model.validation.config;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Nodes and their taints (`pkg/apis/core/validation/validation.go ValidateNode`, `validateNodeTaints`).
final class NodeRules {

    static final List<Rule> RULES = List.of(
            Rule.of("NodeSpec", NodeRules::taintsOnce),
            Rule.of("Taint", NodeRules::taint),
            Rule.of("NodeSpec", NodeRules::addresses));

    private static final Pattern RANGE =
            Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/\\d{1,3}");

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
        if (!first.isEmpty() && !RANGE.matcher(first).matches()) {
            spec.errorCalled(
                            "spec.podCIDRs[0]",
                            "address-range",
                            spec.path().key("podCIDR"),
                            "cidr",
                            Checks.shown(first))
                    .words(ServerWords.invalid(
                            first, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"));
        }
        List<?> ranges = spec.value("podCIDRs") instanceof List<?> list ? list : List.of();
        if (ranges.size() > 2) {
            spec.error("too-many", "podCIDRs", "too-many", 2)
                    .words(ServerWords.invalidRaw("[…]", "may specify no more than one CIDR for each IP family"));
        }
    }
}
