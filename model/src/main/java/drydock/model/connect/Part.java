package drydock.model.connect;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A part of a Pod that can be put into a Pod or a workload's template.
public enum Part {
    /// A container that runs beside the others.
    CONTAINER("container", false),
    /// A container that runs to its end before the others start.
    INIT_CONTAINER("init-container", false),
    /// An init container that goes on running beside the others (Kubernetes 1.29, `restartPolicy: Always`).
    SIDECAR("sidecar", false),
    /// Files that live as long as the Pod.
    EMPTY_DIR("emptyDir", true),
    /// A folder of the node.
    HOST_PATH("hostPath", true),
    /// The keys of a ConfigMap as files.
    CONFIG_MAP("configMap", true),
    /// The keys of a Secret as files.
    SECRET("secret", true),
    /// The volume of a claim.
    PERSISTENT_VOLUME_CLAIM("persistentVolumeClaim", true),
    /// What the Pod knows of itself, as files.
    DOWNWARD_API("downwardAPI", true),
    /// Several sources in one folder.
    PROJECTED("projected", true);

    private final String field;
    private final boolean volume;

    Part(String field, boolean volume) {
        this.field = field;
        this.volume = volume;
    }

    /// What it is called: the field of a volume's source, or in small letters a container's role.
    public String field() {
        return field;
    }

    /// Whether it is a volume, so that a mount path has to be asked for.
    public boolean isVolume() {
        return volume;
    }

    /// The kind of the object that has to be named; empty if none is.
    public Optional<ResourceKind> source() {
        return switch (this) {
            case CONFIG_MAP -> Optional.of(Kinds.CONFIG_MAP);
            case SECRET -> Optional.of(Kinds.SECRET);
            case PERSISTENT_VOLUME_CLAIM -> Optional.of(Kinds.PERSISTENT_VOLUME_CLAIM);
            case CONTAINER, INIT_CONTAINER, SIDECAR, EMPTY_DIR, HOST_PATH, DOWNWARD_API, PROJECTED -> Optional.empty();
        };
    }

    /// The mount path that is proposed for a volume.
    public String mountPath() {
        return switch (this) {
            case CONFIG_MAP, PROJECTED -> "/etc/config";
            case SECRET -> "/etc/secret";
            case DOWNWARD_API -> "/etc/podinfo";
            case CONTAINER, INIT_CONTAINER, SIDECAR, EMPTY_DIR, HOST_PATH, PERSISTENT_VOLUME_CLAIM -> "/data";
        };
    }

    /// Whether an object takes parts.
    public static boolean fits(ResourceId object) {
        return PodPart.isPodOrWorkload(object);
    }

    /// The containers that could mount a volume that is dropped on `end`, by their names: the one that
    /// it is dropped on, or all but the init containers.
    public static Map<String, End> containers(Project project, End end) {
        Map<String, End> containers = new LinkedHashMap<>();
        PodPart.of(project, end.object())
                .ifPresent(pods -> pods.containers(end)
                        .forEach(container -> containers.put(
                                container.name(), new End(end.object(), Optional.of(container.path())))));
        return containers;
    }

    /// The names of the volumes of this type that the Pods of an object have already, so that containers
    /// can share them.
    public List<String> volumes(Project project, ResourceId object) {
        return PodPart.of(project, object).stream()
                .flatMap(pods -> pods.object().list(pods.spec().key("volumes")).stream())
                .filter(volume -> volume instanceof Map<?, ?> map && map.containsKey(field))
                .map(volume -> String.valueOf(((Map<?, ?>) volume).get("name")))
                .toList();
    }

    /// What the container at `end` has mounted already; two volumes cannot be at one path.
    public static List<String> mountPaths(Project project, End end) {
        return PodPart.of(project, end.object()).stream()
                .flatMap(pods -> pods.containers(end).stream()
                        .flatMap(
                                container -> pods.object().list(container.path().key("volumeMounts")).stream()))
                .filter(Map.class::isInstance)
                .map(mount -> String.valueOf(((Map<?, ?>) mount).get("mountPath")))
                .toList();
    }

    /// The edit that puts a container into `end`; empty if the project does not declare that, or for a volume.
    public Optional<Edit> into(Project project, End end) {
        return PodPart.of(project, end.object()).filter(pods -> !volume).map(this::container);
    }

    /// The edit that mounts a volume in the container at `end`, or in the first that is there; empty if
    /// none is.
    ///
    /// @param source the name of the ConfigMap, Secret or claim, or the folder of the node; of no account
    /// for others
    public Optional<Edit> mounted(Project project, End end, String source, String mountPath) {
        String name = source().isPresent() ? source : field.toLowerCase(Locale.ROOT);
        Map<String, Object> content = Map.of(field, content(source));
        return PodPart.of(project, end.object())
                .flatMap(pods -> pods.containers(end).stream()
                        .findFirst()
                        .map(container -> this == EMPTY_DIR
                                ? pods.mountNew(container, name, content, mountPath)
                                : pods.mount(container, name, content, mountPath)));
    }

    /// The edit that mounts a volume which the Pods have already in the container at `end`; empty if none
    /// is there.
    public static Optional<Edit> shared(Project project, End end, String volume, String mountPath) {
        return PodPart.of(project, end.object())
                .flatMap(pods -> pods.containers(end).stream()
                        .findFirst()
                        .map(container -> pods.mount(container, volume, mountPath)));
    }

    private Map<String, Object> content(String source) {
        return switch (this) {
            case CONFIG_MAP -> Map.of("name", source);
            case SECRET -> Map.of("secretName", source);
            case PERSISTENT_VOLUME_CLAIM -> Map.of("claimName", source);
            case HOST_PATH -> ordered("path", source, "type", "DirectoryOrCreate");
            case DOWNWARD_API -> Map.of("items", List.of(labels()));
            case PROJECTED -> Map.of("sources", List.of(Map.of("downwardAPI", Map.of("items", List.of(labels())))));
            case CONTAINER, INIT_CONTAINER, SIDECAR, EMPTY_DIR -> Map.of();
        };
    }

    private static Map<String, Object> labels() {
        return ordered("path", "labels", "fieldRef", Map.of("fieldPath", "metadata.labels"));
    }

    private Edit container(PodPart pods) {
        FieldPath list = pods.spec().key(this == CONTAINER ? "containers" : "initContainers");
        String base = switch (this) {
            case INIT_CONTAINER -> "init";
            case SIDECAR -> "sidecar";
            default -> "app";
        };
        Map<String, Object> container = switch (this) {
            case INIT_CONTAINER -> ordered("image", "busybox:1.37", "command", List.of("sh", "-c", "echo prepared"));
            case SIDECAR ->
                ordered(
                        "image",
                        "busybox:1.37",
                        "restartPolicy",
                        "Always",
                        "command",
                        List.of("sh", "-c", "while true; do date; sleep 10; done"));
            default -> ordered("image", "nginx:1.27");
        };
        Map<String, Object> named = ordered("name", free(pods, base));
        named.putAll(container);
        return pods.object().append(list, named);
    }

    private static String free(PodPart pods, String base) {
        List<String> taken = new ArrayList<>();
        for (String list : List.of("containers", "initContainers")) {
            for (Object container : pods.object().list(pods.spec().key(list))) {
                taken.add(container instanceof Map<?, ?> map ? String.valueOf(map.get("name")) : "");
            }
        }
        String free = base;
        for (int number = 2; taken.contains(free); number++) {
            free = base + "-" + number;
        }
        return free;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
