package drydock.model.validation.workload;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What failed Pods mean to a Job (`pkg/apis/batch/validation/validation.go validatePodFailurePolicy`).
final class JobPolicyRules {

    private static final String RULE = "pod-failure-policy";
    private static final int MOST_RULES = 20;
    private static final int MOST_CODES = 255;
    private static final List<String> STATUS = List.of("False", "True", "Unknown");

    static final List<Rule> RULES = List.of(
            Rule.of("JobSpec", JobPolicyRules::failure), Rule.of("PodFailurePolicyRule", JobPolicyRules::failureRule));

    private JobPolicyRules() {}

    private static void failure(Visit spec) {
        List<Visit> rules = spec.in("podFailurePolicy").each("rules");
        tooMany(spec.in("podFailurePolicy"), "rules", rules.size(), MOST_RULES);
        Visit pod = spec.in("template").in("spec");
        Set<String> containers = new HashSet<>();
        Stream.of("containers", "initContainers")
                .flatMap(list -> pod.each(list).stream())
                .forEach(c -> containers.add(c.textOrEmpty("name")));
        for (Visit rule : rules) {
            if (rule.textOrEmpty("action").equals("FailIndex") && !spec.has("backoffLimitPerIndex")) {
                rule.error(RULE, "action", "fail-index")
                        .words(ServerWords.invalid("FailIndex", "requires the backoffLimitPerIndex to be set"));
            }
            Visit codes = rule.in("onExitCodes");
            codes.text("containerName")
                    .filter(name -> !containers.contains(name))
                    .ifPresent(name -> codes.error(RULE, "containerName", "container-not-found", Checks.shown(name))
                            .words(ServerWords.invalid(
                                    name, "must be one of the container or initContainer names in the pod template")));
        }
    }

    static void tooMany(Visit visit, String field, int found, int most) {
        if (found > most) {
            visit.error("too-many", field, "too-many", most).words(ServerWords.tooMany(found, most));
        }
    }

    private static void failureRule(Visit rule) {
        boolean codes = rule.has("onExitCodes");
        boolean conditions = !rule.each("onPodConditions").isEmpty();
        if (codes == conditions) {
            String words = codes
                    ? "specifying both OnExitCodes and OnPodConditions is not supported"
                    : "specifying one of OnExitCodes and OnPodConditions is required";
            rule.error("one-of", rule.path(), codes ? "one-of.many" : "one-of.none")
                    .words("Invalid value: " + words);
        }
        if (codes) {
            codes(rule.in("onExitCodes"));
        }
        tooMany(rule, "onPodConditions", rule.each("onPodConditions").size(), MOST_RULES);
        rule.each("onPodConditions").forEach(JobPolicyRules::condition);
    }

    private static void condition(Visit pattern) {
        Checks.form(pattern, "label", "type", "label-key", pattern.textOrEmpty("type"), Names::qualifiedNameProblems);
        pattern.text("status")
                .filter(status -> !status.isEmpty() && !STATUS.contains(status))
                .ifPresent(status -> pattern.error(
                                "unsupported-value",
                                "status",
                                "unsupported-value",
                                Checks.shown(status),
                                String.join(", ", STATUS))
                        .words(ServerWords.unsupportedOf(status, STATUS)));
    }

    private static void codes(Visit requirement) {
        List<Long> codes = codesOf(requirement);
        if (codes.isEmpty()) {
            requirement
                    .error(RULE, "values", "exit-codes-none")
                    .words(ServerWords.invalid(
                            requirement.has("values") ? List.of() : null, "at least one value is required"));
        }
        tooMany(requirement, "values", codes.size(), MOST_CODES);
        Set<Long> seen = new HashSet<>();
        boolean ordered = true;
        for (int i = 0; i < codes.size(); i++) {
            long code = codes.get(i);
            FieldPath at = requirement.path().key("values").index(i);
            if (code == 0 && requirement.textOrEmpty("operator").equals("In")) {
                requirement
                        .error(RULE, at, "exit-code-zero")
                        .words(ServerWords.invalid(0, "must not be 0 for the In operator"));
            }
            if (!seen.add(code)) {
                requirement.error(Checks.DUPLICATE, at, "duplicate-value", code).words(ServerWords.duplicate(code));
            }
            ordered &= i == 0 || codes.get(i - 1) <= code;
        }
        if (!ordered) {
            requirement
                    .error(RULE, "values", "exit-codes-order")
                    .words(ServerWords.invalid(codes, "must be ordered"))
                    .fix(
                            requirement.setting(
                                    "values", codes.stream().sorted().toList()),
                            "fix.sort",
                            requirement.path().key("values"));
        }
    }

    private static List<Long> codesOf(Visit requirement) {
        List<Long> codes = new ArrayList<>();
        if (requirement.value("values") instanceof List<?> values) {
            values.forEach(v -> codes.add(v instanceof Number n ? n.longValue() : -1L));
        }
        return codes;
    }
}
