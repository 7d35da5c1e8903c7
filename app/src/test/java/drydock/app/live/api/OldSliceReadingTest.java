package drydock.app.live.api;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.live.watch.Page;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OldSliceReadingTest {

    /// As a server of Kubernetes 1.20 writes them.
    private static final String LIST = """
        {"kind":"EndpointSliceList","apiVersion":"discovery.k8s.io/v1beta1","metadata":{"resourceVersion":"7"},
         "items":[
          {"metadata":{"name":"web-1","namespace":"shop"},"addressType":"IPv4","ports":[{"port":80}],
           "endpoints":[{"addresses":["10.0.0.1"],"conditions":{"ready":true},
             "targetRef":{"kind":"Pod","namespace":"shop","name":"one"},
             "topology":{"kubernetes.io/hostname":"node-1","topology.kubernetes.io/zone":"east"}}]},
          {"metadata":{"name":"web-2","namespace":"shop"},"addressType":"IPv4","endpoints":null,"ports":[]}]}
        """;

    @Test
    void aSliceOfAnOldServerReadsAsOneOfToday() {
        Page page = new OldSliceReading(new KubernetesSerialization())
                .page(new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)));

        EndpointSlice slice = (EndpointSlice) page.objects().getFirst();
        Endpoint endpoint = slice.getEndpoints().getFirst();
        assertThat(slice.getApiVersion()).isEqualTo("discovery.k8s.io/v1");
        assertThat(endpoint.getNodeName()).isEqualTo("node-1");
        assertThat(endpoint.getZone()).isEqualTo("east");
        assertThat(endpoint.getConditions().getReady()).isTrue();
        assertThat(endpoint.getAdditionalProperties()).isEmpty();
        assertThat(page.objects()).hasSize(2);
    }
}
