package drydock.sim.taking;

import drydock.model.resource.EphemeralContainers;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.model.topology.PodTemplates;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What Pods, their templates and claims need by name, and which keys of it.
final class NamedThings {

    private final Map<ResourceId, Set<String>> keys = new TreeMap<>();
    private final Map<String, Integer> priorities = new TreeMap<>();

    NamedThings(Collection<HasMetadata> objects) {
        for (HasMetadata object : objects) {
            String namespace = Objects.requireNonNullElse(object.getMetadata().getNamespace(), "");
            if (!namespace.isEmpty()) {
                name(ResourceId.of(Kinds.NAMESPACE, "", namespace));
            }
            PodTemplates.podSpec(object).ifPresent(spec -> read(namespace, spec));
            if (object instanceof PersistentVolumeClaim claim && claim.getSpec() != null) {
                name(Kinds.STORAGE_CLASS, "", claim.getSpec().getStorageClassName());
            }
        }
    }

    /// What is named, and the keys that are named of it.
    Map<ResourceId, Set<String>> keys() {
        return keys;
    }

    /// The numbers that Pods have by the names of their priority classes.
    Map<String, Integer> priorities() {
        return priorities;
    }

    private void read(String namespace, PodSpec spec) {
        name(Kinds.SERVICE_ACCOUNT, namespace, spec.getServiceAccountName());
        String priority = spec.getPriorityClassName();
        if (priority != null && !priority.isEmpty() && !priority.startsWith("system-")) {
            name(Kinds.PRIORITY_CLASS, "", priority);
            if (spec.getPriority() != null) {
                priorities.put(priority, spec.getPriority());
            }
        }
        Stream.of(spec.getInitContainers(), spec.getContainers(), EphemeralContainers.of(spec))
                .flatMap(List::stream)
                .forEach(container -> read(namespace, container));
        spec.getVolumes().forEach(volume -> read(namespace, volume));
    }

    private void read(String namespace, Container container) {
        for (EnvVar variable : container.getEnv()) {
            if (variable.getValueFrom() != null) {
                SecretKeySelector secret = variable.getValueFrom().getSecretKeyRef();
                ConfigMapKeySelector map = variable.getValueFrom().getConfigMapKeyRef();
                if (secret != null) {
                    key(Kinds.SECRET, namespace, secret.getName(), secret.getKey(), secret.getOptional());
                }
                if (map != null) {
                    key(Kinds.CONFIG_MAP, namespace, map.getName(), map.getKey(), map.getOptional());
                }
            }
        }
        container.getEnvFrom().forEach(from -> {
            if (from.getSecretRef() != null) {
                key(
                        Kinds.SECRET,
                        namespace,
                        from.getSecretRef().getName(),
                        null,
                        from.getSecretRef().getOptional());
            }
            if (from.getConfigMapRef() != null) {
                key(
                        Kinds.CONFIG_MAP,
                        namespace,
                        from.getConfigMapRef().getName(),
                        null,
                        from.getConfigMapRef().getOptional());
            }
        });
    }

    private void read(String namespace, Volume volume) {
        if (volume.getSecret() != null) {
            items(
                    Kinds.SECRET,
                    namespace,
                    volume.getSecret().getSecretName(),
                    volume.getSecret().getItems(),
                    volume.getSecret().getOptional());
        }
        if (volume.getConfigMap() != null) {
            items(
                    Kinds.CONFIG_MAP,
                    namespace,
                    volume.getConfigMap().getName(),
                    volume.getConfigMap().getItems(),
                    volume.getConfigMap().getOptional());
        }
    }

    private void items(
            ResourceKind kind,
            String namespace,
            @Nullable String name,
            List<KeyToPath> items,
            @Nullable Boolean optional) {
        key(kind, namespace, name, null, optional);
        items.forEach(item -> key(kind, namespace, name, item.getKey(), optional));
    }

    private void key(
            ResourceKind kind,
            String namespace,
            @Nullable String name,
            @Nullable String key,
            @Nullable Boolean optional) {
        if (name == null || name.isEmpty() || Boolean.TRUE.equals(optional)) {
            return;
        }
        Set<String> known = keys.computeIfAbsent(ResourceId.of(kind, namespace, name), _ -> new TreeSet<>());
        if (key != null) {
            known.add(key);
        }
    }

    private void name(ResourceKind kind, String namespace, @Nullable String name) {
        if (name != null && !name.isEmpty()) {
            name(ResourceId.of(kind, namespace, name));
        }
    }

    private void name(ResourceId id) {
        keys.computeIfAbsent(id, _ -> new TreeSet<>());
    }
}
