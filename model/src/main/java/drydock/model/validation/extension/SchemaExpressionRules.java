package drydock.model.validation.extension;

import drydock.model.cel.Expression;
import drydock.model.validation.Checks;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Rules in CEL that a schema states (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
/// ValidateCustomResourceDefinitionOpenAPISchema`). The types of fields are not held against them.
final class SchemaExpressionRules {

    private static final String RULE = "custom-schema";
    private static final List<String> REASONS =
            List.of("FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired", "FieldValueDuplicate");

    private SchemaExpressionRules() {}

    static void check(Visit schema) {
        schema.each("x-kubernetes-validations").forEach(SchemaExpressionRules::rule);
    }

    private static void rule(Visit rule) {
        String text = rule.textOrEmpty("rule");
        String message = rule.textOrEmpty("message");
        if (text.isBlank()) {
            if (rule.has("rule")) {
                Checks.missing(rule, "rule", "rule is not specified");
            }
        } else if (!message.isEmpty() && message.isBlank()) {
            line(rule, "message", "message must be non-empty if specified");
        } else if (message.strip().indexOf('\n') >= 0) {
            line(rule, "message", "message must not contain line breaks");
        } else if (text.strip().indexOf('\n') >= 0 && message.isBlank()) {
            Checks.missing(rule, "message", "message must be specified if rule contains line breaks");
        }
        if (rule.textOrEmpty("fieldPath").indexOf('\n') >= 0) {
            line(rule, "fieldPath", "fieldPath must not contain line breaks");
        }
        rule.text("reason")
                .filter(reason -> !REASONS.contains(reason))
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

    private static void line(Visit rule, String field, String words) {
        rule.error(RULE, field, "custom-rule-line", field).words(ServerWords.invalid(rule.textOrEmpty(field), words));
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
