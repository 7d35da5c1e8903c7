package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The resources of a Pod's containers as events of a resize tell them: JSON in one line
/// (`pkg/kubelet/events/utils.go podResizeMessage`).
final class ResizeSummary {

    private ResizeSummary() {}

    /// @param error why it is not done, empty if it is
    static String of(Pod pod, String error) {
        String init = containers(pod.getSpec().getInitContainers());
        return "{" + (init.isEmpty() ? "" : "\"initContainers\":[" + init + "],")
                + "\"containers\":[" + containers(pod.getSpec().getContainers()) + "],\"generation\":"
                + pod.getMetadata().getGeneration() + (error.isEmpty() ? "" : ",\"error\":\"" + error + "\"") + "}";
    }

    private static String containers(List<Container> containers) {
        return containers.stream()
                .map(c -> "{\"name\":\"" + c.getName() + "\",\"resources\":" + resources(ResizeView.said(c)) + "}")
                .collect(Collectors.joining(","));
    }

    private static String resources(ResourceRequirements resources) {
        TreeMap<String, String> parts = new TreeMap<>();
        parts.put("limits", amounts(resources.getLimits()));
        parts.put("requests", amounts(resources.getRequests()));
        return parts.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> "\"" + e.getKey() + "\":{" + e.getValue() + "}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String amounts(@Nullable Map<String, Quantity> amounts) {
        return amounts == null
                ? ""
                : new TreeMap<>(amounts)
                        .entrySet().stream()
                                .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                                .collect(Collectors.joining(","));
    }
}
