package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointPort;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import java.util.List;
import java.util.stream.Collectors;

/// Endpoints of a Service (`describe.go describeEndpoints`).
final class EndpointsDescription {

    private EndpointsDescription() {}

    static void of(Lines lines, Cluster cluster, Endpoints endpoints) {
        Metadata.name(lines, endpoints);
        Metadata.labelsAndAnnotations(lines, endpoints.getMetadata());
        lines.line(0, "Subsets:");
        for (EndpointSubset subset : endpoints.getSubsets()) {
            lines.field(1, "Addresses", addresses(subset.getAddresses()));
            lines.field(1, "NotReadyAddresses", addresses(subset.getNotReadyAddresses()));
            ports(lines, subset.getPorts());
            lines.line(0);
        }
        EventLines.of(lines, cluster, endpoints);
    }

    private static String addresses(List<EndpointAddress> addresses) {
        return addresses.isEmpty()
                ? Lines.NONE
                : addresses.stream().map(EndpointAddress::getIp).collect(Collectors.joining(","));
    }

    private static void ports(Lines lines, List<EndpointPort> ports) {
        if (ports.isEmpty()) {
            return;
        }
        lines.line(1, "Ports:");
        lines.line(2, "Name", "Port", "Protocol");
        lines.line(2, "----", "----", "--------");
        for (EndpointPort port : ports) {
            String name = port.getName() == null || port.getName().isEmpty() ? "<unset>" : port.getName();
            lines.line(2, name, port.getPort(), port.getProtocol());
        }
    }
}
