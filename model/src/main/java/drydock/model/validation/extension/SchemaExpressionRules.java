package drydock.model.validation.extension;

import drydock.model.cel.Expression;
import drydock.model.validation.Checks;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Rules in CEL that a schema states (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
/// ValidateCustomResourceDefinitionOpenAPISchema`); what stands around them is [SchemaValidationRules]. The types of
/// fields are not held against them.
final class SchemaExpressionRules {

    private static final String RULE = "custom-schema";
    private static final List<String> REASONS =
            List.of("FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired", "FieldValueDuplicate");

    private SchemaExpressionRules() {}

    static void check(Visit schema) {
        schema.each("x-kubernetes-validations").forEach(SchemaExpressionRules::rule);
    }

    private static void rule(Visit rule) {
        rule.text("reason")
                .filter(reason -> !REASONS.contains(reason))
                .filter(_ -> !rule.isRefused(rule.path().key("reason")))
                .ifPresent(reason -> rule.error(
                                "unsupported-value",
                                "reason",
                                "unsupported-value",
                                Checks.shown(reason),
                                String.join(", ", REASONS))
                        .words(ServerWords.unsupported(reason, REASONS)));
        syntax(rule, "rule");
        syntax(rule, "messageExpression");
    }

    private static void syntax(Visit rule, String field) {
        String text = rule.textOrEmpty(field);
        if (!text.isBlank()) {
            Expression.of(text.strip())
                    .syntaxError()
                    .ifPresent(error -> rule.error(RULE, field, "custom-rule-syntax", error)
                            .words(ServerWords.invalid(text, "compilation failed: ERROR: <input>:" + error)));
        }
    }
}
