package drydock.model.connect;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an object says of Pods: a Pod of itself, a workload in its template.
///
/// @param object the Pod or workload
/// @param labels where the Pods' labels are written
/// @param spec where the Pods' specification is written
record PodPart(Written object, FieldPath labels, FieldPath spec) {

    private static final Set<String> WORKLOADS =
            Set.of("ReplicationController", "ReplicaSet", "Deployment", "StatefulSet", "DaemonSet", "Job");

    /// A container, and where it is written.
    record Container(String name, FieldPath path) {}

    static boolean isPodOrWorkload(ResourceId id) {
        return id.kind().equals("Pod") || id.kind().equals("CronJob") || WORKLOADS.contains(id.kind());
    }

    static Optional<PodPart> of(Project project, ResourceId id) {
        return isPodOrWorkload(id) ? Written.of(project, id).map(PodPart::of) : Optional.empty();
    }

    private static PodPart of(Written object) {
        FieldPath pod = switch (object.id().kind()) {
            case "Pod" -> FieldPath.ROOT;
            case "CronJob" -> FieldPath.of("spec", "jobTemplate", "spec", "template");
            default -> FieldPath.of("spec", "template");
        };
        return new PodPart(object, pod.key("metadata").key("labels"), pod.key("spec"));
    }

    /// The containers that a line to `end` is about: the one that it ends at, or all but the init containers.
    List<Container> containers(End end) {
        List<Container> containers = new ArrayList<>();
        FieldPath list = spec.key("containers");
        for (int i = 0; i < object.list(list).size(); i++) {
            containers.add(container(list.index(i)));
        }
        return end.container().map(path -> List.of(container(path))).orElse(containers);
    }

    private Container container(FieldPath path) {
        return new Container(object.text(path.key("name")), path);
    }

    /// The labels that tell these Pods from others: those that their own controller selects by, else all they have.
    Map<String, String> tellingLabels() {
        Map<String, String> own = ownSelector();
        return own.isEmpty() ? object.texts(labels) : own;
    }

    /// By what the workload itself selects its Pods; none for a Pod.
    Map<String, String> ownSelector() {
        FieldPath selector = FieldPath.of("spec", "selector");
        return switch (object.id().kind()) {
            case "Pod", "Job", "CronJob" -> Map.of();
            case "ReplicationController" -> object.texts(selector);
            default -> object.texts(selector.key("matchLabels"));
        };
    }

    /// The port that the first container listens on which says so.
    Optional<Map<?, ?>> port() {
        return containers(End.of(object.id())).stream()
                .flatMap(container -> object.list(container.path().key("ports")).stream())
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(port -> (Map<?, ?>) port)
                .filter(port -> port.get("containerPort") instanceof Integer)
                .findFirst();
    }

    /// The edits that show `source` to a container as files.
    ///
    /// @param source the volume's source by its field, as `configMap: {name: web}`
    Edit mount(Container container, String name, Map<String, Object> source, String path) {
        List<Edit> edits = new ArrayList<>();
        FieldPath volumes = spec.key("volumes");
        List<String> taken = new ArrayList<>();
        Optional<String> known = Optional.empty();
        for (Object volume : object.list(volumes)) {
            if (volume instanceof Map<?, ?> map) {
                String its = String.valueOf(map.get("name"));
                taken.add(its);
                boolean same =
                        source.entrySet().stream().allMatch(e -> e.getValue().equals(map.get(e.getKey())));
                known = known.isEmpty() && same ? Optional.of(its) : known;
            }
        }
        String volume = known.orElseGet(() -> free(name, taken));
        if (known.isEmpty()) {
            edits.add(add(volume, source));
        }
        edits.add(mount(container, volume, path));
        return new Edit.Composite(edits);
    }

    /// The edits that make a volume, even where one is like it, and show it to a container as files.
    Edit mountNew(Container container, String name, Map<String, Object> source, String path) {
        List<String> taken = object.list(spec.key("volumes")).stream()
                .map(volume -> volume instanceof Map<?, ?> map ? String.valueOf(map.get("name")) : "")
                .toList();
        String volume = free(name, taken);
        return new Edit.Composite(List.of(add(volume, source), mount(container, volume, path)));
    }

    private Edit add(String volume, Map<String, Object> source) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", volume);
        written.putAll(source);
        return object.append(spec.key("volumes"), written);
    }

    /// The edit that shows a volume of the Pod to a container as files.
    Edit mount(Container container, String volume, String path) {
        Map<String, Object> mount = new LinkedHashMap<>();
        mount.put("name", volume);
        mount.put("mountPath", path);
        return object.append(container.path().key("volumeMounts"), mount);
    }

    private static String free(String name, List<String> taken) {
        String label = name.replace('.', '-');
        String free = label;
        for (int i = 2; taken.contains(free); i++) {
            free = label + "-" + i;
        }
        return free;
    }
}
