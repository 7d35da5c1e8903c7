package drydock.sim.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointAddressBuilder;
import io.fabric8.kubernetes.api.model.EndpointPortBuilder;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.EndpointsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownEndpointsTest {

    private static Endpoint endpoint(String address) {
        return new EndpointBuilder()
                .withAddresses(address)
                .withNodeName("node-1")
                .build();
    }

    private static EndpointSlice slice(Endpoint... endpoints) {
        EndpointSlice slice = new EndpointSliceBuilder()
                .withNewMetadata()
                .withName("web-1")
                .endMetadata()
                .withAddressType("IPv4")
                .build();
        slice.setEndpoints(List.of(endpoints));
        return slice;
    }

    private static EndpointAddress address(String ip) {
        return new EndpointAddressBuilder().withIp(ip).build();
    }

    private static Endpoints endpoints(int port, EndpointAddress... addresses) {
        Endpoints endpoints = new EndpointsBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .addNewSubset()
                .withPorts(new EndpointPortBuilder().withPort(port).build())
                .endSubset()
                .build();
        endpoints.getSubsets().getFirst().setAddresses(List.of(addresses));
        return endpoints;
    }

    @Test
    void endpointsOfPodsAreInOrderWithoutALook() {
        Endpoint known = endpoint("10.244.0.2");

        assertThat(KnownEndpoints.addsOnlyPlain(slice(known), slice(known, endpoint("10.244.0.3"))))
                .isTrue();
        assertThat(KnownEndpoints.addsOnlyPlain(
                        endpoints(80, address("10.244.0.2")), endpoints(80, address("10.244.0.3"))))
                .isTrue();
    }

    @Test
    void anythingElseIsLookedAt() {
        EndpointSlice before = slice(endpoint("10.244.0.2"));

        assertThat(KnownEndpoints.addsOnlyPlain(before, slice(endpoint("127.0.0.1"))))
                .isFalse();
        assertThat(KnownEndpoints.addsOnlyPlain(before, slice(endpoint("10.244.0.256"))))
                .isFalse();
        assertThat(KnownEndpoints.addsOnlyPlain(
                        before,
                        slice(new EndpointBuilder(endpoint("10.244.0.3"))
                                .withNodeName("Not a name")
                                .build())))
                .isFalse();
        assertThat(KnownEndpoints.addsOnlyPlain(
                        endpoints(80, address("10.244.0.2")), endpoints(81, address("10.244.0.2"))))
                .isFalse();
        assertThat(KnownEndpoints.addsOnlyPlain(new Pod(), new Pod())).isFalse();
    }

    @Test
    void whatHasChangedBesideEndpointsIsLookedAt() {
        Endpoint known = endpoint("10.244.0.2");
        EndpointSlice labeled = new EndpointSliceBuilder(slice(known))
                .editMetadata()
                .addToLabels("a", "b")
                .endMetadata()
                .build();

        assertThat(KnownEndpoints.addsOnlyPlain(slice(known), labeled)).isFalse();
    }

    @Test
    void theNewsIsWhatIsNewAndNeverNothing() {
        Endpoint known = endpoint("10.244.0.2");
        Endpoint added = endpoint("10.244.0.3");

        assertThat(KnownEndpoints.news(slice(known), slice(known, added)))
                .isInstanceOfSatisfying(
                        EndpointSlice.class,
                        news -> assertThat(news.getEndpoints()).containsExactly(added));
        assertThat(KnownEndpoints.news(slice(known), slice(known)))
                .isInstanceOfSatisfying(
                        EndpointSlice.class,
                        news -> assertThat(news.getEndpoints()).containsExactly(known));
    }

    @Test
    void aCopyHasTheEndpointsThatWereWritten() {
        EndpointSlice written = slice(endpoint("10.244.0.2"));

        assertThat(KnownEndpoints.copy(slice(), written)).get().satisfies(copy -> {
            assertThat(copy).isEqualTo(written).isNotSameAs(written);
            assertThat(((EndpointSlice) copy).getEndpoints().getFirst())
                    .isSameAs(written.getEndpoints().getFirst());
        });
        assertThat(KnownEndpoints.copy(new Pod(), new Pod())).isEmpty();
    }
}
