package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.Objects;

/// An EndpointSlice (`describe.go describeEndpointSliceV1`).
final class SliceDescription {

    private static final String UNSET = "<unset>";

    private SliceDescription() {}

    static void of(Lines lines, Cluster cluster, EndpointSlice slice) {
        Metadata.name(lines, slice);
        Metadata.labelsAndAnnotations(lines, slice.getMetadata());
        lines.field(0, "AddressType", slice.getAddressType());
        ports(lines, slice.getPorts());
        lines.line(0, slice.getEndpoints().isEmpty() ? "Endpoints: <none>" : "Endpoints:");
        slice.getEndpoints().forEach(endpoint -> endpoint(lines, endpoint));
        EventLines.of(lines, cluster, slice);
    }

    private static void ports(Lines lines, List<EndpointPort> ports) {
        if (ports.isEmpty()) {
            lines.line(0, "Ports: <unset>");
            return;
        }
        lines.line(0, "Ports:").line(1, "Name", "Port", "Protocol").line(1, "----", "----", "--------");
        for (EndpointPort port : ports) {
            String name = Objects.requireNonNullElse(port.getName(), "");
            lines.line(1, name.isEmpty() ? UNSET : name, Objects.toString(port.getPort(), UNSET), port.getProtocol());
        }
    }

    private static void endpoint(Lines lines, Endpoint endpoint) {
        String addresses = String.join(", ", endpoint.getAddresses());
        lines.field(1, "- Addresses", addresses.isEmpty() ? Lines.NONE : addresses);
        lines.line(2, "Conditions:");
        lines.field(
                3,
                "Ready",
                endpoint.getConditions() == null
                        ? UNSET
                        : Objects.toString(endpoint.getConditions().getReady(), UNSET));
        lines.field(2, "Hostname", Objects.requireNonNullElse(endpoint.getHostname(), UNSET));
        if (endpoint.getTargetRef() != null) {
            lines.field(
                    2,
                    "TargetRef",
                    endpoint.getTargetRef().getKind() + "/"
                            + endpoint.getTargetRef().getName());
        }
        lines.field(2, "NodeName", Objects.requireNonNullElse(endpoint.getNodeName(), UNSET));
        lines.field(2, "Zone", Objects.requireNonNullElse(endpoint.getZone(), UNSET));
    }
}
