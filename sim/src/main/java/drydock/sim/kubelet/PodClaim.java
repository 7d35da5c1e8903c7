package drydock.sim.kubelet;

import drydock.model.resource.Quantities;
import drydock.sim.store.Recent;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;

/// What a Pod claims of its node, read once: a node that takes a Pod adds up the claims of all others.
///
/// @param spec what it was read from
/// @param cpu the sum of the containers' requests, or that of the largest init container if it is more; so are the
/// others
record PodClaim(PodSpec spec, BigDecimal cpu, BigDecimal memory, BigDecimal storage, List<ContainerPort> hostPorts) {

    /// What nodes give out beside room for Pods, in the order in which they look at it.
    static final List<String> RESOURCES = List.of("cpu", "memory", "ephemeral-storage");

    private static final Recent<BigDecimal> AMOUNTS = new Recent<>(1 << 8);

    static PodClaim of(PodSpec spec) {
        return new PodClaim(
                spec,
                requested(spec, "cpu"),
                requested(spec, "memory"),
                requested(spec, "ephemeral-storage"),
                spec.getContainers().stream()
                        .flatMap(c -> c.getPorts().stream())
                        .filter(p -> p.getHostPort() != null && p.getHostPort() > 0)
                        .toList());
    }

    /// How much it claims of one of [#RESOURCES].
    BigDecimal of(String resource) {
        return switch (resource) {
            case "cpu" -> cpu;
            case "memory" -> memory;
            case "ephemeral-storage" -> storage;
            default -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal requested(PodSpec spec, String resource) {
        BigDecimal sum =
                spec.getContainers().stream().map(c -> request(c, resource)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal most = BigDecimal.ZERO;
        for (Container container : spec.getInitContainers()) {
            if (RestartPolicies.isSidecar(container)) {
                sum = sum.add(request(container, resource));
            } else {
                most = most.max(request(container, resource));
            }
        }
        return AMOUNTS.one(sum.max(most));
    }

    private static BigDecimal request(Container container, String resource) {
        var resources = container.getResources();
        Quantity quantity = resources == null || resources.getRequests() == null
                ? null
                : resources.getRequests().get(resource);
        return Quantities.exact(quantity);
    }
}
