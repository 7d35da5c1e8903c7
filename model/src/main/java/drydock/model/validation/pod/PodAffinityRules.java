package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.List;

/// Which Pods a Pod wants beside it, and how they are spread (`pkg/apis/core/validation/validation.go
/// validatePodAffinityTerm`, `validateTopologySpreadConstraints`).
final class PodAffinityRules {

    private static final String SPREAD = "topology-spread";
    private static final List<String> ACTIONS = List.of("DoNotSchedule", "ScheduleAnyway");

    static final List<Rule> RULES = List.of(
            Rule.of("PodAffinityTerm", PodAffinityRules::term),
            Rule.of("TopologySpreadConstraint", PodAffinityRules::spread),
            Rule.of("PodSpec", PodAffinityRules::repeated));

    private PodAffinityRules() {}

    private static void term(Visit term) {
        Checks.form(term, "label", "topologyKey", "label-key", Names::qualifiedNameProblems);
        List<String> namespaces = term.list("namespaces");
        for (int i = 0; i < namespaces.size(); i++) {
            String name = namespaces.get(i);
            var at = term.path().key("namespaces").index(i);
            Names.labelProblems(name).stream()
                    .findFirst()
                    .ifPresent(problem -> term.errorCalled(
                                    term.path().key("namespace").toString(),
                                    "name",
                                    at,
                                    "name-label",
                                    Checks.shown(name),
                                    problem)
                            .words(ServerWords.invalid(name, problem)));
        }
    }

    private static void spread(Visit constraint) {
        long skew = constraint.number("maxSkew").orElse(0);
        boolean typed =
                !constraint.has("maxSkew") || constraint.number("maxSkew").isPresent();
        if (typed && skew <= 0) {
            Checks.notPositive(constraint, "maxSkew", skew, "must be greater than zero");
        }
        String action = constraint.textOrEmpty("whenUnsatisfiable");
        if (action.isEmpty()) {
            RestartRules.unsupported(constraint, "whenUnsatisfiable", "", ACTIONS);
        }
        if (constraint.number("minDomains").isPresent()) {
            long domains = constraint.number("minDomains").getAsLong();
            if (domains <= 0) {
                Checks.notPositive(constraint, "minDomains", domains, "must be greater than zero");
            }
            if (!action.equals("DoNotSchedule")) {
                constraint
                        .error(SPREAD, "minDomains", "spread-min-domains")
                        .words(ServerWords.invalid(
                                domains, "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not " + action));
            }
        }
    }

    /// The earlier of two that are the same is named, with a path of its own.
    private static void repeated(Visit pod) {
        List<Visit> constraints = new ArrayList<>(pod.each("topologySpreadConstraints"));
        for (int i = 0; i < constraints.size(); i++) {
            Visit constraint = constraints.get(i);
            String pair = pair(constraint);
            if (constraints.stream().skip(i + 1L).map(PodAffinityRules::pair).anyMatch(pair::equals)) {
                constraint
                        .errorCalled(
                                constraint.path() + ".{topologyKey, whenUnsatisfiable}",
                                Checks.DUPLICATE,
                                constraint.path(),
                                "duplicate-value",
                                pair)
                        .words(ServerWords.duplicate(pair));
            }
        }
    }

    private static String pair(Visit constraint) {
        return "{" + constraint.textOrEmpty("topologyKey") + ", " + constraint.textOrEmpty("whenUnsatisfiable") + "}";
    }
}
