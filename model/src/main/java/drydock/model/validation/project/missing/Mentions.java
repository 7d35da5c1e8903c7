package drydock.model.validation.project.missing;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every ConfigMap, Secret, claim and service account that a workload's Pods name and that must be there.
final class Mentions {

    private final List<Mention> found = new ArrayList<>();

    private Mentions() {}

    /// What `workload` names, in the order of its fields; what may be missing is left out.
    static List<Mention> of(Workload workload) {
        Mentions mentions = new Mentions();
        mentions.read(workload);
        return mentions.found;
    }

    private void read(Workload workload) {
        FieldPath spec = workload.path();
        List<Volume> volumes = ProjectView.each(workload.spec().getVolumes());
        Set<String> claimed = claimTemplates(workload.object());
        for (int i = 0; i < volumes.size(); i++) {
            if (!claimed.contains(volumes.get(i).getName())) {
                volume(volumes.get(i), spec.key("volumes").index(i));
            }
        }
        workload.containers().forEach(part -> container(part.container(), part.path()));
        List<LocalObjectReference> pulling = ProjectView.each(workload.spec().getImagePullSecrets());
        for (int i = 0; i < pulling.size(); i++) {
            FieldPath path = spec.key("imagePullSecrets").index(i).key("name");
            add(path, Kinds.SECRET, pulling.get(i).getName(), null, false);
        }
        String account = workload.spec().getServiceAccountName();
        boolean old = account == null;
        add(
                spec.key(old ? "serviceAccount" : "serviceAccountName"),
                Kinds.SERVICE_ACCOUNT,
                old ? workload.spec().getServiceAccount() : account,
                null,
                false);
    }

    /// The volumes that a StatefulSet puts its claims in the place of, whatever its Pods say of them
    /// (`pkg/controller/statefulset/stateful_set_utils.go updateStorage`).
    private static Set<String> claimTemplates(HasMetadata object) {
        return object instanceof StatefulSet set && set.getSpec() != null
                ? ProjectView.each(set.getSpec().getVolumeClaimTemplates()).stream()
                        .map(claim -> claim.getMetadata())
                        .filter(Objects::nonNull)
                        .map(ObjectMeta::getName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private void volume(Volume volume, FieldPath at) {
        if (volume.getConfigMap() != null && !isTrue(volume.getConfigMap().getOptional())) {
            var source = volume.getConfigMap();
            items(at.key("configMap"), "name", Kinds.CONFIG_MAP, source.getName(), source.getItems());
        }
        if (volume.getSecret() != null && !isTrue(volume.getSecret().getOptional())) {
            var source = volume.getSecret();
            items(at.key("secret"), "secretName", Kinds.SECRET, source.getSecretName(), source.getItems());
        }
        if (volume.getPersistentVolumeClaim() != null) {
            FieldPath path = at.key("persistentVolumeClaim").key("claimName");
            add(
                    path,
                    Kinds.PERSISTENT_VOLUME_CLAIM,
                    volume.getPersistentVolumeClaim().getClaimName(),
                    null,
                    true);
        }
        if (volume.getProjected() != null) {
            List<VolumeProjection> sources =
                    ProjectView.each(volume.getProjected().getSources());
            for (int i = 0; i < sources.size(); i++) {
                projection(sources.get(i), at.key("projected").key("sources").index(i));
            }
        }
    }

    private void projection(VolumeProjection source, FieldPath at) {
        if (source.getConfigMap() != null && !isTrue(source.getConfigMap().getOptional())) {
            var map = source.getConfigMap();
            items(at.key("configMap"), "name", Kinds.CONFIG_MAP, map.getName(), map.getItems());
        }
        if (source.getSecret() != null && !isTrue(source.getSecret().getOptional())) {
            var secret = source.getSecret();
            items(at.key("secret"), "name", Kinds.SECRET, secret.getName(), secret.getItems());
        }
    }

    private void items(
            FieldPath source, String field, ResourceKind kind, @Nullable String name, @Nullable List<KeyToPath> items) {
        List<KeyToPath> keys = ProjectView.each(items);
        for (int i = 0; i < keys.size(); i++) {
            FieldPath path = source.key("items").index(i).key("key");
            add(source.key(field), kind, name, key(path, keys.get(i).getKey()), true);
        }
        if (keys.isEmpty()) {
            add(source.key(field), kind, name, null, true);
        }
    }

    private void container(Container container, FieldPath at) {
        List<EnvVar> variables = ProjectView.each(container.getEnv());
        for (int i = 0; i < variables.size(); i++) {
            EnvVarSource source = variables.get(i).getValueFrom();
            if (source != null) {
                variable(source, at.key("env").index(i).key("valueFrom"));
            }
        }
        List<EnvFromSource> sources = ProjectView.each(container.getEnvFrom());
        for (int i = 0; i < sources.size(); i++) {
            FieldPath path = at.key("envFrom").index(i);
            var map = sources.get(i).getConfigMapRef();
            if (map != null && !isTrue(map.getOptional())) {
                add(path.key("configMapRef").key("name"), Kinds.CONFIG_MAP, map.getName(), null, true);
            }
            var secret = sources.get(i).getSecretRef();
            if (secret != null && !isTrue(secret.getOptional())) {
                add(path.key("secretRef").key("name"), Kinds.SECRET, secret.getName(), null, true);
            }
        }
    }

    private void variable(EnvVarSource source, FieldPath at) {
        var map = source.getConfigMapKeyRef();
        if (map != null && !isTrue(map.getOptional())) {
            FieldPath path = at.key("configMapKeyRef");
            add(path.key("name"), Kinds.CONFIG_MAP, map.getName(), key(path.key("key"), map.getKey()), true);
        }
        var secret = source.getSecretKeyRef();
        if (secret != null && !isTrue(secret.getOptional())) {
            FieldPath path = at.key("secretKeyRef");
            add(path.key("name"), Kinds.SECRET, secret.getName(), key(path.key("key"), secret.getKey()), true);
        }
    }

    private static Mention.@Nullable Key key(FieldPath path, @Nullable String name) {
        return name == null ? null : new Mention.Key(path, name);
    }

    private static boolean isTrue(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private void add(
            FieldPath path, ResourceKind kind, @Nullable String name, Mention.@Nullable Key key, boolean vital) {
        if (name != null && !name.isEmpty()) {
            found.add(new Mention(path, kind, name, Optional.ofNullable(key), vital));
        }
    }
}
