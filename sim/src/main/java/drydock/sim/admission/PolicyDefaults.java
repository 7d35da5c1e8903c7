package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What policies and bindings of roles do not say (`pkg/apis/networking/v1/defaults.go`, `pkg/apis/rbac/v1`).
final class PolicyDefaults {

    private static final String ROLES = "rbac.authorization.k8s.io";

    private PolicyDefaults() {}

    static void fill(HasMetadata object) {
        switch (object) {
            case NetworkPolicy policy when policy.getSpec() != null -> fill(policy.getSpec());
            case RoleBinding binding -> fill(binding.getRoleRef(), binding.getSubjects());
            case ClusterRoleBinding binding -> fill(binding.getRoleRef(), binding.getSubjects());
            default -> {
                // neither policy nor binding
            }
        }
    }

    /// Whoever says nothing is about what comes in, and about what goes out if there are rules for it.
    private static void fill(NetworkPolicySpec spec) {
        if (spec.getPolicyTypes().isEmpty()) {
            spec.setPolicyTypes(spec.getEgress().isEmpty() ? List.of("Ingress") : List.of("Ingress", "Egress"));
        }
        Stream.concat(
                        spec.getIngress().stream().flatMap(rule -> rule.getPorts().stream()),
                        spec.getEgress().stream().flatMap(rule -> rule.getPorts().stream()))
                .forEach(PolicyDefaults::fill);
    }

    private static void fill(NetworkPolicyPort port) {
        if (PodDefaults.isEmpty(port.getProtocol())) {
            port.setProtocol("TCP");
        }
    }

    private static void fill(@Nullable RoleRef role, List<Subject> subjects) {
        if (role != null && PodDefaults.isEmpty(role.getApiGroup())) {
            role.setApiGroup(ROLES);
        }
        for (Subject subject : subjects) {
            if (PodDefaults.isEmpty(subject.getApiGroup())
                    && ("User".equals(subject.getKind()) || "Group".equals(subject.getKind()))) {
                subject.setApiGroup(ROLES);
            }
        }
    }
}
