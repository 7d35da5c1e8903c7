package drydock.model.validation.access;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Roles and who has them (`pkg/apis/rbac/validation/validation.go`).
final class RoleRules {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final List<String> SUBJECTS = List.of("ServiceAccount", "User", "Group");
    private static final String UNSUPPORTED = "unsupported-value";

    static final List<Rule> RULES = List.of(
            Rule.of("PolicyRule", RoleRules::rule),
            Rule.of("RoleBinding", binding -> role(binding, List.of("Role", "ClusterRole"))),
            Rule.of("ClusterRoleBinding", binding -> role(binding, List.of("ClusterRole"))),
            Rule.of("ClusterRole", RoleRules::aggregation),
            Rule.of("RoleBinding", binding -> subjects(binding, true)),
            Rule.of("ClusterRoleBinding", binding -> subjects(binding, false)));

    private RoleRules() {}

    private static void rule(Visit rule) {
        boolean plain = !isEmpty(rule, "apiGroups") || !isEmpty(rule, "resources") || !isEmpty(rule, "resourceNames");
        if (!isEmpty(rule, "nonResourceURLs")) {
            if (rule.kind().equals("Role")) {
                rule.error("role-rule", "nonResourceURLs", "urls-namespaced")
                        .words(ServerWords.invalidRaw(
                                json(rule, "nonResourceURLs"), "namespaced rules cannot apply to non-resource URLs"));
            }
            if (plain) {
                rule.error("role-rule", "nonResourceURLs", "urls-and-resources")
                        .words(ServerWords.invalidRaw(
                                json(rule, "nonResourceURLs"),
                                "rules cannot apply to both regular resources and non-resource URLs"));
            }
            return;
        }
        if (isEmpty(rule, "apiGroups")) {
            missing(rule, "apiGroups", "resource rules must supply at least one api group");
        }
        if (isEmpty(rule, "resources")) {
            missing(rule, "resources", "resource rules must supply at least one resource");
        }
    }

    private static List<?> list(Visit rule, String field) {
        return rule.value(field) instanceof List<?> list ? list : List.of();
    }

    private static boolean isEmpty(Visit rule, String field) {
        return list(rule, field).isEmpty();
    }

    private static String json(Visit rule, String field) {
        return list(rule, field).stream()
                .map(v -> "\"" + v + "\"")
                .toList()
                .toString()
                .replace(", ", ",");
    }

    private static void missing(Visit rule, String field, String words) {
        rule.error(Checks.REQUIRED, field, "required-field", rule.path().key(field))
                .words(ServerWords.required(words));
    }

    private static void aggregation(Visit role) {
        Visit aggregation = role.in("aggregationRule");
        if (role.has("aggregationRule") && isEmpty(aggregation, "clusterRoleSelectors")) {
            missing(
                    aggregation,
                    "clusterRoleSelectors",
                    "at least one clusterRoleSelector required if aggregationRule is non-nil");
        }
        aggregation.each("clusterRoleSelectors").stream()
                .map(Visit::path)
                .filter(role::isInvalid)
                .forEach(at -> role.error("selector", at, "cluster-role-selector")
                        .words(ServerWords.invalidRaw("null", "invalid label selector.")));
    }

    private static void role(Visit binding, List<String> kinds) {
        Visit role = binding.in("roleRef");
        String group = role.text("apiGroup").orElse(GROUP);
        if (!group.isEmpty() && !group.equals(GROUP)) {
            unsupported(role, "apiGroup", group, List.of(GROUP));
        }
        String kind = role.text("kind").orElse("");
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            unsupported(role, "kind", kind, kinds);
        }
        role.text("name")
                .filter(RoleRules::isNoSegment)
                .ifPresent(name -> role.error("name", "name", "name-segment", Checks.shown(name))
                        .words(ServerWords.invalid(name, "may not be '.' or '..' or contain '/' or '%'")));
    }

    private static boolean isNoSegment(String name) {
        return name.equals(".") || name.equals("..") || name.contains("/") || name.contains("%");
    }

    private static void subjects(Visit binding, boolean namespaced) {
        for (Visit subject : binding.each("subjects")) {
            String kind = subject.text("kind").orElse("");
            if (kind.equals("ServiceAccount")) {
                account(subject, namespaced);
            } else if (SUBJECTS.contains(kind)) {
                String group = subject.textOrEmpty("apiGroup");
                if (!group.isEmpty() && !group.equals(GROUP)) {
                    unsupported(subject, "apiGroup", group, List.of(GROUP));
                }
            } else if (!kind.isEmpty()) {
                unsupported(subject, "kind", kind, SUBJECTS);
            }
        }
    }

    private static void account(Visit subject, boolean namespaced) {
        subject.text("name")
                .filter(n -> !n.isEmpty())
                .ifPresent(n -> Checks.form(subject, "name", "name", "name-subdomain", n, Names::subdomainProblems));
        String group = subject.text("apiGroup").orElse("");
        if (!group.isEmpty()) {
            subject.error(UNSUPPORTED, "apiGroup", "account-group")
                    .words(ServerWords.unsupported(group, List.of("")))
                    .fix(subject.removing("apiGroup"), "remove-field", "apiGroup");
        }
        if (!namespaced && subject.text("namespace").orElse("").isEmpty()) {
            Checks.missing(subject, "namespace").fix(subject.setting("namespace", "default"), "set-namespace");
        }
    }

    private static void unsupported(Visit visit, String field, String value, List<String> values) {
        visit.error(UNSUPPORTED, field, "unsupported-value", Checks.shown(value), String.join(", ", values))
                .words(ServerWords.unsupported(value, values))
                .fix(visit.setting(field, values.getFirst()), "set-value", field, values.getFirst());
    }
}
