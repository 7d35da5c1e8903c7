package drydock.sim.kubectl.describe;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a Pod asks for, and what it is limited to: all containers and sidecars together, or an init container with the
/// sidecars before it if that is more, and the overhead (`component-helpers/resource/helpers.go`).
final class PodAmounts {

    private PodAmounts() {}

    static Map<String, Quantity> requests(PodSpec spec) {
        Map<String, Quantity> total = total(spec, ResourceRequirements::getRequests);
        add(total, spec.getOverhead());
        return total;
    }

    /// Overhead counts only towards limits that there are.
    static Map<String, Quantity> limits(PodSpec spec) {
        Map<String, Quantity> total = total(spec, ResourceRequirements::getLimits);
        if (spec.getOverhead() != null) {
            spec.getOverhead()
                    .forEach((name, amount) -> total.computeIfPresent(name, (_, sum) -> Quantities.sum(sum, amount)));
        }
        return total;
    }

    private static Map<String, Quantity> total(
            PodSpec spec, Function<ResourceRequirements, @Nullable Map<String, Quantity>> part) {
        Map<String, Quantity> sidecars = new TreeMap<>();
        Map<String, Quantity> most = new TreeMap<>();
        for (Container container : spec.getInitContainers()) {
            Map<String, Quantity> needed = new TreeMap<>(sidecars);
            add(needed, of(container, part));
            raise(most, needed);
            if ("Always".equals(container.getRestartPolicy())) {
                add(sidecars, of(container, part));
            }
        }
        spec.getContainers().forEach(container -> add(sidecars, of(container, part)));
        raise(sidecars, most);
        if (spec.getResources() != null) {
            Map<String, Quantity> whole = part.apply(spec.getResources());
            sidecars.putAll(whole == null ? Map.of() : whole);
        }
        return sidecars;
    }

    private static @Nullable Map<String, Quantity> of(
            Container container, Function<ResourceRequirements, @Nullable Map<String, Quantity>> part) {
        return container.getResources() == null ? null : part.apply(container.getResources());
    }

    private static void add(Map<String, Quantity> to, @Nullable Map<String, Quantity> amounts) {
        if (amounts != null) {
            amounts.forEach((name, amount) -> to.merge(name, amount, Quantities::sum));
        }
    }

    private static void raise(Map<String, Quantity> to, Map<String, Quantity> amounts) {
        amounts.forEach((name, amount) ->
                to.merge(name, amount, (one, other) -> Quantities.compare(one, other) < 0 ? other : one));
    }
}
