package drydock.sim.network;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.ForNode;
import io.fabric8.kubernetes.api.model.discovery.v1.ForZone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A Service with its endpoints, as one moment of its EndpointSlices has them.
record ServiceRules(ResourceId id, Service service, List<Target> targets) {

    /// An endpoint on one port of the Service.
    ///
    /// @param portName the name of the Service's port
    /// @param forNodes the nodes that it is meant for, none if nothing is said of that
    /// @param forZones the zones that it is meant for
    record Target(
            String portName,
            String address,
            int port,
            String node,
            String hostname,
            boolean ready,
            boolean serving,
            boolean terminating,
            List<String> forNodes,
            List<String> forZones) {}

    ServiceRules {
        targets = List.copyOf(targets);
    }

    static ServiceRules of(Service service, Collection<EndpointSlice> slices) {
        List<Target> targets = new ArrayList<>();
        for (EndpointSlice slice : slices) {
            for (EndpointPort port : slice.getPorts()) {
                for (Endpoint endpoint : slice.getEndpoints()) {
                    target(port, endpoint).ifPresent(targets::add);
                }
            }
        }
        return new ServiceRules(ResourceId.of(service), service, targets);
    }

    private static Optional<Target> target(EndpointPort port, Endpoint endpoint) {
        if (endpoint.getAddresses().isEmpty() || port.getPort() == null) {
            return Optional.empty();
        }
        var conditions = endpoint.getConditions();
        boolean ready = conditions == null || !Boolean.FALSE.equals(conditions.getReady());
        boolean told = conditions != null && conditions.getServing() != null;
        boolean serving = told ? Boolean.TRUE.equals(conditions.getServing()) : ready;
        return Optional.of(new Target(
                Objects.requireNonNullElse(port.getName(), ""),
                endpoint.getAddresses().getFirst(),
                port.getPort(),
                Objects.requireNonNullElse(endpoint.getNodeName(), ""),
                Objects.requireNonNullElse(endpoint.getHostname(), ""),
                ready,
                serving,
                conditions != null && Boolean.TRUE.equals(conditions.getTerminating()),
                endpoint.getHints() == null
                        ? List.of()
                        : endpoint.getHints().getForNodes().stream()
                                .map(ForNode::getName)
                                .toList(),
                endpoint.getHints() == null
                        ? List.of()
                        : endpoint.getHints().getForZones().stream()
                                .map(ForZone::getName)
                                .toList()));
    }

    Optional<ServicePort> port(int number) {
        return service.getSpec().getPorts().stream()
                .filter(p -> p.getPort() == number)
                .findFirst();
    }

    Optional<ServicePort> nodePort(int number) {
        return service.getSpec().getPorts().stream()
                .filter(p -> p.getNodePort() != null && p.getNodePort() == number)
                .findFirst();
    }

    List<Target> targets(ServicePort port) {
        String name = Objects.requireNonNullElse(port.getName(), "");
        return targets.stream().filter(t -> t.portName().equals(name)).toList();
    }

    boolean isHeadless() {
        return "None".equals(service.getSpec().getClusterIP());
    }

    boolean isExternalName() {
        return "ExternalName".equals(service.getSpec().getType());
    }

    boolean localOnly(boolean external) {
        String policy = external
                ? service.getSpec().getExternalTrafficPolicy()
                : service.getSpec().getInternalTrafficPolicy();
        return "Local".equals(policy);
    }

    /// How long a client keeps its endpoint, in seconds; 0 if it does not.
    int affinitySeconds() {
        if (!"ClientIP".equals(service.getSpec().getSessionAffinity())) {
            return 0;
        }
        var config = service.getSpec().getSessionAffinityConfig();
        return config == null
                        || config.getClientIP() == null
                        || config.getClientIP().getTimeoutSeconds() == null
                ? 10_800
                : config.getClientIP().getTimeoutSeconds();
    }
}
