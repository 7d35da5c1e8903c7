package drydock.sim.kubelet;

import drydock.model.resource.EphemeralContainers;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What somebody else may change of a Pod that its kubelet has to act upon.
final class PodChanges {

    private PodChanges() {}

    /// Whether the images of its containers, among them ephemeral ones that were added, or the conditions that its
    /// readiness waits for, differ.
    static boolean matter(Pod older, Pod newer) {
        boolean sameSpec = Objects.equals(
                older.getMetadata().getGeneration(), newer.getMetadata().getGeneration());
        return (!sameSpec && !images(older).equals(images(newer)))
                || (!newer.getSpec().getReadinessGates().isEmpty()
                        && !gates(older).equals(gates(newer)));
    }

    /// Whether labels or annotations differ, which files may tell.
    static boolean told(Pod older, Pod newer) {
        return !Objects.equals(
                        older.getMetadata().getLabels(), newer.getMetadata().getLabels())
                || !Objects.equals(
                        older.getMetadata().getAnnotations(),
                        newer.getMetadata().getAnnotations());
    }

    private static List<String> images(Pod pod) {
        return Stream.of(
                        pod.getSpec().getInitContainers(),
                        pod.getSpec().getContainers(),
                        EphemeralContainers.of(pod.getSpec()))
                .flatMap(List::stream)
                .map(Container::getImage)
                .map(image -> Objects.requireNonNullElse(image, ""))
                .toList();
    }

    private static List<String> gates(Pod pod) {
        List<String> types = pod.getSpec().getReadinessGates().stream()
                .map(PodReadinessGate::getConditionType)
                .toList();
        return pod.getStatus() == null
                ? List.of()
                : pod.getStatus().getConditions().stream()
                        .filter(c -> types.contains(c.getType()))
                        .map(c -> c.getType() + "=" + c.getStatus())
                        .toList();
    }
}
