package drydock.model.validation.extension;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What policies of admission look at, and what they are given
/// (`pkg/apis/admissionregistration/validation/validation.go validateNamedRuleWithOperations`, `validateParamKind`,
/// `validateParamRef`, `validateMutatingAdmissionPolicySpec`).
final class PolicyMatchRules {

    private static final String RULE = "admission-policy";
    private static final List<String> MUTABLE = List.of("*", "CONNECT", "CREATE", "UPDATE");
    private static final List<String> NOT_FOUND = List.of("Deny", "Allow");
    private static final String NO_BOTH = "name and selector are mutually exclusive";

    static final List<Rule> RULES = List.of(
            Rule.of("NamedRuleWithOperations", WebhookRules::rule),
            Rule.of("NamedRuleWithOperations", PolicyMatchRules::names),
            Rule.of("MutatingAdmissionPolicySpec", spec -> operations(spec.in("matchConstraints"))),
            Rule.of("MutatingAdmissionPolicyBindingSpec", spec -> operations(spec.in("matchResources"))),
            Rule.of("MutatingAdmissionPolicyBindingSpec", spec -> Checks.required(spec, "policyName")),
            new Rule.OfObject(
                    List.of("ValidatingAdmissionPolicyBindingSpec", "MutatingAdmissionPolicyBindingSpec"),
                    spec -> Checks.form(spec, "name", "policyName", "name-subdomain", Names::subdomainProblems)),
            Rule.of("ParamKind", PolicyMatchRules::version),
            Rule.of("ParamKind", PolicyMatchRules::kind),
            Rule.of("ParamRef", PolicyMatchRules::reference));

    private PolicyMatchRules() {}

    private static void names(Visit rule) {
        List<String> names = rule.list("resourceNames");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            FieldPath at = rule.path().key("resourceNames").index(i);
            Names.pathSegmentProblems(name).stream()
                    .findFirst()
                    .ifPresent(problem -> rule.error("name", at, "name-segment", Checks.shown(name), problem)
                            .words(ServerWords.invalid(name, problem)));
            if (!seen.add(name)) {
                rule.error(Checks.DUPLICATE, at, "duplicate-value", Checks.shown(name))
                        .words(ServerWords.duplicate(name));
            }
        }
    }

    /// What is deleted cannot be changed first; the API server leaves the places in the lists out of the path.
    private static void operations(Visit match) {
        FieldPath called = match.path().key("resourceRules").key("operations");
        for (Visit rule : match.each("resourceRules")) {
            List<String> operations = rule.list("operations");
            for (int i = 0; i < operations.size(); i++) {
                String operation = operations.get(i);
                FieldPath at = rule.path().key("operations").index(i);
                if (!MUTABLE.contains(operation) && !rule.isRefused(at)) {
                    rule.errorCalled(called, RULE, at, "policy-operation", Checks.shown(operation))
                            .words(ServerWords.unsupportedOf(operation, MUTABLE));
                }
            }
        }
    }

    private static void version(Visit kind) {
        String field = "apiVersion";
        String text = kind.textOrEmpty(field);
        int slash = text.indexOf('/');
        String group = slash < 0 ? "" : text.substring(0, slash);
        String version = text.substring(slash + 1);
        if (text.isEmpty()) {
            Checks.required(kind, field);
        } else if (version.indexOf('/') >= 0) {
            wrong(kind, text, text, "unexpected GroupVersion string: " + text);
        } else {
            if (!group.isEmpty()) {
                Names.subdomainProblems(group).stream()
                        .findFirst()
                        .ifPresent(problem -> wrong(kind, text, group, problem));
            }
            if (version.isEmpty()) {
                wrong(kind, text, text, "version must be specified");
            } else {
                Names.oldLabelProblems(version).stream()
                        .findFirst()
                        .ifPresent(problem -> wrong(kind, text, version, problem));
            }
        }
    }

    private static void wrong(Visit kind, String text, String part, String words) {
        kind.error(RULE, "apiVersion", "policy-version", Checks.shown(text)).words(ServerWords.invalid(part, words));
    }

    private static void kind(Visit param) {
        Checks.required(param, "kind");
        Checks.form(
                param,
                "name",
                "kind",
                "name-label",
                kind -> Names.oldLabelProblems(kind.toLowerCase(Locale.ROOT)).stream()
                        .map(problem -> "may have mixed case, but should otherwise match: " + problem)
                        .toList());
    }

    private static void reference(Visit reference) {
        String name = reference.textOrEmpty("name");
        Checks.form(reference, "name", "name", "name-segment", Names::pathSegmentProblems);
        boolean selects = reference.has("selector");
        if (!name.isEmpty() && selects) {
            for (String field : List.of("name", "selector")) {
                reference
                        .error("one-of", field, "one-of.many")
                        .words(ServerWords.forbidden(NO_BOTH))
                        .fix(
                                reference.removing(field),
                                "fix.remove",
                                reference.path().key(field));
            }
        } else if (name.isEmpty()
                && !selects
                && !(reference.has("name") && reference.text("name").isEmpty())) {
            reference
                    .error(Checks.REQUIRED, reference.path(), "one-of.none")
                    .words(ServerWords.required("one of name or selector must be specified"));
        }
        String field = "parameterNotFoundAction";
        String action = reference.textOrEmpty(field);
        Checks.required(reference, field);
        if (!action.isEmpty() && !NOT_FOUND.contains(action)) {
            reference
                    .error(
                            "unsupported-value",
                            field,
                            "unsupported-value",
                            Checks.shown(action),
                            String.join(", ", NOT_FOUND))
                    .words(ServerWords.unsupportedOf(action, NOT_FOUND));
        }
    }
}
