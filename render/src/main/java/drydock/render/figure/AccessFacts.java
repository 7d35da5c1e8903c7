package drydock.render.figure;

import static drydock.render.figure.Facts.each;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What matters of roles: who may do what.
final class AccessFacts {

    private AccessFacts() {}

    static List<String> rules(@Nullable List<PolicyRule> rules) {
        return each(rules).stream()
                .map(rule -> String.join(", ", each(rule.getVerbs())) + ": "
                        + String.join(
                                ", ",
                                each(
                                        each(rule.getResources()).isEmpty()
                                                ? rule.getNonResourceURLs()
                                                : rule.getResources())))
                .toList();
    }

    static List<String> binding(@Nullable RoleRef role, @Nullable List<Subject> subjects) {
        List<String> lines = new ArrayList<>();
        if (role != null) {
            lines.add(role.getKind() + " " + role.getName());
        }
        each(subjects).forEach(subject -> lines.add("← " + subject.getKind() + " " + subject.getName()));
        return lines;
    }
}
