package drydock.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Lab;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.EndpointsBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import org.junit.jupiter.api.Test;

/// What checks is itself checked: a cluster at rest is in order, and one whose objects were changed behind its
/// controllers' back is not.
class SettledTest {

    private static final String SHOP = """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata: {name: web}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: main, image: "nginx:1.25"}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        """;

    private final Lab lab = Lab.of("a");

    private ApiServer shop() {
        lab.apply(SHOP).run(30);
        return lab.simulation().cluster();
    }

    @Test
    void aClusterAtRestIsInOrder() {
        assertThat(Settled.broken(shop())).isEmpty();
    }

    @Test
    void endpointsThatAreNotTheReadyPodsAreTold() {
        ApiServer cluster = shop();
        Endpoints endpoints = (Endpoints) get(cluster, ResourceId.of(Kinds.ENDPOINTS, "default", "web"));
        cluster.replace(new EndpointsBuilder(endpoints).withSubsets().build());

        assertThat(Settled.broken(cluster))
                .singleElement()
                .asString()
                .startsWith("Service web has [] in its Endpoints");
    }

    @Test
    void aReplicaSetThatWantsOtherThanItHasIsTold() {
        ApiServer cluster = shop();
        ReplicaSet set = (ReplicaSet) get(cluster, ResourceId.of(Kinds.REPLICA_SET, "default", "web"));
        cluster.replace(
                new ReplicaSetBuilder(set).editSpec().withReplicas(3).endSpec().build());

        assertThat(Settled.broken(cluster)).contains("ReplicaSet web has 2 Pods and wants 3");
    }

    @Test
    void whatBelongsToNothingIsTold() {
        ApiServer cluster = shop();
        cluster.create(new PodBuilder()
                .withNewMetadata()
                .withName("stray")
                .withNamespace("default")
                .addNewOwnerReference()
                .withApiVersion("apps/v1")
                .withKind("ReplicaSet")
                .withName("gone")
                .withUid("gone")
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("nginx:1.25")
                .endContainer()
                .endSpec()
                .build());

        assertThat(Settled.broken(cluster)).contains("Pod stray belongs to [ReplicaSet gone], which are gone");
    }

    private static HasMetadata get(ApiServer cluster, ResourceId id) {
        return cluster.get(id).orElseThrow();
    }
}
