package drydock.sim.taking;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.volume.StorageClasses;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Objects in place of those that are not known, or not to be known.
final class StandIns {

    private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final String VALUE = "stand-in";
    private static final String ENCODED = Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8));

    private StandIns() {}

    /// `secret` with a stand-in for each value that it has, or that somebody names.
    static Secret of(Secret secret, Set<String> named) {
        Set<String> keys = new TreeSet<>(named);
        if (secret.getData() != null) {
            keys.addAll(secret.getData().keySet());
        }
        Map<String, String> annotations = new LinkedHashMap<>();
        if (secret.getMetadata().getAnnotations() != null) {
            annotations.putAll(secret.getMetadata().getAnnotations());
        }
        annotations.remove(APPLIED);
        return new SecretBuilder(secret)
                .editMetadata()
                .withAnnotations(annotations)
                .endMetadata()
                .withStringData(null)
                .withData(values(keys, ENCODED))
                .build();
    }

    /// An object called `id`, made up; empty where nothing can be made up.
    ///
    /// @param keys the keys that it must have
    /// @param priorities the numbers of priority classes
    static Optional<HasMetadata> madeUp(ResourceId id, Set<String> keys, Map<String, Integer> priorities) {
        ObjectMeta metadata = new ObjectMetaBuilder()
                .withName(id.name())
                .withNamespace(id.namespace().isEmpty() ? null : id.namespace())
                .build();
        if (is(id, Kinds.SECRET.kind())) {
            return Optional.of(new SecretBuilder()
                    .withMetadata(metadata)
                    .withType("Opaque")
                    .withData(values(keys, ENCODED))
                    .build());
        }
        if (is(id, Kinds.CONFIG_MAP.kind())) {
            return Optional.of(new ConfigMapBuilder()
                    .withMetadata(metadata)
                    .withData(values(keys, VALUE))
                    .build());
        }
        if (is(id, Kinds.NAMESPACE.kind())) {
            return Optional.of(new NamespaceBuilder()
                    .withMetadata(metadata)
                    .withNewSpec()
                    .withFinalizers("kubernetes")
                    .endSpec()
                    .withNewStatus()
                    .withPhase("Active")
                    .endStatus()
                    .build());
        }
        if (is(id, Kinds.SERVICE_ACCOUNT.kind())) {
            return Optional.of(
                    new ServiceAccountBuilder().withMetadata(metadata).build());
        }
        if (is(id, Kinds.PRIORITY_CLASS.kind())) {
            return Optional.of(new PriorityClassBuilder()
                    .withMetadata(metadata)
                    .withValue(priorities.getOrDefault(id.name(), 0))
                    .build());
        }
        return is(id, Kinds.STORAGE_CLASS.kind())
                ? Optional.of(new StorageClassBuilder()
                        .withMetadata(metadata)
                        .withProvisioner(StorageClasses.PROVISIONER)
                        .withReclaimPolicy("Delete")
                        .withVolumeBindingMode("WaitForFirstConsumer")
                        .build())
                : Optional.empty();
    }

    private static boolean is(ResourceId id, String kind) {
        return id.kind().equals(kind);
    }

    private static Map<String, String> values(Set<String> keys, String value) {
        Map<String, String> values = new LinkedHashMap<>();
        keys.forEach(key -> values.put(key, value));
        return values;
    }
}
