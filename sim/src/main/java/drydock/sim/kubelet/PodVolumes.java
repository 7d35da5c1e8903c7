package drydock.sim.kubelet;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.container.Files;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A Pod's volumes: trees of files that live as long as the Pod (or, on the node, longer).
final class PodVolumes {

    private final Map<String, Files> byName = new TreeMap<>();

    /// Makes the volumes of `pod`.
    ///
    /// @param onNode what outlives Pods: directories of the node and claimed volumes, by their names
    /// @return why a volume cannot be mounted, in the kubelet's words, or empty
    Optional<String> mount(ApiServer api, Pod pod, Map<String, Files> onNode) {
        for (Volume volume : pod.getSpec().getVolumes()) {
            if (byName.containsKey(volume.getName())) {
                continue;
            }
            Optional<String> missing = make(api, pod, volume, onNode);
            if (missing.isPresent()) {
                return Optional.of(
                        "MountVolume.SetUp failed for volume \"" + volume.getName() + "\" : " + missing.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> make(ApiServer api, Pod pod, Volume volume, Map<String, Files> onNode) {
        String namespace = pod.getMetadata().getNamespace();
        if (volume.getConfigMap() != null) {
            var source = volume.getConfigMap();
            return project(
                    api,
                    volume,
                    namespace,
                    new Source(
                            Kinds.CONFIG_MAP,
                            source.getName(),
                            source.getItems(),
                            Boolean.TRUE.equals(source.getOptional())));
        }
        if (volume.getSecret() != null) {
            var source = volume.getSecret();
            return project(
                    api,
                    volume,
                    namespace,
                    new Source(
                            Kinds.SECRET,
                            source.getSecretName(),
                            source.getItems(),
                            Boolean.TRUE.equals(source.getOptional())));
        }
        String shared = volume.getHostPath() != null
                ? volume.getHostPath().getPath()
                : volume.getPersistentVolumeClaim() != null
                        ? namespace + "/" + volume.getPersistentVolumeClaim().getClaimName()
                        : "";
        byName.put(volume.getName(), shared.isEmpty() ? new Files() : onNode.computeIfAbsent(shared, s -> new Files()));
        return Optional.empty();
    }

    private Optional<String> project(ApiServer api, Volume volume, String namespace, Source source) {
        Optional<Map<String, String>> data = Environment.data(api, source.kind, namespace, source.name);
        if (data.isEmpty() && !source.optional) {
            return Optional.of(source.kind.singular() + " \"" + source.name + "\" not found");
        }
        Files files = new Files();
        data.orElse(Map.of())
                .forEach((key, text) -> source.path(key).ifPresent(path -> {
                    files.makeDirectories(path.contains("/") ? "/" + path.substring(0, path.lastIndexOf('/')) : "/");
                    files.write("/" + path, text);
                }));
        byName.put(volume.getName(), files);
        return Optional.empty();
    }

    /// Shows the volumes that `container` mounts in its `root`.
    void into(Files root, Container container) {
        for (VolumeMount mount : container.getVolumeMounts()) {
            Files volume = byName.get(mount.getName());
            if (volume != null) {
                root.mount(mount.getMountPath(), volume);
            }
        }
    }

    private record Source(ResourceKind kind, String name, List<KeyToPath> items, boolean optional) {

        Optional<String> path(String key) {
            return items == null || items.isEmpty()
                    ? Optional.of(key)
                    : items.stream()
                            .filter(i -> key.equals(i.getKey()))
                            .map(KeyToPath::getPath)
                            .findFirst();
        }
    }
}
