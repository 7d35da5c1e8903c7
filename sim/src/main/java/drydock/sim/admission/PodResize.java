package drydock.sim.admission;

import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What may be changed of a Pod through its subresource `resize`: CPU and memory of its containers and sidecars, unless
/// another quality of service would come of it (`pkg/apis/core/validation/validation.go ValidatePodResize`).
final class PodResize {

    private static final Set<String> MUTABLE = Set.of("cpu", "memory");

    private final ResourceId id;

    private PodResize(ResourceId id) {
        this.id = id;
    }

    /// `before` with the resources that `wanted` gives its containers.
    ///
    /// @throws drydock.model.cluster.ClusterException if anything else would be another
    static Pod of(ResourceId id, Pod before, Pod wanted) {
        PodResize resize = new PodResize(id);
        Pod next = new PodBuilder(before)
                .editSpec()
                .withContainers(resize.containers(
                        "containers",
                        before.getSpec().getContainers(),
                        wanted.getSpec().getContainers()))
                .withInitContainers(resize.containers(
                        "initContainers",
                        before.getSpec().getInitContainers(),
                        wanted.getSpec().getInitContainers()))
                .endSpec()
                .build();
        if (!Objects.equals(
                new PodBuilder(wanted)
                        .editSpec()
                        .withContainers(next.getSpec().getContainers())
                        .withInitContainers(next.getSpec().getInitContainers())
                        .endSpec()
                        .build()
                        .getSpec(),
                next.getSpec())) {
            throw resize.refused("spec", "Forbidden: only cpu and memory resources are mutable");
        }
        String quality = QosClass.of(next.getSpec());
        if (!quality.equals(QosClass.of(before.getSpec()))) {
            throw resize.refused(
                    "spec", "Invalid value: \"" + quality + "\": Pod QOS Class may not change as a result of resizing");
        }
        return next;
    }

    private List<Container> containers(String list, List<Container> old, List<Container> now) {
        if (!old.stream()
                .map(Container::getName)
                .toList()
                .equals(now.stream().map(Container::getName).toList())) {
            throw refused("spec." + list, "Forbidden: " + list + " may not be renamed or reordered on resize");
        }
        for (int i = 0; i < old.size(); i++) {
            check("spec." + list + "[" + i + "]", old.get(i), now.get(i), list.equals("containers"));
        }
        return now;
    }

    private void check(String path, Container old, Container now, boolean main) {
        if (!now.edit().withResources(old.getResources()).build().equals(old)) {
            throw refused("spec", "Forbidden: only cpu and memory resources are mutable");
        }
        if (Objects.equals(old.getResources(), now.getResources())) {
            return;
        }
        if (!main && !"Always".equals(old.getRestartPolicy())) {
            throw refused(path + ".resources", "Forbidden: resources for non-sidecar init containers are immutable");
        }
        amounts(path + ".resources.limits", "limits", limits(old), limits(now));
        amounts(path + ".resources.requests", "requests", requests(old), requests(now));
        for (String resource : MUTABLE) {
            Quantity request = requests(now).get(resource);
            Quantity limit = limits(now).get(resource);
            if (request != null && limit != null && Quantities.exact(request).compareTo(Quantities.exact(limit)) > 0) {
                throw refused(
                        path + ".resources.requests",
                        "Invalid value: \"" + request + "\": must be less than or equal to " + resource + " limit of "
                                + limit);
            }
        }
    }

    private void amounts(String path, String what, Map<String, Quantity> old, Map<String, Quantity> now) {
        Set<String> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        for (String resource : all) {
            if (!MUTABLE.contains(resource) && !Objects.equals(old.get(resource), now.get(resource))) {
                throw refused("spec", "Forbidden: only cpu and memory resources are mutable");
            }
            if (old.containsKey(resource) && !now.containsKey(resource)) {
                throw refused(path, "Forbidden: resource " + what + " cannot be removed");
            }
        }
    }

    private static Map<String, Quantity> requests(Container container) {
        return some(Optional.ofNullable(container.getResources())
                .map(ResourceRequirements::getRequests)
                .orElse(null));
    }

    private static Map<String, Quantity> limits(Container container) {
        return some(Optional.ofNullable(container.getResources())
                .map(ResourceRequirements::getLimits)
                .orElse(null));
    }

    private static Map<String, Quantity> some(@Nullable Map<String, Quantity> amounts) {
        return amounts == null ? Map.of() : amounts;
    }

    private RuntimeException refused(String path, String words) {
        return Refusals.invalid(id, path + ": " + words);
    }
}
