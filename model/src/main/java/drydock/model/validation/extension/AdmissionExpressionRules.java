package drydock.model.validation.extension;

import drydock.model.cel.Scope;
import drydock.model.cel.Shape;
import drydock.model.validation.Expressions;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The expressions in CEL of webhooks and policies of admission, each with what it may ask for
/// (`pkg/apis/admissionregistration/validation/validation.go validateVariable`, `validateValidationExpression`,
/// `validateMatchConditionsExpression`, `validateMessageExpression`, `validateAuditAnnotation`,
/// `validateApplyConfiguration`, `validateJSONPatch`); what stands around them is [ExpressionRules].
final class AdmissionExpressionRules {

    private static final List<String> TRUTH = List.of("bool");
    private static final List<String> TEXT = List.of("string");
    private static final List<String> TEXT_OR_NONE = List.of("string", "null");
    /// A list that is empty is let be: what the server takes it for is not known here.
    private static final List<String> OPERATIONS = List.of("list(JSONPatch)", "list(dyn)");

    private static final String EXPRESSION = "expression";

    static final List<Rule> RULES = List.of(
            new Rule.OfObject(
                    List.of("ValidatingWebhook", "MutatingWebhook"),
                    webhook -> conditions(webhook, AdmissionScopes.of(false))),
            Rule.of("ValidatingAdmissionPolicySpec", AdmissionExpressionRules::validating),
            Rule.of("MutatingAdmissionPolicySpec", AdmissionExpressionRules::mutating));

    private AdmissionExpressionRules() {}

    private static void conditions(Visit holder, AdmissionScopes scopes) {
        holder.each("matchConditions")
                .forEach(condition -> compile(condition, EXPRESSION, true, scopes.authorizing(), TRUTH));
    }

    private static void validating(Visit spec) {
        AdmissionScopes plain = AdmissionScopes.of(spec.has("paramKind"));
        conditions(spec, plain);
        AdmissionScopes scopes = withVariables(spec, plain);
        for (Visit validation : spec.each("validations")) {
            compile(validation, EXPRESSION, false, scopes.authorizing(), TRUTH);
            compile(validation, "messageExpression", false, scopes.plain(), TEXT);
        }
        for (Visit annotation : spec.each("auditAnnotations")) {
            int bytes = annotation.textOrEmpty("valueExpression").strip().getBytes(StandardCharsets.UTF_8).length;
            if (bytes <= ExpressionRules.LONGEST_VALUE) {
                compile(annotation, "valueExpression", true, scopes.authorizing(), TEXT_OR_NONE);
            }
        }
    }

    private static void mutating(Visit spec) {
        AdmissionScopes plain = AdmissionScopes.of(spec.has("paramKind"));
        conditions(spec, plain);
        AdmissionScopes scopes = withVariables(spec, plain);
        for (Visit mutation : spec.each("mutations")) {
            switch (mutation.textOrEmpty("patchType")) {
                case "ApplyConfiguration" ->
                    compile(mutation.in("applyConfiguration"), EXPRESSION, true, scopes.patching(), List.of("Object"));
                case "JSONPatch" -> compile(mutation.in("jsonPatch"), EXPRESSION, true, scopes.patching(), OPERATIONS);
                default -> {
                    // which of them it would be is not known
                }
            }
        }
    }

    /// With the variables of a policy: each may ask for those that stand before it. Without any there is not even what
    /// holds them.
    private static AdmissionScopes withVariables(Visit spec, AdmissionScopes plain) {
        Map<String, Shape> known = new HashMap<>();
        AdmissionScopes scopes = plain;
        for (Visit variable : spec.each("variables")) {
            String text = variable.textOrEmpty(EXPRESSION);
            scopes = plain.with(known);
            known.put(
                    variable.textOrEmpty("name"),
                    text.isBlank()
                            ? new Shape.Any()
                            : Expressions.check(
                                            variable, EXPRESSION, text, scopes.authorizing(), List.of(), type -> type)
                                    .shape());
            scopes = plain.with(known);
        }
        return scopes;
    }

    /// @param trimmed whether spaces around it are left out first, so that columns are counted without them
    private static void compile(Visit visit, String field, boolean trimmed, Scope scope, List<String> results) {
        String text = visit.textOrEmpty(field);
        if (!text.isBlank()) {
            String expected = !results.equals(TEXT_OR_NONE)
                    ? "must evaluate to " + results.getFirst()
                    : "must evaluate to one of [string null_type]";
            Expressions.check(
                    visit, field, trimmed ? text.strip() : text, scope, results, type -> expected + " but got " + type);
        }
    }
}
