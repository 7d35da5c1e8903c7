package drydock.model.validation.extension;

import drydock.model.validation.Checks;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;

/// What stands around the expressions in CEL of a schema, which [SchemaExpressionRules] holds
/// (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
/// ValidateCustomResourceDefinitionOpenAPISchema`).
final class SchemaValidationRules {

    private static final String RULE = "custom-schema";

    private SchemaValidationRules() {}

    static void check(Visit schema) {
        schema.each("x-kubernetes-validations").forEach(validation -> {
            texts(validation);
            path(validation, schema);
        });
    }

    private static void texts(Visit validation) {
        String rule = validation.textOrEmpty("rule").strip();
        String message = validation.textOrEmpty("message");
        ExpressionRules.notBlank(validation, "rule", "rule is not specified");
        if (!rule.isEmpty()) {
            ExpressionRules.filled(validation, RULE, "message");
            if (ExpressionRules.hasLines(message.strip())) {
                validation
                        .error(RULE, "message", "text-lines")
                        .words(ServerWords.invalid(message, "must not contain line breaks"));
            } else if (ExpressionRules.hasLines(rule) && message.isEmpty()) {
                validation
                        .error(Checks.REQUIRED, "message", "custom-rule-message")
                        .words(ServerWords.required("message must be specified if rule contains line breaks"));
            }
        }
        ExpressionRules.notBlank(validation, "messageExpression", "messageExpression must be non-empty if specified");
    }

    private static void path(Visit validation, Visit schema) {
        String path = validation.textOrEmpty("fieldPath");
        if (path.isEmpty()) {
            return;
        }
        ExpressionRules.filled(validation, RULE, "fieldPath");
        boolean lines = ExpressionRules.hasLines(path);
        if (lines) {
            validation
                    .error(RULE, "fieldPath", "text-lines")
                    .words(ServerWords.invalid(path, "must not contain line breaks"));
        }
        if (!path.isBlank()
                && !lines
                && !SchemaPaths.resolve(schema, path, true).problem().isEmpty()) {
            validation
                    .error(RULE, "fieldPath", "custom-rule-path", Checks.shown(path))
                    .words(ServerWords.invalid(path, "must be a valid path"));
        }
    }
}
