package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.junit.jupiter.api.Test;

/// Which kinds count their changes (`strategy.go` of each), and what a Namespace says that is going.
class GenerationsTest {

    private static final String SHOP = """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        """;

    @Test
    void whatIsWantedOfServicesNodesAndNamespacesIsNotCounted() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(SHOP).run(2);

            assertThat(metadata(lab, Kinds.SERVICE, "web").getGeneration()).isNull();
            assertThat(metadata(lab, Kinds.NODE, "a").getGeneration()).isNull();
            assertThat(metadata(lab, Kinds.NAMESPACE, "default").getGeneration())
                    .isNull();
        }
    }

    @Test
    void whatASliceSaysIsCountedThoughItHasNoSpec() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(SHOP).run(2);
            assertThat(slice(lab).getGeneration()).isEqualTo(1);

            lab.apply(Lab.sleeper("one", "app: web", "")).run(5);
            assertThat(slice(lab).getGeneration()).isGreaterThan(1);
        }
    }

    @Test
    void aNamespaceThatGoesHasNoGrace() {
        try (Lab lab = Lab.of("a")) {
            lab.kubectl("create namespace shop");
            lab.kubectl("-n shop run web --image=nginx");
            lab.run(3);
            lab.kubectl("delete namespace shop --wait=false");

            assertThat(metadata(lab, Kinds.NAMESPACE, "shop").getDeletionTimestamp())
                    .isNotNull();
            assertThat(metadata(lab, Kinds.NAMESPACE, "shop").getDeletionGracePeriodSeconds())
                    .isNull();
        }
    }

    private static ObjectMeta slice(Lab lab) {
        return lab.simulation().cluster().list(Query.in(Kinds.ENDPOINT_SLICE, "default")).stream()
                .map(HasMetadata::getMetadata)
                .filter(metadata -> metadata.getName().startsWith("web-"))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectMeta metadata(Lab lab, ResourceKind kind, String name) {
        return lab.simulation()
                .cluster()
                .get(ResourceId.of(kind, kind.namespaced() ? "default" : "", name))
                .orElseThrow()
                .getMetadata();
    }
}
