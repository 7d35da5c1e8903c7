package drydock.model.validation.extension;

import drydock.model.cel.Values;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands around the expressions in CEL of webhooks and policies of admission; what the expressions
/// themselves say is looked at by [AdmissionExpressionRules]
/// (`pkg/apis/admissionregistration/validation/validation.go validateMatchConditions`, `validateVariable`,
/// `validateValidation`, `validateAuditAnnotation`).
final class ExpressionRules {

    private static final String RULE = "admission-policy";
    private static final String EXPRESSION = "expression";
    private static final int MOST_CONDITIONS = 64;
    private static final int MOST_ANNOTATIONS = 20;
    static final int LONGEST_VALUE = 5 * 1024;
    private static final Pattern IDENTIFIER = Pattern.compile("[_a-zA-Z][_a-zA-Z0-9]*");

    static final List<Rule> RULES = List.of(
            new Rule.OfObject(
                    List.of(
                            "ValidatingWebhook",
                            "MutatingWebhook",
                            "ValidatingAdmissionPolicySpec",
                            "MutatingAdmissionPolicySpec"),
                    ExpressionRules::conditions),
            Rule.of("MatchCondition", ExpressionRules::condition),
            Rule.of("Variable", ExpressionRules::variable),
            Rule.of("Validation", ExpressionRules::validation),
            Rule.of("ValidatingAdmissionPolicySpec", ExpressionRules::annotations));

    private ExpressionRules() {}

    /// Where nothing but space is written the API server finds nothing.
    static void notBlank(Visit visit, String field, String words) {
        String text = visit.textOrEmpty(field);
        if (!text.isEmpty() && text.isBlank()) {
            visit.error(Checks.REQUIRED, field, "required-field", visit.path().key(field))
                    .words(words.isEmpty() ? ServerWords.required() : ServerWords.required(words));
        }
    }

    private static void conditions(Visit holder) {
        List<Visit> conditions = holder.each("matchConditions");
        if (conditions.size() > MOST_CONDITIONS) {
            holder.error("too-many", "matchConditions", "too-many", MOST_CONDITIONS)
                    .words(ServerWords.tooMany(conditions.size(), MOST_CONDITIONS));
        }
        Set<String> names = new HashSet<>();
        for (Visit condition : conditions) {
            String name = condition.textOrEmpty("name");
            if (!name.isEmpty() && !names.add(name)) {
                Checks.duplicate(condition, "name", name);
            }
        }
    }

    private static void condition(Visit condition) {
        notBlank(condition, EXPRESSION, "");
        Checks.form(condition, "name", "name", "label-key", Names::qualifiedNameProblems);
    }

    private static void variable(Visit variable) {
        notBlank(variable, "name", "name is not specified");
        notBlank(variable, EXPRESSION, "expression is not specified");
        String name = variable.textOrEmpty("name");
        boolean fits = IDENTIFIER.matcher(name).matches() && !Values.isReserved(name);
        if (!name.isBlank() && !fits) {
            variable.error(RULE, "name", "policy-variable", Checks.shown(name))
                    .words(ServerWords.invalid(name, "must be a valid CEL identifier"));
        }
    }

    private static void validation(Visit validation) {
        notBlank(validation, EXPRESSION, "expression is not specified");
        filled(validation, RULE, "messageExpression");
        filled(validation, RULE, "message");
        if (hasLines(validation.textOrEmpty("message").strip())) {
            validation
                    .error(RULE, "message", "text-lines")
                    .words(ServerWords.invalid(validation.textOrEmpty("message"), "must not contain line breaks"));
        }
    }

    /// A text that is there says something.
    static void filled(Visit visit, String rule, String field) {
        String text = visit.textOrEmpty(field);
        if (!text.isEmpty() && text.isBlank()) {
            visit.error(rule, field, "text-blank")
                    .words(ServerWords.invalid(text, "must be non-empty if specified"))
                    .fix(visit.removing(field), "fix.remove", visit.path().key(field));
        }
    }

    static boolean hasLines(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private static void annotations(Visit spec) {
        List<Visit> annotations = spec.each("auditAnnotations");
        if (annotations.size() > MOST_ANNOTATIONS) {
            spec.error("too-many", "auditAnnotations", "too-many", MOST_ANNOTATIONS)
                    .words(ServerWords.invalidRaw(
                            "[…]", "must not have more than " + MOST_ANNOTATIONS + " auditAnnotations"));
        }
        String policy = spec.top().in("metadata").textOrEmpty("name");
        Set<String> keys = new HashSet<>();
        for (Visit annotation : annotations) {
            String key = annotation.textOrEmpty("key");
            if (!key.isEmpty() && !keys.add(key)) {
                Checks.duplicate(annotation, "key", key);
            }
            if (!key.isEmpty() && !policy.isEmpty()) {
                Checks.form(annotation, "label", "key", "label-key", policy + "/" + key, Names::qualifiedNameProblems);
            }
            value(annotation);
        }
    }

    private static void value(Visit annotation) {
        String field = "valueExpression";
        notBlank(annotation, field, "valueExpression is not specified");
        int bytes = annotation.textOrEmpty(field).strip().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_VALUE) {
            annotation
                    .error(RULE, field, "too-long", LONGEST_VALUE)
                    .words(ServerWords.required("must not exceed " + LONGEST_VALUE + " bytes in length"));
        }
    }
}
