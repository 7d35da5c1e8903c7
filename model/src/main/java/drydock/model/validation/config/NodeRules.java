package drydock.model.validation.config;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Addresses;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Nodes and their taints (`pkg/apis/core/validation/validation.go ValidateNode`, `validateNodeTaints`).
final class NodeRules {

    static final List<Rule> RULES = List.of(
            Rule.of("NodeSpec", NodeRules::taintsOnce),
            Rule.of("Taint", NodeRules::taint),
            Rule.of("NodeSpec", NodeRules::addresses));

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
        if (ranges.size() > 2) {
            spec.error("too-many", "podCIDRs", "too-many", 2)
                    .words(ServerWords.invalidRaw("[…]", "may specify no more than one CIDR for each IP family"));
        }
    }
}
