package drydock.sim.access;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.List;
import java.util.Map;

/// The roles that an API server makes when it starts, and that everybody needs, with those who are bound to them
/// (`plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go`; kubeadm binds its administrators). A simulation has no
/// objects for them.
final class BuiltInRoles {

    /// A binding of a role to a group.
    record Bound(String binding, String role, String group) {}

    static final List<Bound> BINDINGS = List.of(
            new Bound("cluster-admin", "cluster-admin", "system:masters"),
            new Bound("kubeadm:cluster-admins", "cluster-admin", "kubeadm:cluster-admins"),
            new Bound("system:basic-user", "system:basic-user", "system:authenticated"),
            new Bound("system:discovery", "system:discovery", "system:authenticated"),
            new Bound("system:public-info-viewer", "system:public-info-viewer", "system:authenticated"),
            new Bound("system:public-info-viewer", "system:public-info-viewer", "system:unauthenticated"));

    static final Map<String, List<PolicyRule>> RULES = Map.of(
            "cluster-admin",
            List.of(resources("*", "*", "*"), paths("*", "*")),
            "system:basic-user",
            List.of(
                    resources("create", "authorization.k8s.io", "selfsubjectaccessreviews", "selfsubjectrulesreviews"),
                    resources("create", "authentication.k8s.io", "selfsubjectreviews")),
            "system:discovery",
            List.of(paths(
                    "get",
                    "/api",
                    "/api/*",
                    "/apis",
                    "/apis/*",
                    "/healthz",
                    "/livez",
                    "/openapi",
                    "/openapi/*",
                    "/readyz",
                    "/version",
                    "/version/")),
            "system:public-info-viewer",
            List.of(paths("get", "/healthz", "/livez", "/readyz", "/version", "/version/")));

    private BuiltInRoles() {}

    private static PolicyRule resources(String verb, String group, String... resources) {
        return new PolicyRuleBuilder()
                .withVerbs(verb)
                .withApiGroups(group)
                .withResources(resources)
                .build();
    }

    private static PolicyRule paths(String verb, String... paths) {
        return new PolicyRuleBuilder()
                .withVerbs(verb)
                .withNonResourceURLs(paths)
                .build();
    }
}
