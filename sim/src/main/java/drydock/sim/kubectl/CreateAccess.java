package drydock.sim.kubectl;

import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// `create role`, `clusterrole`, `rolebinding`, `clusterrolebinding` (`kubectl/pkg/cmd/create/create_role.go` and its
/// like).
final class CreateAccess {

    static final List<Flag> FLAGS = List.of(
            Flag.text("--verb"),
            Flag.text("--resource"),
            Flag.text("--resource-name"),
            Flag.text("--non-resource-url"),
            Flag.text("--role"),
            Flag.text("--clusterrole"),
            Flag.text("--user"),
            Flag.text("--group"),
            Flag.text("--serviceaccount"));
    static final List<String> USAGE = List.of(
            "create role NAME --verb=verb --resource=resource.group/subresource [--resource-name=resourcename]",
            "create clusterrole NAME --verb=verb --resource=resource.group [--non-resource-url=url]",
            "create rolebinding NAME --clusterrole=NAME|--role=NAME [--user=username] [--group=groupname]"
                    + " [--serviceaccount=namespace:serviceaccountname]",
            "create clusterrolebinding NAME --clusterrole=NAME [--user=username] [--group=groupname]"
                    + " [--serviceaccount=namespace:serviceaccountname]");
    static final Set<String> KINDS = Set.of("role", "clusterrole", "rolebinding", "clusterrolebinding");

    private static final String GROUP = "rbac.authorization.k8s.io";

    private final Invocation command;
    private final CommandArguments arguments;

    private CreateAccess(Invocation command) {
        this.command = command;
        this.arguments = command.arguments();
    }

    static HasMetadata of(Invocation command, String kind, String name) {
        CreateAccess create = new CreateAccess(command);
        return switch (kind) {
            case "role" ->
                new RoleBuilder()
                        .withMetadata(create.named(name, true))
                        .withRules(create.rules(List.of()))
                        .build();
            case "clusterrole" ->
                new ClusterRoleBuilder()
                        .withMetadata(create.named(name, false))
                        .withRules(create.rules(List.copyOf(create.values("--non-resource-url"))))
                        .build();
            case "rolebinding" ->
                new RoleBindingBuilder()
                        .withMetadata(create.named(name, true))
                        .withRoleRef(create.role())
                        .withSubjects(create.subjects())
                        .build();
            default ->
                new ClusterRoleBindingBuilder()
                        .withMetadata(create.named(name, false))
                        .withRoleRef(create.clusterRole())
                        .withSubjects(create.subjects())
                        .build();
        };
    }

    private ObjectMeta named(String name, boolean namespaced) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(namespaced ? Creation.namespace(command) : null)
                .build();
    }

    /// Each resource by its group, as one rule a group.
    private List<PolicyRule> rules(List<String> urls) {
        Set<String> verbs = values("--verb");
        if (verbs.isEmpty()) {
            throw new CommandFailure("error: at least one verb must be specified");
        }
        List<String> allowed = verbs.contains("*") ? List.of("*") : List.copyOf(verbs);
        Map<String, Set<String>> byGroup = new TreeMap<>();
        values("--resource").forEach(resource -> place(byGroup, resource));
        if (byGroup.isEmpty() && urls.isEmpty()) {
            throw new CommandFailure("error: at least one resource must be specified");
        }
        List<PolicyRule> rules = new ArrayList<>();
        byGroup.forEach((group, resources) -> rules.add(new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(List.copyOf(resources))
                .withResourceNames(List.copyOf(values("--resource-name")))
                .withVerbs(allowed)
                .build()));
        if (!urls.isEmpty()) {
            rules.add(new PolicyRuleBuilder()
                    .withNonResourceURLs(urls)
                    .withVerbs(allowed)
                    .build());
        }
        return rules;
    }

    /// `pods`, `deployments.apps`, `pods/log`, `*`.
    private void place(Map<String, Set<String>> byGroup, String text) {
        String[] parts = text.split("/", 2);
        String below = parts.length == 2 ? "/" + parts[1] : "";
        if (parts[0].equals("*")) {
            byGroup.computeIfAbsent("", _ -> new LinkedHashSet<>()).add("*" + below);
            return;
        }
        ResourceKind kind = command.kind(parts[0]);
        byGroup.computeIfAbsent(kind.group(), _ -> new LinkedHashSet<>()).add(kind.plural() + below);
    }

    private RoleRef role() {
        Optional<String> role = arguments.flag("--role");
        if (role.isPresent() == arguments.flag("--clusterrole").isPresent()) {
            throw new CommandFailure("error: exactly one of clusterrole or role must be specified");
        }
        return role.map(name -> new RoleRef(GROUP, "Role", name)).orElseGet(this::clusterRole);
    }

    private RoleRef clusterRole() {
        return new RoleRef(
                GROUP,
                "ClusterRole",
                arguments
                        .flag("--clusterrole")
                        .orElseThrow(() -> new CommandFailure("error: required flag(s) \"clusterrole\" not set")));
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        arguments.values("--user").forEach(name -> subjects.add(new Subject(GROUP, "User", name, null)));
        arguments.values("--group").forEach(name -> subjects.add(new Subject(GROUP, "Group", name, null)));
        for (String account : arguments.values("--serviceaccount")) {
            String[] parts = account.split(":", -1);
            if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                throw new CommandFailure("error: serviceaccount must be <namespace>:<name>");
            }
            subjects.add(new Subject(null, "ServiceAccount", parts[1], parts[0]));
        }
        return subjects;
    }

    /// The values of a flag that may be given several times, or with commas; each once.
    private Set<String> values(String flag) {
        Set<String> values = new LinkedHashSet<>();
        arguments.values(flag).forEach(value -> values.addAll(List.of(value.split(",", -1))));
        return values;
    }
}
