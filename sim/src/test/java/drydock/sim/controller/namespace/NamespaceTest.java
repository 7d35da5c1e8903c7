package drydock.sim.controller.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Bench;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceCondition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamespaceTest {

    private static final ResourceId SHOP = ResourceId.of(Kinds.NAMESPACE, "", "shop");

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aNamespaceIsEmptiedBeforeItGoes() {
        bench.apply("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: shop}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec:
              terminationGracePeriodSeconds: 4
              containers:
              - {name: main, image: busybox, command: [sh, -c, 'sleep 1000']}
            """).pass(10);

        bench.simulation().cluster().delete(SHOP, Deletion.DEFAULT);
        bench.passMillis(100);

        Namespace shop = (Namespace) bench.simulation().cluster().get(SHOP).orElseThrow();
        assertThat(shop.getStatus().getPhase()).isEqualTo("Terminating");
        assertThat(shop.getStatus().getConditions())
                .filteredOn(c -> c.getStatus().equals("True"))
                .extracting(NamespaceCondition::getMessage)
                .containsExactly("Some resources are remaining: pods. has 1 resource instances");
        bench.pass(20);
        assertThat(bench.simulation().cluster().get(SHOP)).isEmpty();
        assertThat(bench.simulation().cluster().list(Query.in(Kinds.CONFIG_MAP, "shop")))
                .isEmpty();
    }
}
