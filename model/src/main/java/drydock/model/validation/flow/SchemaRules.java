package drydock.model.validation.flow;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;

/// Which requests flow together, and whose they are (`pkg/apis/flowcontrol/validation/validation.go
/// ValidateFlowSchemaSpec`, `ValidateFlowSchemaSubject`).
final class SchemaRules {

    static final String RULE = "flow-schema";

    private static final int LAST = 10_000;
    private static final List<String> METHODS = List.of("ByNamespace", "ByUser");
    private static final Map<String, String> SUBJECTS =
            Map.of("Group", "group", "ServiceAccount", "serviceAccount", "User", "user");
    private static final List<String> KINDS = List.of("Group", "ServiceAccount", "User");

    static final List<Rule> RULES = List.of(
            Rule.of("FlowSchemaSpec", SchemaRules::precedence),
            Rule.of("FlowSchemaSpec", SchemaRules::level),
            Rule.of("FlowDistinguisherMethod", SchemaRules::method),
            Rule.of("PolicyRulesWithSubjects", SchemaRules::requests),
            Rule.of("PolicyRulesWithSubjects", SchemaRules::subjects));

    private SchemaRules() {}

    private static void precedence(Visit spec) {
        String field = "matchingPrecedence";
        long precedence = spec.number(field).orElse(1);
        boolean exempt = spec.top().in("metadata").textOrEmpty("name").equals("exempt");
        if (precedence < 0) {
            Checks.notPositive(spec, field, precedence, "must be a positive value");
        } else if (precedence > LAST) {
            spec.error(Checks.NUMBER_RANGE, field, "number-range", precedence, "1", String.valueOf(LAST))
                    .words(ServerWords.invalid(precedence, "must not be greater than " + LAST));
        } else if (spec.has(field) && precedence == 1 && !exempt) {
            spec.error(RULE, field, "flow-first")
                    .words(ServerWords.invalid(1, "only the schema named 'exempt' may have matchingPrecedence 1"));
        }
    }

    private static void level(Visit spec) {
        Visit level = spec.in("priorityLevelConfiguration");
        Checks.form(level, "name", "name", "name-subdomain", Names::subdomainProblems);
    }

    private static void method(Visit method) {
        String type = method.textOrEmpty("type");
        if (!type.isEmpty() && !METHODS.contains(type)) {
            unsupported(method, "type", type, METHODS);
        }
    }

    private static void requests(Visit rule) {
        if (rule.each("resourceRules").isEmpty()
                && rule.each("nonResourceRules").isEmpty()) {
            rule.error(Checks.REQUIRED, rule.path(), "flow-nothing")
                    .words(ServerWords.required(
                            "at least one of resourceRules and nonResourceRules has to be non-empty"));
        }
    }

    private static void subjects(Visit rule) {
        rule.each("subjects").forEach(subject -> {
            String kind = subject.textOrEmpty("kind");
            String own = SUBJECTS.get(kind);
            if (own != null) {
                subject(subject, kind, own);
            } else if (!kind.isEmpty()) {
                unsupported(subject, "kind", kind, KINDS);
            }
        });
    }

    private static void subject(Visit subject, String kind, String own) {
        if (!subject.has(own)) {
            Checks.missing(subject, own, own + " is required when subject kind is '" + kind + "'");
        }
        SUBJECTS.forEach((other, field) -> {
            if (!field.equals(own) && subject.has(field)) {
                subject.error(RULE, field, "flow-subject", field, other)
                        .words(ServerWords.forbidden(field + " is forbidden when subject kind is not '" + other + "'"))
                        .fix(
                                subject.removing(field),
                                "fix.remove",
                                subject.path().key(field));
            }
        });
        Visit account = subject.in("serviceAccount");
        if (!account.textOrEmpty("name").equals("*")) {
            Checks.form(account, "name", "name", "name-subdomain", Names::subdomainProblems);
        }
        Checks.form(account, "name", "namespace", "name-label", Names::labelProblems);
    }

    static void unsupported(Visit visit, String field, String value, List<String> values) {
        visit.error("unsupported-value", field, "unsupported-value", Checks.shown(value), String.join(", ", values))
                .words(ServerWords.unsupportedOf(value, values));
    }
}
