package drydock.render.figure;

import static drydock.render.figure.FactList.each;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What matters of accounts and roles: who may do what.
final class AccessFacts {

    private AccessFacts() {}

    /// The rules of a role, as `pods: get, list`.
    static void tell(@Nullable List<PolicyRule> rules, FactList facts) {
        for (PolicyRule rule : each(rules)) {
            List<String> what = List.copyOf(
                    each(each(rule.getResources()).isEmpty() ? rule.getNonResourceURLs() : rule.getResources()));
            facts.line(String.join(", ", what) + ": " + String.join(", ", each(rule.getVerbs())));
        }
    }

    /// Whom a binding gives which role.
    static void tell(@Nullable RoleRef role, @Nullable List<Subject> subjects, FactList facts) {
        each(subjects)
                .forEach(subject -> facts.own(
                        String.valueOf(subject.getKind()),
                        subject.getNamespace() == null
                                ? subject.getName()
                                : subject.getNamespace() + "/" + subject.getName()));
        if (role != null) {
            facts.line("→ " + role.getKind() + " " + role.getName());
        }
    }

    static void tell(ServiceAccount account, FactList facts) {
        if (Boolean.FALSE.equals(account.getAutomountServiceAccountToken())) {
            facts.note("fact.noToken");
        }
        facts.pair(
                "fact.pulls",
                each(account.getImagePullSecrets()).stream()
                        .map(LocalObjectReference::getName)
                        .collect(Collectors.joining(", ")));
    }
}
