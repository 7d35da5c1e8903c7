package drydock.model.form;

import drydock.model.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an object repeats a name that stands in itself: a container's mounts name the Pod's volumes, its probes and
/// hooks its ports. Giving the volume or port another name without them breaks the Pod
/// (`pkg/apis/core/validation ValidateVolumeMounts`, `pkg/probe/util.go ResolveContainerPort`).
final class NamesInside {

    private static final FieldPath NAME = FieldPath.of("name");
    private static final List<String> CONTAINERS = List.of("initContainers", "containers", "ephemeralContainers");
    private static final List<FieldPath> PORTS = Stream.of(
                    FieldPath.of("startupProbe"),
                    FieldPath.of("readinessProbe"),
                    FieldPath.of("livenessProbe"),
                    FieldPath.of("lifecycle", "postStart"),
                    FieldPath.of("lifecycle", "preStop"))
            .flatMap(place -> Stream.of(
                    place.key("httpGet").key("port"), place.key("tcpSocket").key("port")))
            .toList();

    private NamesInside() {}

    /// The fields that say the same name as the one at `path` and mean it; none if another has that name, too, or has
    /// the new one already.
    static List<FieldPath> meaning(Object object, FieldPath path, Object renamed) {
        Optional<Naming> naming = naming(path);
        Optional<Object> old = Steps.find(object, path).filter(name -> !name.equals(""));
        if (naming.isEmpty() || old.isEmpty() || !alone(object, naming.get(), old.get(), renamed)) {
            return List.of();
        }
        return naming.get().users(object).stream()
                .filter(user -> Steps.find(object, user).equals(old))
                .toList();
    }

    /// What the name at `path` is the name of.
    private static Optional<Naming> naming(FieldPath path) {
        if (path.steps().size() < 3 || !path.last().equals(new FieldPath.Key("name"))) {
            return Optional.empty();
        }
        FieldPath item = path.parent();
        if (item.last() instanceof FieldPath.Key(String name)
                && name.equals("metadata")
                && item.parent().last() instanceof FieldPath.Index) {
            FieldPath list = item.parent().parent();
            return list.equals(FieldPath.of("spec", "volumeClaimTemplates"))
                    ? Optional.of(new Naming(
                            list, FieldPath.of("metadata", "name"), FieldPath.of("spec", "template", "spec"), false))
                    : Optional.empty();
        }
        if (!(item.last() instanceof FieldPath.Index)
                || !(item.parent().last() instanceof FieldPath.Key(String name))) {
            return Optional.empty();
        }
        FieldPath list = item.parent();
        return switch (name) {
            case "volumes" -> Optional.of(new Naming(list, NAME, list.parent(), false));
            case "ports" -> Optional.of(new Naming(list, NAME, list.parent(), true));
            default -> Optional.empty();
        };
    }

    private static boolean alone(Object object, Naming naming, Object old, Object renamed) {
        List<Object> names = items(object, naming.list()).stream()
                .flatMap(item -> Steps.find(object, join(item, naming.name())).stream())
                .toList();
        return names.stream().filter(old::equals).count() == 1 && !names.contains(renamed);
    }

    private static List<FieldPath> items(Object object, FieldPath list) {
        int count = Steps.find(object, list).orElse(List.of()) instanceof List<?> found ? found.size() : 0;
        List<FieldPath> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(list.index(i));
        }
        return items;
    }

    private static FieldPath join(FieldPath path, FieldPath below) {
        FieldPath joined = path;
        for (FieldPath.Step step : below.steps()) {
            joined = joined.key(((FieldPath.Key) step).name());
        }
        return joined;
    }

    /// Names of the items of a list.
    ///
    /// @param name where in an item
    /// @param within the container whose probes and hooks, or the Pod's `spec` whose mounts, use them
    private record Naming(FieldPath list, FieldPath name, FieldPath within, boolean ofPorts) {

        List<FieldPath> users(Object object) {
            if (ofPorts) {
                return PORTS.stream().map(port -> join(within, port)).toList();
            }
            return CONTAINERS.stream()
                    .flatMap(kind -> items(object, within.key(kind)).stream())
                    .flatMap(container -> Stream.of("volumeMounts", "volumeDevices")
                            .flatMap(mounts -> items(object, container.key(mounts)).stream()))
                    .map(mount -> mount.key("name"))
                    .toList();
        }
    }
}
