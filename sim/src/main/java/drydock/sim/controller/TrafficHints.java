package drydock.sim.controller;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointHints;
import io.fabric8.kubernetes.api.model.discovery.v1.ForNode;
import io.fabric8.kubernetes.api.model.discovery.v1.ForZone;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// For whom an endpoint is meant, where a Service wants its traffic to stay near
/// (`endpointslice/trafficdist/trafficdist.go`): those in its zone, and with `PreferSameNode` those on its node.
final class TrafficHints {

    private static final String SAME_NODE = "PreferSameNode";
    private static final Set<String> NEAR = Set.of("PreferClose", "PreferSameZone", SAME_NODE);

    private TrafficHints() {}

    /// The hints of an endpoint that is ready; null if it has none.
    static @Nullable EndpointHints of(Service service, Pod pod, @Nullable String zone) {
        String wish = Objects.requireNonNullElse(service.getSpec().getTrafficDistribution(), "");
        boolean node = wish.equals(SAME_NODE);
        if (!NEAR.contains(wish) || (zone == null && !node)) {
            return null;
        }
        return new EndpointHints(
                node ? List.of(new ForNode(Pods.node(pod))) : List.of(),
                zone == null ? List.of() : List.of(new ForZone(zone)));
    }
}
