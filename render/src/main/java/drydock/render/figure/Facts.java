package drydock.render.figure;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What matters of an object at a glance, in a few lines.
final class Facts {

    private Facts() {}

    static List<String> of(HasMetadata object) {
        return switch (object) {
            case ConfigMap map -> keys(map.getData(), map.getBinaryData());
            case Secret secret -> secret(secret);
            case PersistentVolumeClaim claim -> StorageFacts.of(claim);
            case PersistentVolume volume -> StorageFacts.of(volume);
            case StorageClass type -> StorageFacts.of(type);
            case Ingress ingress -> NetworkFacts.of(ingress);
            case IngressClass type
            when type.getSpec() != null -> lines(type.getSpec().getController());
            case NetworkPolicy policy -> NetworkFacts.of(policy);
            case Endpoints endpoints -> NetworkFacts.of(endpoints);
            case Role role -> AccessFacts.rules(role.getRules());
            case ClusterRole role -> AccessFacts.rules(role.getRules());
            case RoleBinding binding -> AccessFacts.binding(binding.getRoleRef(), binding.getSubjects());
            case ClusterRoleBinding binding -> AccessFacts.binding(binding.getRoleRef(), binding.getSubjects());
            case HorizontalPodAutoscaler autoscaler -> LimitFacts.of(autoscaler);
            case PodDisruptionBudget budget -> LimitFacts.of(budget);
            case ResourceQuota quota -> LimitFacts.of(quota);
            case LimitRange range -> LimitFacts.of(range);
            case PriorityClass priority -> lines("value " + priority.getValue());
            case Node node -> LimitFacts.of(node);
            case GenericKubernetesResource resource -> generic(resource);
            default -> List.of();
        };
    }

    private static List<String> secret(Secret secret) {
        List<String> lines = new ArrayList<>();
        if (secret.getType() != null && !secret.getType().equals("Opaque")) {
            lines.add(secret.getType());
        }
        lines.addAll(keys(secret.getData(), secret.getStringData()));
        return lines;
    }

    private static List<String> keys(@Nullable Map<String, String> one, @Nullable Map<String, String> other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .flatMap(map -> map.keySet().stream())
                .distinct()
                .toList();
    }

    /// Of a custom resource what its `spec` says in plain values.
    private static List<String> generic(GenericKubernetesResource resource) {
        return resource.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                ? spec.entrySet().stream()
                        .filter(e -> e.getValue() instanceof String
                                || e.getValue() instanceof Number
                                || e.getValue() instanceof Boolean)
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .toList()
                : List.of();
    }

    /// The lines that are there.
    static List<String> lines(@Nullable String... lines) {
        return Stream.of(lines)
                .filter(Objects::nonNull)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /// The values that are there, in one line.
    static String joined(@Nullable Object... values) {
        return Stream.of(values)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    static <T> Collection<T> each(@Nullable Collection<T> items) {
        return items == null ? List.of() : items;
    }
}
