package drydock.sim.admission;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The quality of service of a Pod, by what its containers request and are limited to
/// (`pkg/apis/core/v1/helper/qos/qos.go`).
final class QosClass {

    private static final List<String> COUNTED = List.of("cpu", "memory");

    private QosClass() {}

    /// `Guaranteed`, `Burstable` or `BestEffort`; init containers count.
    static String of(PodSpec spec) {
        List<Container> containers = Stream.concat(spec.getContainers().stream(), spec.getInitContainers().stream())
                .toList();
        if (containers.stream().noneMatch(QosClass::asksForAnything)) {
            return "BestEffort";
        }
        return containers.stream().allMatch(QosClass::isGuaranteed) ? "Guaranteed" : "Burstable";
    }

    private static boolean asksForAnything(Container container) {
        return COUNTED.stream()
                .anyMatch(resource ->
                        Quantities.exact(request(container, resource)).signum() > 0
                                || Quantities.exact(limit(container, resource)).signum() > 0);
    }

    private static boolean isGuaranteed(Container container) {
        return COUNTED.stream().allMatch(resource -> {
            Quantity limit = limit(container, resource);
            Quantity request = Objects.requireNonNullElse(request(container, resource), new Quantity("0"));
            return limit != null
                    && Quantities.exact(limit).signum() > 0
                    && (Quantities.exact(request).signum() == 0 || Quantities.compare(limit, request) == 0);
        });
    }

    private static @Nullable Quantity request(Container container, String resource) {
        ResourceRequirements resources = container.getResources();
        return resources == null ? null : of(resources.getRequests(), resource);
    }

    private static @Nullable Quantity limit(Container container, String resource) {
        ResourceRequirements resources = container.getResources();
        return resources == null ? null : of(resources.getLimits(), resource);
    }

    private static @Nullable Quantity of(@Nullable Map<String, Quantity> amounts, String resource) {
        return amounts == null ? null : amounts.get(resource);
    }
}
