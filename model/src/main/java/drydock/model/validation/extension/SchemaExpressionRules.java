package drydock.model.validation.extension;

import drydock.model.cel.Expression;
import drydock.model.cel.Scope;
import drydock.model.cel.Shape;
import drydock.model.cel.TypedExpression;
import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rules in CEL that a schema states, held against the types that it gives their variables
/// (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
/// ValidateCustomResourceDefinitionOpenAPISchema`); what stands around them is [SchemaValidationRules]. What a rule may
/// cost to compute is not estimated.
final class SchemaExpressionRules {

    private static final String RULE = "custom-schema";
    private static final String OPTIONAL = "optionalOldSelf";
    private static final List<String> REASONS =
            List.of("FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired", "FieldValueDuplicate");

    private SchemaExpressionRules() {}

    /// @param root whether the schema is that of whole objects
    /// @param combined whether it stands in a combination of schemas, whose types are not its own
    static void check(Visit schema, boolean root, boolean combined) {
        List<Visit> rules = schema.each("x-kubernetes-validations");
        if (rules.isEmpty()) {
            return;
        }
        rules.forEach(SchemaExpressionRules::reason);
        if (combined) {
            rules.forEach(SchemaExpressionRules::syntax);
            return;
        }
        Optional<Shape> self =
                SchemaShapes.of(written(schema), root || schema.isTrue("x-kubernetes-embedded-resource"));
        if (self.isEmpty()) {
            schema.error(RULE, "x-kubernetes-validations", "custom-rule-untyped")
                    .words("Internal error: internal error: failed to construct type information for"
                            + " x-kubernetes-validations rules: unable to convert structural schema to CEL"
                            + " declarations");
        } else {
            rules.forEach(rule -> rule(rule, schema, self.get()));
        }
    }

    private static Map<String, @Nullable Object> written(Visit schema) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        schema.names().forEach(name -> written.put(name, schema.value(name)));
        return written;
    }

    private static void reason(Visit rule) {
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
    }

    private static void syntax(Visit rule) {
        for (String field : List.of("rule", "messageExpression")) {
            String text = rule.textOrEmpty(field);
            if (!text.isBlank()) {
                Expression.of(text.strip()).syntaxError().ifPresent(error -> wrong(rule, field, error));
            }
        }
    }

    private static void rule(Visit rule, Visit schema, Shape self) {
        String text = rule.textOrEmpty("rule");
        if (text.isBlank()) {
            return;
        }
        boolean mayBeNew = rule.isTrue(OPTIONAL);
        TypedExpression checked = TypedExpression.of(text, Scope.ofRules(self, mayBeNew));
        if (!checked.error().isEmpty()) {
            wrong(rule, "rule", checked.error());
            return;
        } else if (!checked.result().isEmpty() && !checked.result().equals("bool")) {
            rule.error(RULE, "rule", "custom-rule-result", checked.result())
                    .words(ServerWords.invalid(text, "cel expression must evaluate to a bool"));
            return;
        }
        message(rule, self, mayBeNew);
        if (checked.usesOldSelf()) {
            uncorrelated(schema)
                    .ifPresent(list -> rule.error(RULE, "rule", "custom-rule-uncorrelated", list)
                            .words(ServerWords.invalid(
                                    text,
                                    "oldSelf cannot be used on the uncorrelatable portion of the schema within "
                                            + schema.called(list))));
        } else if (rule.has(OPTIONAL) && !checked.result().isEmpty()) {
            rule.error(RULE, OPTIONAL, "custom-rule-optional")
                    .words(ServerWords.invalid(mayBeNew, "may not be set if oldSelf is not used in rule"))
                    .fix(rule.removing(OPTIONAL), "fix.remove", rule.path().key(OPTIONAL));
        }
    }

    private static void message(Visit rule, Shape self, boolean mayBeNew) {
        String field = "messageExpression";
        String text = rule.textOrEmpty(field);
        if (text.isBlank()) {
            return;
        }
        TypedExpression checked = TypedExpression.of(text, Scope.ofRules(self, mayBeNew));
        if (!checked.error().isEmpty()) {
            wrong(rule, field, checked.error());
        } else if (!checked.result().isEmpty() && !checked.result().equals("string")) {
            rule.error(RULE, field, "custom-rule-message-result", checked.result())
                    .words(ServerWords.invalid(text, "messageExpression must evaluate to a string"));
        }
    }

    private static void wrong(Visit rule, String field, String error) {
        String text = rule.textOrEmpty(field);
        String before = field.equals("rule") ? "" : field + " ";
        rule.error(RULE, field, "custom-rule-syntax", error)
                .words(ServerWords.invalid(text, before + "compilation failed: ERROR: <input>:" + error));
    }

    /// The outermost list around a schema whose items have no keys, so that nobody knows which item takes the place of
    /// which.
    private static Optional<FieldPath> uncorrelated(Visit schema) {
        Visit around = schema.top();
        List<FieldPath.Step> steps = schema.path().steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof FieldPath.Key(String key)) {
                boolean list = key.equals("items") && around.textOrEmpty("type").equals("array");
                if (list && !around.textOrEmpty("x-kubernetes-list-type").equals("map")) {
                    return Optional.of(around.path());
                }
                boolean item = i + 1 < steps.size() && steps.get(i + 1) instanceof FieldPath.Index;
                around = item ? around.each(key).get(((FieldPath.Index) steps.get(i + 1)).position()) : around.in(key);
            }
        }
        return Optional.empty();
    }
}
