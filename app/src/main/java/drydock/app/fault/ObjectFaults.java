package drydock.app.fault;

import drydock.app.observe.Observed;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What can be made to go wrong with one object, as lines of the console.
final class ObjectFaults {

    private static final String ZONE = "topology.kubernetes.io/zone";

    /// One thing that can go wrong.
    ///
    /// @param id what the menu's item is called
    /// @param key its text in the bundle
    /// @param names what the text speaks of
    /// @param lines what is typed into the console, in order
    record Choice(String id, String key, List<String> names, List<String> lines) {

        static Choice of(String id, String key, String line) {
            return new Choice(id, key, List.of(), List.of(line));
        }
    }

    private ObjectFaults() {}

    static List<Choice> of(HasMetadata object, Observed observed) {
        return switch (object) {
            case Node node ->
                Stream.concat(ofNode(node), ofZone(node, observed)).toList();
            case Pod pod ->
                pod.getSpec().getContainers().stream()
                        .flatMap(container -> ofContainer(pod, container))
                        .toList();
            case Deployment web -> rollout(web, web.getSpec().getTemplate());
            case StatefulSet set -> rollout(set, set.getSpec().getTemplate());
            case DaemonSet set -> rollout(set, set.getSpec().getTemplate());
            default -> List.of();
        };
    }

    private static Stream<Choice> ofNode(Node object) {
        String node = object.getMetadata().getName();
        return Stream.of(
                Choice.of("nodeLost", "fault.node.lost", "fault node-lost " + node),
                Choice.of("nodeSlow", "fault.node.slow", "fault node-slow " + node),
                Choice.of("nodeDisk", "fault.node.disk", "fault disk-full " + node),
                Choice.of("nodeCut", "fault.node.cut", "fault network-cut " + node),
                Choice.of("nodeKubelet", "fault.node.kubelet", "fault component-stopped kubelet/" + node),
                Choice.of("nodeDrain", "fault.node.drain", "kubectl drain " + node + " --ignore-daemonsets"),
                Choice.of("nodeUncordon", "fault.node.uncordon", "kubectl uncordon " + node));
    }

    /// Cutting its zone off from each other one.
    private static Stream<Choice> ofZone(Node node, Observed observed) {
        String own = zone(node);
        return own.isEmpty()
                ? Stream.empty()
                : observed.objects().stream()
                        .filter(Node.class::isInstance)
                        .map(ObjectFaults::zone)
                        .filter(zone -> !zone.isEmpty() && !zone.equals(own))
                        .distinct()
                        .sorted()
                        .map(zone -> new Choice(
                                "zoneCut-" + zone,
                                "fault.zone.cut",
                                List.of(own, zone),
                                List.of("fault network-cut " + own + " " + zone)));
    }

    private static String zone(HasMetadata node) {
        Map<String, String> labels =
                Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of());
        return labels.getOrDefault(ZONE, "");
    }

    private static Stream<Choice> ofContainer(Pod pod, Container container) {
        String name = container.getName();
        String target =
                pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName() + " " + name;
        return Stream.of(
                new Choice(
                        "kill-" + name,
                        "fault.container.kill",
                        List.of(name),
                        List.of("fault container-killed " + target)),
                new Choice(
                        "leak-" + name, "fault.container.leak", List.of(name), List.of("fault memory-leak " + target)),
                new Choice(
                        "missing-" + name,
                        "fault.container.image",
                        List.of(container.getImage()),
                        List.of("fault image-missing " + container.getImage())));
    }

    /// A rollout to an image that no registry has.
    private static List<Choice> rollout(HasMetadata object, PodTemplateSpec template) {
        String workload = object.getKind().toLowerCase(Locale.ROOT) + "/"
                + object.getMetadata().getName();
        return template.getSpec().getContainers().stream()
                .map(container -> new Choice(
                        "badImage-" + container.getName(),
                        "fault.rollout.image",
                        List.of(container.getName(), missing(container.getImage())),
                        List.of(
                                "fault image-missing " + missing(container.getImage()),
                                "kubectl -n " + object.getMetadata().getNamespace() + " set image " + workload + " "
                                        + container.getName() + "=" + missing(container.getImage()))))
                .toList();
    }

    /// The image with a tag that there is not.
    private static String missing(String image) {
        String name = image.replaceFirst("@.*", "");
        int colon = name.lastIndexOf(':');
        return (colon > name.lastIndexOf('/') ? name.substring(0, colon) : name) + ":missing";
    }
}
