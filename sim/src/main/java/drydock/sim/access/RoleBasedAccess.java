package drydock.sim.access;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Says who may do what by the roles in a cluster (`plugin/pkg/auth/authorizer/rbac`,
/// `pkg/registry/rbac/validation/rule.go`).
public final class RoleBasedAccess {

    /// What comes of an attempt.
    ///
    /// @param reason who allowed it, or what was missing; may be empty
    public record Decision(boolean allowed, String reason) {}

    /// The rules of a binding, or what of it was not found.
    private record Granted(String binding, List<PolicyRule> rules, Optional<String> missing) {}

    private final Cluster cluster;

    public RoleBasedAccess(Cluster cluster) {
        this.cluster = cluster;
    }

    public Decision decide(Caller caller, Attempt attempt) {
        List<Granted> granted = granted(caller, attempt.scope());
        for (Granted one : granted) {
            if (one.rules().stream().anyMatch(attempt::isAllowedBy)) {
                return new Decision(true, "RBAC: allowed by " + one.binding());
            }
        }
        List<String> missing = granted.stream()
                .flatMap(one -> one.missing().stream())
                .distinct()
                .toList();
        return new Decision(
                false,
                switch (missing.size()) {
                    case 0 -> "";
                    case 1 -> "RBAC: " + missing.getFirst();
                    default -> "RBAC: [" + String.join(", ", missing) + "]";
                });
    }

    /// All rules that hold for `caller` in a namespace.
    public List<PolicyRule> rules(Caller caller, String namespace) {
        return granted(caller, namespace).stream()
                .flatMap(one -> one.rules().stream())
                .toList();
    }

    private List<Granted> granted(Caller caller, String namespace) {
        List<Granted> granted = new ArrayList<>();
        for (BuiltInRoles.Bound bound : BuiltInRoles.BINDINGS) {
            if (caller.groups().contains(bound.group())) {
                granted.add(new Granted(
                        "ClusterRoleBinding \"" + bound.binding() + "\" of ClusterRole \"" + bound.role()
                                + "\" to Group \"" + bound.group() + "\"",
                        BuiltInRoles.RULES.getOrDefault(bound.role(), List.of()),
                        Optional.empty()));
            }
        }
        cluster.list(Query.all(Kinds.CLUSTER_ROLE_BINDING)).forEach(object -> {
            ClusterRoleBinding binding = (ClusterRoleBinding) object;
            String name = "ClusterRoleBinding \"" + binding.getMetadata().getName() + "\"";
            to(caller, binding.getSubjects(), "")
                    .ifPresent(who -> granted.add(of(name, binding.getRoleRef(), who, "")));
        });
        if (!namespace.isEmpty()) {
            cluster.list(Query.in(Kinds.ROLE_BINDING, namespace)).forEach(object -> {
                RoleBinding binding = (RoleBinding) object;
                String name = "RoleBinding \"" + binding.getMetadata().getName() + "/" + namespace + "\"";
                to(caller, binding.getSubjects(), namespace)
                        .ifPresent(who -> granted.add(of(name, binding.getRoleRef(), who, namespace)));
            });
        }
        return granted;
    }

    private Granted of(String binding, RoleRef role, String who, String namespace) {
        String whole = binding + " of " + role.getKind() + " \"" + role.getName() + "\" to " + who;
        Optional<List<PolicyRule>> rules = rules(role, namespace);
        return new Granted(
                whole,
                rules.orElse(List.of()),
                rules.isPresent()
                        ? Optional.empty()
                        : Optional.of(role.getKind().toLowerCase(Locale.ROOT) + ".rbac.authorization.k8s.io \""
                                + role.getName() + "\" not found"));
    }

    private Optional<List<PolicyRule>> rules(RoleRef reference, String namespace) {
        boolean inNamespace = reference.getKind().equals("Role");
        ResourceId id = ResourceId.of(
                inNamespace ? Kinds.ROLE : Kinds.CLUSTER_ROLE, inNamespace ? namespace : "", reference.getName());
        Optional<List<PolicyRule>> stored = cluster.get(id).map(object -> switch (object) {
            case Role role -> role.getRules();
            case ClusterRole role -> role.getRules();
            default -> throw new IllegalStateException("no role: " + id);
        });
        return stored.isPresent() || inNamespace
                ? stored
                : Optional.ofNullable(BuiltInRoles.RULES.get(reference.getName()));
    }

    /// The first of `subjects` that `caller` is, as reasons name it.
    private static Optional<String> to(Caller caller, List<Subject> subjects, String namespace) {
        return subjects.stream()
                .filter(subject -> is(caller, subject, namespace))
                .findFirst()
                .map(subject -> subject.getKind() + " \"" + subject.getName()
                        + (subject.getKind().equals("ServiceAccount") ? "/" + home(subject, namespace) : "") + "\"");
    }

    private static boolean is(Caller caller, Subject subject, String namespace) {
        return switch (subject.getKind()) {
            case "User" -> caller.name().equals(subject.getName());
            case "Group" -> caller.groups().contains(subject.getName());
            case "ServiceAccount" ->
                caller.name().equals(Caller.ACCOUNT + home(subject, namespace) + ":" + subject.getName());
            default -> false;
        };
    }

    private static String home(Subject subject, String namespace) {
        String own = Objects.requireNonNullElse(subject.getNamespace(), "");
        return own.isEmpty() ? namespace : own;
    }
}
