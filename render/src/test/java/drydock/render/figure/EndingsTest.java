package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingsTest {

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

        assertThat(new Endings(List.of(slice)).of(ResourceId.of(Kinds.SERVICE, "shop", "web")))
                .isEmpty();
    }
}
