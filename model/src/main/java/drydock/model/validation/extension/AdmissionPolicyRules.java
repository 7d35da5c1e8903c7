package drydock.model.validation.extension;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Policies of admission, but for their expressions in CEL, which are [AdmissionExpressionRules]
/// (`pkg/apis/admissionregistration/validation/validation.go
/// validateValidatingAdmissionPolicySpec`, `validateValidationActions`).
final class AdmissionPolicyRules {

    private static final String RULE = "admission-policy";
    private static final List<String> ACTIONS = List.of("Audit", "Deny", "Warn");

    static final List<Rule> RULES = List.of(
            Rule.of("ValidatingAdmissionPolicySpec", AdmissionPolicyRules::constraints),
            Rule.of("ValidatingAdmissionPolicySpec", AdmissionPolicyRules::validations),
            Rule.of("MutatingAdmissionPolicySpec", AdmissionPolicyRules::constraints),
            Rule.of("ValidatingAdmissionPolicyBindingSpec", AdmissionPolicyRules::actions));

    private AdmissionPolicyRules() {}

    private static void constraints(Visit spec) {
        if (!spec.has("matchConstraints")) {
            Checks.missing(spec, "matchConstraints");
        } else if (spec.in("matchConstraints").each("resourceRules").isEmpty()) {
            Checks.missing(spec.in("matchConstraints"), "resourceRules");
        }
    }

    private static void validations(Visit spec) {
        if (spec.each("validations").isEmpty() && spec.each("auditAnnotations").isEmpty()) {
            for (String field : List.of("validations", "auditAnnotations")) {
                spec.error(Checks.REQUIRED, field, "policy-empty")
                        .words(ServerWords.required("validations or auditAnnotations must contain at least one item"));
            }
        }
    }

    private static void actions(Visit spec) {
        String field = "validationActions";
        List<String> actions = spec.list(field);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < actions.size(); i++) {
            String action = actions.get(i);
            var at = spec.path().key(field).index(i);
            if (!ACTIONS.contains(action)) {
                spec.error(
                                "unsupported-value",
                                at,
                                "unsupported-value",
                                Checks.shown(action),
                                String.join(", ", ACTIONS))
                        .words(ServerWords.unsupportedOf(action, ACTIONS));
            }
            if (!seen.add(action)) {
                spec.error(Checks.DUPLICATE, at, "duplicate-value", Checks.shown(action))
                        .words(ServerWords.duplicate(action));
            }
        }
        if (seen.contains("Deny") && seen.contains("Warn")) {
            spec.error(RULE, field, "policy-deny-warn")
                    .words(ServerWords.invalid(
                            actions,
                            "must not contain both Deny and Warn (repeating the same validation failure information in "
                                    + "the API response and headers serves no purpose)"));
        }
        if (actions.isEmpty()) {
            Checks.missing(spec, field, "at least one validation action is required");
        }
    }
}
