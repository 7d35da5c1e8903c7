package drydock.model.validation.workload;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.List;

/// When an indexed Job has done enough (`pkg/apis/batch/validation/validation.go validateSuccessPolicy`,
/// `validateIndexesFormat`).
final class SuccessPolicyRules {

    private static final String RULE = "success-policy";
    private static final int MOST_RULES = 20;
    private static final int LONGEST = 64 * 1024;

    /// From this version on the field is read at all (gate JobSuccessPolicy).
    private static final int READ = 31;

    static final List<Rule> RULES = List.of(Rule.of("JobSpec", SuccessPolicyRules::policy));

    private SuccessPolicyRules() {}

    private static void policy(Visit spec) {
        if (!spec.has("successPolicy") || !spec.version().atLeast(READ)) {
            return;
        }
        Visit policy = spec.in("successPolicy");
        if (!IndexedJobRules.isIndexed(spec)) {
            spec.error(RULE, "successPolicy", "job-not-indexed", "successPolicy")
                    .words(ServerWords.invalidRaw(json(policy), "requires indexed completion mode"))
                    .fix(
                            spec.setting("completionMode", "Indexed"),
                            "fix.set",
                            spec.path().key("completionMode"),
                            "Indexed");
            return;
        }
        JobPolicyRules.tooMany(policy, "rules", policy.each("rules").size(), MOST_RULES);
        policy.each("rules")
                .forEach(rule -> rule(rule, spec.number("completions").orElse(0)));
    }

    private static String json(Visit policy) {
        List<String> rules = new ArrayList<>();
        for (Visit rule : policy.each("rules")) {
            String indexes =
                    rule.text("succeededIndexes").map(t -> '"' + t + '"').orElse("null");
            rules.add("{\"SucceededIndexes\":" + indexes + ",\"SucceededCount\":" + rule.value("succeededCount") + "}");
        }
        return "{\"Rules\":" + (policy.has("rules") ? rules.toString().replace(", {", ",{") : "null") + "}";
    }

    private static void rule(Visit rule, long completions) {
        boolean indexed = rule.has("succeededIndexes");
        if (!indexed && !rule.has("succeededCount")) {
            rule.error(Checks.REQUIRED, rule.path(), "one-of.none")
                    .words(ServerWords.required(
                            "at least one of succeededCount or succeededIndexes must be specified"));
        }
        String text = rule.textOrEmpty("succeededIndexes");
        if (text.length() > LONGEST) {
            rule.error(RULE, "succeededIndexes", "too-long", LONGEST).words(ServerWords.tooLong(LONGEST));
        }
        JobIndexes indexes = JobIndexes.parse(text, completions);
        if (!indexes.problem().isEmpty()) {
            rule.error(RULE, "succeededIndexes", "indexes", Checks.shown(text))
                    .words(ServerWords.invalid(text, "error parsing succeededIndexes: " + indexes.problem()));
        }
        rule.number("succeededCount").ifPresent(count -> {
            if (count < 0) {
                Checks.negative(rule, "succeededCount", count);
            }
            above(rule, count, completions, "(the number of specified completions)");
            if (indexed) {
                above(rule, count, indexes.count(), "(the number of indexes in the specified succeededIndexes field)");
            }
        });
    }

    private static void above(Visit rule, long count, long most, String what) {
        if (count > most) {
            rule.error(RULE, "succeededCount", "number-above", count, String.valueOf(most))
                    .words(ServerWords.invalid(count, "must be less than or equal to " + most + " " + what));
        }
    }
}
