package drydock.model.validation.flow;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.stream.Collectors;

/// The requests that a flow schema matches (`pkg/apis/flowcontrol/validation/validation.go
/// ValidateFlowSchemaResourcePolicyRule`, `ValidateFlowSchemaNonResourcePolicyRule`).
final class RequestRules {

    private static final String RULE = SchemaRules.RULE;
    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch");

    static final List<Rule> RULES = List.of(
            Rule.of("ResourcePolicyRule", RequestRules::resources),
            Rule.of("NonResourcePolicyRule", RequestRules::others));

    private RequestRules() {}

    private static void resources(Visit rule) {
        verbs(rule);
        alone(rule, "apiGroups", "api groups");
        alone(rule, "resources", "resources");
        List<String> namespaces = rule.list("namespaces");
        if (namespaces.isEmpty() && !rule.isTrue("clusterScope")) {
            Checks.missing(
                    rule,
                    "namespaces",
                    "resource rules that are not cluster scoped must supply at least one namespace");
        } else if (!alone(rule, "namespaces", "namespaces")) {
            for (int i = 0; i < namespaces.size(); i++) {
                namespace(rule, namespaces.get(i), rule.path().key("namespaces").index(i));
            }
        }
    }

    private static void namespace(Visit rule, String name, FieldPath at) {
        Names.labelProblems(name).stream()
                .findFirst()
                .ifPresent(problem -> rule.error("name", at, "name-label", Checks.shown(name), problem)
                        .words(ServerWords.invalid(
                                name, "each member of this list must be '*' or a DNS-1123 label; " + problem)));
    }

    private static void others(Visit rule) {
        verbs(rule);
        if (!alone(rule, "nonResourceURLs", "non-resource URLs")) {
            List<String> paths = rule.list("nonResourceURLs");
            for (int i = 0; i < paths.size(); i++) {
                path(rule, paths.get(i), rule.path().key("nonResourceURLs").index(i));
            }
        }
    }

    /// `ValidateNonResourceURLPath`.
    private static void path(Visit rule, String path, FieldPath at) {
        int all = path.indexOf('*');
        String problem = "";
        if (path.isEmpty()) {
            problem = "must not be empty";
        } else if (!path.startsWith("/")) {
            problem = "must start with slash";
        } else if (path.contains(" ")) {
            problem = "must not contain white-space";
        } else if (path.contains("//")) {
            problem = "must not contain double slash";
        } else if (all >= 0 && (all < path.length() - 1 || !path.endsWith("/*"))) {
            problem = "wildcard can only do suffix matching";
        }
        if (!problem.isEmpty()) {
            rule.error(RULE, at, "flow-path", Checks.shown(path)).words(ServerWords.invalid(path, problem));
        }
    }

    private static void verbs(Visit rule) {
        List<String> verbs = rule.list("verbs");
        if (!alone(rule, "verbs", "verbs") && !VERBS.containsAll(verbs)) {
            String unknown = verbs.stream().filter(v -> !VERBS.contains(v)).collect(Collectors.joining(", "));
            rule.error("unsupported-value", "verbs", "unsupported-value", unknown, String.join(", ", VERBS))
                    .words(ServerWords.unsupportedRaw(json(verbs), VERBS));
        }
    }

    /// What stands for all stands alone.
    ///
    /// @return whether it is there
    private static boolean alone(Visit rule, String field, String called) {
        List<String> values = rule.list(field);
        boolean all = values.contains("*");
        if (all && values.size() > 1) {
            rule.error(RULE, field, "flow-all")
                    .words(ServerWords.invalidRaw(json(values), "if '*' is present, must not specify other " + called));
        }
        return all;
    }

    private static String json(List<String> values) {
        return values.stream().map(v -> '"' + v + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
