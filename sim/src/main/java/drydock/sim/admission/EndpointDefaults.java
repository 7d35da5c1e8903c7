package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.EndpointPort;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;

/// What ports of Endpoints (`pkg/apis/core/v1/defaults.go SetDefaults_Endpoints`) and of EndpointSlices
/// (`pkg/apis/discovery/v1/defaults.go SetDefaults_EndpointPort`) do not say.
final class EndpointDefaults {

    private static final String TCP = "TCP";

    private EndpointDefaults() {}

    static void fill(Endpoints endpoints) {
        for (EndpointSubset subset : endpoints.getSubsets()) {
            for (EndpointPort port : subset.getPorts()) {
                if (PodDefaults.isEmpty(port.getProtocol())) {
                    port.setProtocol(TCP);
                }
            }
        }
    }

    static void fill(EndpointSlice slice) {
        for (io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort port : slice.getPorts()) {
            if (port.getName() == null) {
                port.setName("");
            }
            if (port.getProtocol() == null) {
                port.setProtocol(TCP);
            }
        }
    }
}
