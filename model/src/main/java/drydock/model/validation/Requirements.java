package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import java.util.List;

/// What selectors of objects and of nodes have in common: labels, and requirements of a key, an operator and values
/// (`apimachinery/pkg/apis/meta/v1/validation/validation.go ValidateLabelSelectorRequirement`,
/// `pkg/apis/core/validation/validation.go ValidateNodeSelectorRequirement`).
public final class Requirements {

    private static final String OPERATOR = "operator";
    private static final String VALUES = "values";

    private Requirements() {}

    /// The labels at `field` that are chosen by are labels.
    public static void labels(Visit visit, String field) {
        visit.texts(field).forEach((key, value) -> {
            Checks.form(visit, "label", field, "label-key", key, Names::qualifiedNameProblems);
            Checks.form(visit, "label", field, "label-value", value, Names::labelValueProblems);
        });
    }

    /// The key is one of a label.
    public static void key(Visit requirement) {
        Checks.form(
                requirement, "label", "key", "label-key", requirement.textOrEmpty("key"), Names::qualifiedNameProblems);
    }

    /// The operator is there, and has values just where it needs some; one that is unknown is told with the
    /// enumerations.
    public static void operator(Visit requirement, String rule) {
        String operator = requirement.textOrEmpty(OPERATOR);
        boolean hasValues = !requirement.list(VALUES).isEmpty();
        if (operator.isEmpty()) {
            operatorMissing(requirement);
        } else if (List.of("In", "NotIn").contains(operator) && !hasValues) {
            requirement
                    .error(rule, VALUES, "values-needed", operator)
                    .words(ServerWords.required("must be specified when `operator` is 'In' or 'NotIn'"));
        } else if (List.of("Exists", "DoesNotExist").contains(operator) && hasValues) {
            requirement
                    .error(rule, VALUES, "values-forbidden", operator)
                    .words(ServerWords.forbidden("may not be specified when `operator` is 'Exists' or 'DoesNotExist'"))
                    .fix(
                            requirement.removing(VALUES),
                            "fix.remove",
                            requirement.path().key(VALUES));
        }
    }

    private static void operatorMissing(Visit requirement) {
        requirement
                .error(
                        Checks.REQUIRED,
                        OPERATOR,
                        "required-field",
                        requirement.path().key(OPERATOR))
                .words(ServerWords.invalid("", "not a valid selector operator"));
    }

    /// The values are ones of labels.
    public static void values(Visit requirement) {
        List<String> values = requirement.list(VALUES);
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            FieldPath at = requirement.path().key(VALUES).index(i);
            Names.labelValueProblems(value).stream()
                    .findFirst()
                    .ifPresent(problem -> requirement
                            .error("label", at, "label-value", Checks.shown(value), problem)
                            .words(ServerWords.invalid(value, problem)));
        }
    }
}
