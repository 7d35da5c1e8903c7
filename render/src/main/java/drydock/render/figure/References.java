package drydock.render.figure;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The objects that one object names as used: mounted, configured by, run as, routed to, scaled.
final class References {

    private final String namespace;
    private final Set<ResourceId> found = new LinkedHashSet<>();

    private References(String namespace) {
        this.namespace = namespace;
    }

    static Set<ResourceId> of(ResourceId id, HasMetadata object) {
        References references = new References(id.namespace());
        switch (object) {
            case Pod pod when pod.getSpec() != null -> references.pod(pod.getSpec());
            case Ingress ingress when ingress.getSpec() != null -> references.ingress(ingress);
            case HorizontalPodAutoscaler hpa
            when hpa.getSpec() != null && hpa.getSpec().getScaleTargetRef() != null -> {
                var target = hpa.getSpec().getScaleTargetRef();
                String version = target.getApiVersion() == null ? "v1" : target.getApiVersion();
                if (target.getKind() != null) {
                    references.add(Kinds.of(version, target.getKind()), target.getName());
                }
            }
            case PersistentVolumeClaim claim
            when claim.getSpec() != null ->
                references.add(Kinds.PERSISTENT_VOLUME, claim.getSpec().getVolumeName());
            default -> Workload.of(object).ifPresent(w -> references.pod(w.template()));
        }
        return references.found;
    }

    private void pod(PodSpec spec) {
        spec.getVolumes().forEach(this::volume);
        Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                .forEach(this::container);
        if (!"default".equals(spec.getServiceAccountName())) {
            add(Kinds.SERVICE_ACCOUNT, spec.getServiceAccountName());
        }
    }

    private void volume(Volume volume) {
        if (volume.getConfigMap() != null) {
            add(Kinds.CONFIG_MAP, volume.getConfigMap().getName());
        }
        if (volume.getSecret() != null) {
            add(Kinds.SECRET, volume.getSecret().getSecretName());
        }
        if (volume.getPersistentVolumeClaim() != null) {
            add(Kinds.PERSISTENT_VOLUME_CLAIM, volume.getPersistentVolumeClaim().getClaimName());
        }
    }

    private void container(Container container) {
        for (EnvFromSource source : container.getEnvFrom()) {
            if (source.getConfigMapRef() != null) {
                add(Kinds.CONFIG_MAP, source.getConfigMapRef().getName());
            }
            if (source.getSecretRef() != null) {
                add(Kinds.SECRET, source.getSecretRef().getName());
            }
        }
        for (EnvVar variable : container.getEnv()) {
            var source = Optional.ofNullable(variable.getValueFrom());
            source.map(s -> s.getConfigMapKeyRef()).ifPresent(r -> add(Kinds.CONFIG_MAP, r.getName()));
            source.map(s -> s.getSecretKeyRef()).ifPresent(r -> add(Kinds.SECRET, r.getName()));
        }
    }

    private void ingress(Ingress ingress) {
        backend(ingress.getSpec().getDefaultBackend());
        ingress.getSpec().getRules().stream()
                .filter(r -> r.getHttp() != null)
                .flatMap(r -> r.getHttp().getPaths().stream())
                .forEach(p -> backend(p.getBackend()));
    }

    private void backend(@Nullable IngressBackend backend) {
        if (backend != null && backend.getService() != null) {
            add(Kinds.SERVICE, backend.getService().getName());
        }
    }

    private void add(ResourceKind kind, @Nullable String name) {
        if (name != null && !name.isEmpty()) {
            found.add(ResourceId.of(kind, namespace, name));
        }
    }
}
