package drydock.app.live.api;

import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;

/// Reads EndpointSlices of v1beta1 (before Kubernetes 1.21) as those of v1: node and zone of an endpoint were labels in
/// its `topology` (`pkg/apis/discovery/v1beta1/conversion.go`; for the node, what the slice controller of 1.20 writes,
/// `pkg/controller/endpointslice/utils.go podToEndpoint`).
final class OldSliceReading extends Reading {

    private static final String TOPOLOGY = "topology";

    OldSliceReading(KubernetesSerialization json) {
        super(json, Kinds.ENDPOINT_SLICE);
    }

    @Override
    HasMetadata taken(HasMetadata read) {
        HasMetadata taken = super.taken(read);
        if (taken instanceof EndpointSlice slice && slice.getEndpoints() != null) {
            slice.getEndpoints().forEach(OldSliceReading::placed);
        }
        return taken;
    }

    private static void placed(Endpoint endpoint) {
        if (endpoint.getAdditionalProperties().remove(TOPOLOGY) instanceof Map<?, ?> topology) {
            if (endpoint.getNodeName() == null && topology.get("kubernetes.io/hostname") instanceof String node) {
                endpoint.setNodeName(node);
            }
            if (endpoint.getZone() == null && topology.get("topology.kubernetes.io/zone") instanceof String zone) {
                endpoint.setZone(zone);
            }
        }
    }
}
