package drydock.model.topology;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.model.topology.Edge.Trait;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ConfigMaps, Secrets, claims and service accounts that a Pod, or a workload's template, refers to.
final class PodReferences {

    private final ResourceId from;
    private final boolean throughTemplate;
    private final Consumer<Edge> edges;

    PodReferences(ResourceId from, boolean throughTemplate, Consumer<Edge> edges) {
        this.from = from;
        this.throughTemplate = throughTemplate;
        this.edges = edges;
    }

    void read(PodSpec spec) {
        for (Volume volume : each(spec.getVolumes())) {
            volume(volume);
        }
        Stream.concat(each(spec.getInitContainers()).stream(), each(spec.getContainers()).stream())
                .forEach(this::container);
        for (LocalObjectReference secret : each(spec.getImagePullSecrets())) {
            refer(Relation.CONFIGURES, Kinds.SECRET, secret.getName(), false);
        }
        String account = spec.getServiceAccountName();
        refer(Relation.CONFIGURES, Kinds.SERVICE_ACCOUNT, account == null ? spec.getServiceAccount() : account, false);
        refer(Relation.REFERS, Kinds.PRIORITY_CLASS, spec.getPriorityClassName(), false);
    }

    private void volume(Volume volume) {
        if (volume.getConfigMap() != null) {
            var source = volume.getConfigMap();
            refer(Relation.MOUNTS, Kinds.CONFIG_MAP, source.getName(), source.getOptional());
        }
        if (volume.getSecret() != null) {
            var source = volume.getSecret();
            refer(Relation.MOUNTS, Kinds.SECRET, source.getSecretName(), source.getOptional());
        }
        if (volume.getPersistentVolumeClaim() != null) {
            String claim = volume.getPersistentVolumeClaim().getClaimName();
            refer(Relation.MOUNTS, Kinds.PERSISTENT_VOLUME_CLAIM, claim, false);
        }
        if (volume.getProjected() != null) {
            each(volume.getProjected().getSources()).forEach(this::projection);
        }
    }

    private void projection(VolumeProjection source) {
        if (source.getConfigMap() != null) {
            var map = source.getConfigMap();
            refer(Relation.MOUNTS, Kinds.CONFIG_MAP, map.getName(), map.getOptional());
        }
        if (source.getSecret() != null) {
            var secret = source.getSecret();
            refer(Relation.MOUNTS, Kinds.SECRET, secret.getName(), secret.getOptional());
        }
    }

    private void container(Container container) {
        for (EnvVar variable : each(container.getEnv())) {
            if (variable.getValueFrom() != null) {
                variable(variable.getValueFrom());
            }
        }
        for (var source : each(container.getEnvFrom())) {
            if (source.getConfigMapRef() != null) {
                var map = source.getConfigMapRef();
                refer(Relation.CONFIGURES, Kinds.CONFIG_MAP, map.getName(), map.getOptional());
            }
            if (source.getSecretRef() != null) {
                var secret = source.getSecretRef();
                refer(Relation.CONFIGURES, Kinds.SECRET, secret.getName(), secret.getOptional());
            }
        }
    }

    private void variable(EnvVarSource source) {
        if (source.getConfigMapKeyRef() != null) {
            var key = source.getConfigMapKeyRef();
            refer(Relation.CONFIGURES, Kinds.CONFIG_MAP, key.getName(), key.getOptional());
        }
        if (source.getSecretKeyRef() != null) {
            var key = source.getSecretKeyRef();
            refer(Relation.CONFIGURES, Kinds.SECRET, key.getName(), key.getOptional());
        }
    }

    private void refer(Relation relation, ResourceKind kind, @Nullable String name, @Nullable Boolean optional) {
        if (name == null || name.isEmpty()) {
            return;
        }
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        if (throughTemplate) {
            traits.add(Trait.THROUGH_TEMPLATE);
        }
        if (Boolean.TRUE.equals(optional)) {
            traits.add(Trait.OPTIONAL);
        }
        edges.accept(new Edge(from, relation, ResourceId.of(kind, from.namespace(), name), traits));
    }

    static <T> List<T> each(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }
}
