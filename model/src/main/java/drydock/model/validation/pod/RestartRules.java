package drydock.model.validation.pod;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// When a container by itself is started again (`pkg/apis/core/validation/validation.go
/// validateContainerRestartPolicy`; before 1.35, when the gate ContainerRestartRules was off,
/// `validateInitContainerRestartPolicy`).
final class RestartRules {

    private static final String RULE = "restart-policy";
    private static final int FOR_EVERY_CONTAINER = 35;
    private static final int MOST_RULES = 20;
    private static final int MOST_CODES = 255;

    /// From this version on a container can have all others started again, and sidecars have rules (gate
    /// RestartAllContainersOnContainerExits).
    private static final int ALL_CONTAINERS = 36;

    private static final List<String> POLICIES = List.of("Always", "Never", "OnFailure");
    private static final List<String> ACTIONS = List.of("Restart", "RestartAllContainers");
    private static final List<String> FIRST_ACTIONS = List.of("Restart");
    private static final List<String> OPERATORS = List.of("In", "NotIn");

    static final List<Rule> RULES = List.of(
            Rule.of("PodSpec", RestartRules::policies),
            Rule.of("ContainerRestartRule", RestartRules::restartRule),
            Rule.of("ContainerRestartRuleOnExitCodes", RestartRules::exitCodes));

    private RestartRules() {}

    private static void policies(Visit pod) {
        boolean everywhere = pod.version().atLeast(FOR_EVERY_CONTAINER);
        pod.each("containers").forEach(c -> {
            if (everywhere) {
                policy(c, POLICIES);
            } else if (c.has("restartPolicy")) {
                c.error(RULE, "restartPolicy", "restart-policy-init-only")
                        .words(ServerWords.forbidden("may not be set for non-init containers"))
                        .fix(c.removing("restartPolicy"), "fix.remove", c.path().key("restartPolicy"));
            }
        });
        pod.each("initContainers").forEach(c -> {
            if (everywhere && Pods.isSidecar(c) && !pod.version().atLeast(ALL_CONTAINERS)) {
                noRules(c);
            } else {
                policy(c, everywhere ? POLICIES : List.of("Always"));
            }
        });
    }

    private static void noRules(Visit sidecar) {
        String field = "restartPolicyRules";
        if (!sidecar.each(field).isEmpty()) {
            sidecar.error(RULE, field, "restart-rules-of-sidecar")
                    .words(ServerWords.forbidden(
                            "restartPolicyRules are not allowed for init containers with restart policy Always"))
                    .fix(sidecar.removing(field), "fix.remove", sidecar.path().key(field));
        }
    }

    private static void policy(Visit container, List<String> policies) {
        List<Visit> rules = container.each("restartPolicyRules");
        if (!container.has("restartPolicy")) {
            if (!rules.isEmpty()) {
                Checks.missing(container, "restartPolicy", "must specify restartPolicy when restart rules are used");
            }
        } else if (container.value("restartPolicy") instanceof String policy && !policies.contains(policy)) {
            unsupported(container, "restartPolicy", policy, policies);
        }
        if (rules.size() > MOST_RULES) {
            container
                    .error(RULE, "restartPolicyRules", "too-many", MOST_RULES)
                    .words(ServerWords.tooMany(rules.size(), MOST_RULES));
        }
    }

    private static void restartRule(Visit rule) {
        if (!rule.version().atLeast(FOR_EVERY_CONTAINER)) {
            return;
        }
        List<String> actions = rule.version().atLeast(ALL_CONTAINERS) ? ACTIONS : FIRST_ACTIONS;
        rule.text("action")
                .filter(a -> !a.isEmpty() && !actions.contains(a))
                .ifPresent(a -> unsupported(rule, "action", a, actions));
        if (!rule.has("exitCodes")) {
            Checks.missing(rule, "exitCodes", "must be specified");
        }
    }

    private static void exitCodes(Visit codes) {
        String operator = codes.textOrEmpty("operator");
        if (codes.version().atLeast(FOR_EVERY_CONTAINER) && !OPERATORS.contains(operator)) {
            unsupported(codes, "operator", operator, OPERATORS);
        }
        int count = codes.value("values") instanceof List<?> values ? values.size() : 0;
        if (codes.version().atLeast(FOR_EVERY_CONTAINER) && count > MOST_CODES) {
            codes.error(RULE, "values", "too-many", MOST_CODES).words(ServerWords.tooMany(count, MOST_CODES));
        }
    }

    static void unsupported(Visit visit, String field, String value, List<String> supported) {
        visit.error("unsupported-value", field, "unsupported-value", Checks.shown(value), String.join(", ", supported))
                .words(ServerWords.unsupportedOf(value, supported));
    }
}
