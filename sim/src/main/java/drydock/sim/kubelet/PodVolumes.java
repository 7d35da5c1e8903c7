package drydock.sim.kubelet;

import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import drydock.sim.container.Few;
import drydock.sim.container.Files;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A Pod's volumes: trees of files that live as long as the Pod (or, on the node, longer).
///
/// **Projected ones** are written again when what they say has changed. A `subPath` of one is a copy, which stays as it
/// was when the container began, as the kubelet's is.
final class PodVolumes {

    private Map<String, Files> byName = Map.of();
    private Map<String, ProjectedVolume> projected = Map.of();

    /// Makes the volumes of `pod`.
    ///
    /// @param onNode what outlives Pods: directories of the node and claimed volumes, by their names
    /// @param node whose memory those take that are kept in memory
    /// @return why a volume cannot be mounted, in the kubelet's words, or empty
    Optional<String> mount(ApiServer api, Pod pod, Map<String, Files> onNode, Node node) {
        for (Volume volume : pod.getSpec().getVolumes()) {
            if (byName.containsKey(volume.getName())) {
                continue;
            }
            try {
                byName = Few.with(byName, volume.getName(), make(api, pod, volume, onNode, node));
            } catch (ProjectedVolume.MissingException missing) {
                return Optional.of(
                        "MountVolume.SetUp failed for volume \"" + volume.getName() + "\" : " + missing.getMessage());
            }
        }
        return Optional.empty();
    }

    private Files make(ApiServer api, Pod pod, Volume volume, Map<String, Files> onNode, Node node)
            throws ProjectedVolume.MissingException {
        Optional<ProjectedVolume> projection = ProjectedVolume.of(volume);
        if (projection.isPresent()) {
            Files files = new Files();
            write(files, projection.get().files(api, pod));
            projected = new LinkedHashMap<>(projected);
            projected.put(volume.getName(), projection.get());
            return files;
        }
        if (volume.getEmptyDir() != null && "Memory".equals(volume.getEmptyDir().getMedium())) {
            return inMemory(pod, volume.getEmptyDir(), node);
        }
        String shared = volume.getHostPath() != null
                ? volume.getHostPath().getPath()
                : volume.getPersistentVolumeClaim() != null
                        ? pod.getMetadata().getNamespace() + "/"
                                + volume.getPersistentVolumeClaim().getClaimName()
                        : "";
        return shared.isEmpty() ? new Files() : onNode.computeIfAbsent(shared, _ -> new Files());
    }

    /// It takes as much as it may, as the Pod's containers may, and as the node has for Pods, whichever is least
    /// (`pkg/volume/emptydir/empty_dir.go calculateEmptyDirMemorySize`).
    private static Files inMemory(Pod pod, EmptyDirVolumeSource source, Node node) {
        Map<String, Quantity> allocatable =
                node.getStatus() == null ? null : node.getStatus().getAllocatable();
        long least = Stream.of(
                        Optional.ofNullable(allocatable == null ? null : allocatable.get("memory")),
                        PodLimits.ofWhole(pod.getSpec(), "memory"),
                        Optional.ofNullable(source.getSizeLimit()))
                .flatMap(Optional::stream)
                .mapToLong(Quantities::value)
                .filter(bytes -> bytes > 0)
                .min()
                .orElse(Long.MAX_VALUE);
        return least == Long.MAX_VALUE ? new Files() : Files.inMemory(least);
    }

    /// Whether a volume takes room of the node's disk, and lives as long as the Pod
    /// (`pkg/volume/util/util.go IsLocalEphemeralVolume`).
    static boolean isLocal(Volume volume) {
        return volume.getConfigMap() != null
                || volume.getGitRepo() != null
                || (volume.getEmptyDir() != null
                        && Objects.requireNonNullElse(volume.getEmptyDir().getMedium(), "")
                                .isEmpty());
    }

    /// What those volumes take that live as long as the Pod, by name, in bytes.
    Map<String, Long> usedBytes(Pod pod) {
        Map<String, Long> used = new HashMap<>();
        for (Volume volume : pod.getSpec().getVolumes()) {
            Files files = byName.get(volume.getName());
            if (files != null && (isLocal(volume) || volume.getEmptyDir() != null)) {
                used.put(volume.getName(), files.usedBytes());
            }
        }
        return used;
    }

    /// The objects whose texts are in these volumes.
    Set<ResourceId> objects(Pod pod) {
        Set<ResourceId> objects = new HashSet<>();
        projected.values().forEach(volume -> objects.addAll(volume.objects(pod)));
        return objects;
    }

    /// Writes again what `object` is projected into; what is gone by now leaves the files as they were.
    void refresh(ApiServer api, Pod pod, ResourceId object) {
        refresh(api, pod, volume -> volume.objects(pod).contains(object));
    }

    /// Writes again what follows from the Pod itself.
    void refreshFields(ApiServer api, Pod pod) {
        refresh(api, pod, ProjectedVolume::ofPod);
    }

    /// Writes all again, when what has changed meanwhile could not be seen.
    void refreshAll(ApiServer api, Pod pod) {
        refresh(api, pod, _ -> true);
    }

    boolean hasFields() {
        return projected.values().stream().anyMatch(ProjectedVolume::ofPod);
    }

    private void refresh(ApiServer api, Pod pod, Predicate<ProjectedVolume> wanted) {
        projected.forEach((name, volume) -> {
            if (wanted.test(volume)) {
                try {
                    Map<String, String> now = volume.files(api, pod);
                    Files files = byName.get(name);
                    files.list("/").forEach(child -> files.remove("/" + child));
                    write(files, now);
                } catch (ProjectedVolume.MissingException gone) {
                    // the kubelet keeps what it has written
                }
            }
        });
    }

    private static void write(Files files, Map<String, String> texts) {
        texts.forEach((path, text) -> {
            files.makeDirectories(path.contains("/") ? "/" + path.substring(0, path.lastIndexOf('/')) : "/");
            files.write("/" + path, text);
        });
    }

    /// A volume as a container has it mounted.
    ///
    /// @param path where, in the container
    /// @param inside the folder of the volume that is shown there
    /// @param readOnly whether the container cannot write there
    record Mounted(String path, Files volume, String inside, boolean readOnly) {}

    /// What `container` mounts now that it begins. Of projected volumes what a `subPath` shows stays as it is now; of
    /// others its folder is made (`pkg/kubelet/kubelet_pods.go makeMounts`).
    ///
    /// @param variables the container's, which a `subPathExpr` may name
    /// @throws Environment.MissingException if it names one that is not there
    List<Mounted> mounted(Pod pod, Container container, Map<String, String> variables)
            throws Environment.MissingException {
        List<Mounted> mounted = new ArrayList<>();
        for (VolumeMount mount : container.getVolumeMounts()) {
            Files volume = byName.get(mount.getName());
            if (volume != null) {
                boolean readOnly = Boolean.TRUE.equals(mount.getReadOnly()) || readOnly(pod, mount.getName());
                mounted.add(mounted(mount, SubPath.of(mount, variables), volume, readOnly));
            }
        }
        return List.copyOf(mounted);
    }

    /// Whether a volume can never be written: what is projected, and a claim or a file server that says so of itself
    /// (`pkg/volume`, GetAttributes).
    private static boolean readOnly(Pod pod, String name) {
        return pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getName().equals(name))
                .anyMatch(volume -> volume.getConfigMap() != null
                        || volume.getSecret() != null
                        || volume.getDownwardAPI() != null
                        || volume.getProjected() != null
                        || (volume.getPersistentVolumeClaim() != null
                                && Boolean.TRUE.equals(
                                        volume.getPersistentVolumeClaim().getReadOnly()))
                        || (volume.getNfs() != null
                                && Boolean.TRUE.equals(volume.getNfs().getReadOnly())));
    }

    private Mounted mounted(VolumeMount mount, String inside, Files volume, boolean readOnly) {
        Files shown = volume;
        if (!inside.isEmpty() && projected.containsKey(mount.getName())) {
            shown = new Files();
            copy(volume, shown, "/");
        }
        if (!inside.isEmpty() && !shown.exists("/" + inside)) {
            shown.makeDirectories("/" + inside);
        }
        return new Mounted(mount.getMountPath(), shown, "/" + inside, readOnly);
    }

    private static void copy(Files from, Files to, String path) {
        for (String child : from.list(path)) {
            String at = Files.resolve(path, child);
            if (from.isDirectory(at)) {
                to.makeDirectories(at);
                copy(from, to, at);
            } else {
                to.write(at, from.read(at).orElse(""));
            }
        }
    }
}
