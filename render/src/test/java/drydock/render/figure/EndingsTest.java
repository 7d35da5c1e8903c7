package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointAddressBuilder;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.EndpointsBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingsTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.SERVICE, "shop", "web");

    @Test
    void aSliceWithoutEndpointsLeadsNowhere() {
        EndpointSlice slice = new EndpointSliceBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web-1")
                .addToLabels("kubernetes.io/service-name", "web")
                .endMetadata()
                .build();
        // an API server writes "endpoints": null
        slice.setEndpoints(null);

        assertThat(new Endings(List.of(slice)).of(WEB)).isEmpty();
    }

    /// As the controllers of Kubernetes 1.20 write them where Pods share an address.
    @Test
    void podsThatAnOldSliceLeavesOutForTheirAddressAreTakenFromEndpoints() {
        EndpointSlice slice =
                slice(address("10.0.0.1", "one", true, false), address("10.0.0.9", "leaving", false, true));
        Endpoints old = new EndpointsBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web")
                .endMetadata()
                .addNewSubset()
                .addToAddresses(old("10.0.0.1", "one"), old("10.0.0.1", "two"), old("10.0.0.9", "leaving"))
                .addToAddresses(old("10.0.0.5", "goneFromSlices"))
                .addToNotReadyAddresses(old("10.0.0.1", "three"))
                .endSubset()
                .build();

        assertThat(new Endings(List.of(old, slice)).of(WEB))
                .containsOnly(
                        entry(pod("one"), Ending.READY),
                        entry(pod("two"), Ending.READY),
                        entry(pod("three"), Ending.NOT_READY),
                        entry(pod("leaving"), Ending.SERVING));
        assertThat(new Endings(List.of(old)).of(WEB))
                .containsOnlyKeys(pod("one"), pod("two"), pod("three"), pod("leaving"), pod("goneFromSlices"));
    }

    @Test
    void severalSlicesOfAServiceCountTogether() {
        EndpointSlice first = slice(address("10.0.0.1", "one", true, false));
        EndpointSlice second = slice(address("10.0.0.2", "two", false, false));

        assertThat(new Endings(List.of(first, second)).of(WEB))
                .containsOnly(entry(pod("one"), Ending.READY), entry(pod("two"), Ending.NOT_READY));
    }

    private static ResourceId pod(String name) {
        return ResourceId.of(Kinds.POD, "shop", name);
    }

    private static EndpointSlice slice(Endpoint... endpoints) {
        return new EndpointSliceBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web-1")
                .addToLabels("kubernetes.io/service-name", "web")
                .endMetadata()
                .addToEndpoints(endpoints)
                .build();
    }

    private static Endpoint address(String ip, String pod, boolean ready, boolean terminating) {
        return new EndpointBuilder()
                .addToAddresses(ip)
                .withNewConditions()
                .withReady(ready)
                .withServing(ready || terminating)
                .withTerminating(terminating)
                .endConditions()
                .withNewTargetRef()
                .withKind("Pod")
                .withName(pod)
                .endTargetRef()
                .build();
    }

    private static EndpointAddress old(String ip, String pod) {
        return new EndpointAddressBuilder()
                .withIp(ip)
                .withNewTargetRef()
                .withKind("Pod")
                .withName(pod)
                .endTargetRef()
                .build();
    }
}
