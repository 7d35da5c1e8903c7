package drydock.sim.controller.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamespaceFurnitureTest {

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyNamespaceHasAnAccountAndTheServersCertificate() {
        bench.apply("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}").pass(1);

        for (String namespace : new String[] {"default", "kube-system", "shop"}) {
            assertThat(bench.simulation().cluster().get(ResourceId.of(Kinds.SERVICE_ACCOUNT, namespace, "default")))
                    .isPresent();
            assertThat(bench.simulation().cluster().get(ResourceId.of(Kinds.CONFIG_MAP, namespace, "kube-root-ca.crt")))
                    .isPresent();
        }
    }

    @Test
    void anAccountThatWasDeletedComesBack() {
        bench.simulation()
                .cluster()
                .delete(ResourceId.of(Kinds.SERVICE_ACCOUNT, "default", "default"), Deletion.DEFAULT);

        bench.pass(1);

        assertThat(bench.has(Kinds.SERVICE_ACCOUNT, "default")).isTrue();
    }
}
