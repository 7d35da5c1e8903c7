package drydock.model.validation.extension;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;

/// How a policy of admission changes what is written, but for its expressions in CEL, which are
/// [AdmissionExpressionRules] (`pkg/apis/admissionregistration/validation/validation.go
/// validateMutatingAdmissionPolicySpec`, `validateMutation`).
final class MutationRules {

    private static final String RULE = "admission-policy";
    private static final Map<String, String> FIELDS =
            Map.of("ApplyConfiguration", "applyConfiguration", "JSONPatch", "jsonPatch");

    static final List<Rule> RULES = List.of(
            Rule.of("MutatingAdmissionPolicySpec", MutationRules::policy),
            Rule.of("Mutation", MutationRules::mutation),
            new Rule.OfObject(List.of("ApplyConfiguration", "JSONPatch"), MutationRules::expression));

    private MutationRules() {}

    private static void policy(Visit spec) {
        Checks.required(spec, "reinvocationPolicy");
        boolean untyped = spec.has("mutations") && !(spec.value("mutations") instanceof List<?>);
        if (spec.each("mutations").isEmpty() && !untyped) {
            Checks.missing(spec, "mutations", "mutations must contain at least one item");
        }
    }

    private static void mutation(Visit mutation) {
        String type = mutation.textOrEmpty("patchType");
        FIELDS.forEach((of, field) -> {
            if (type.equals(of) && !mutation.has(field)) {
                Checks.missing(mutation, field, "must be specified when patchType is " + type);
            } else if (FIELDS.containsKey(type) && !type.equals(of) && mutation.has(field)) {
                mutation.error(RULE, field, "policy-patch", field, of)
                        .words(ServerWords.invalid(
                                "{" + field + "}", "must not be specified when patchType is " + type))
                        .fix(
                                mutation.removing(field),
                                "fix.remove",
                                mutation.path().key(field));
            }
        });
    }

    private static void expression(Visit patch) {
        String text = patch.textOrEmpty("expression");
        boolean untyped = patch.has("expression") && patch.text("expression").isEmpty();
        if (text.isBlank() && !untyped) {
            Checks.missing(patch, "expression");
        }
    }
}
