package drydock.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.ResourceId;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What checks is itself checked: each thing that may not be is told.
class InvariantsTest {

    private final Invariants invariants = new Invariants();
    private long version;

    private void change(@Nullable HasMetadata before, HasMetadata after) {
        invariants.accept(new Change(++version, version, "test", 0, ResourceId.of(after), before, after));
    }

    private static Pod pod(String name, String node, String phase) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .withUid(name)
                .addNewOwnerReference()
                .withName("web")
                .withUid("web")
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .withNodeName(node)
                .addNewContainer()
                .addNewPort()
                .withContainerPort(80)
                .withHostPort(8080)
                .endPort()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase(phase)
                .endStatus()
                .build();
    }

    private static Service service(String name, String address, int nodePort) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .withUid(name)
                .endMetadata()
                .withNewSpec()
                .withClusterIP(address)
                .addNewPort()
                .withPort(80)
                .withNodePort(nodePort)
                .endPort()
                .endSpec()
                .build();
    }

    @Test
    void twoPodsOnOneHostPortAreTold() {
        change(null, pod("a", "node-1", "Running"));
        change(null, pod("b", "node-2", "Running"));
        assertThat(invariants.broken()).isEmpty();
        change(null, pod("c", "node-1", "Running"));
        assertThat(invariants.broken()).singleElement().asString().contains("one host port on node-1");
    }

    @Test
    void aPodThatMovesOrRisesAgainIsTold() {
        Pod there = pod("a", "node-1", "Failed");
        change(null, there);
        change(there, pod("a", "node-2", "Running"));
        assertThat(invariants.broken())
                .anyMatch(what -> what.contains("moved from node node-1"))
                .anyMatch(what -> what.contains("went from Failed to Running"));
    }

    @Test
    void anAddressAndANodePortOfTwoServicesAreTold() {
        change(null, service("a", "10.96.0.10", 30000));
        change(null, service("b", "10.96.0.10", 30000));
        assertThat(invariants.broken())
                .anyMatch(what -> what.contains("the address 10.96.0.10"))
                .anyMatch(what -> what.contains("one node port"));
    }

    @Test
    void morePodsThanAreWantedAreTold() {
        change(
                null,
                new ReplicaSetBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .withNamespace("default")
                        .withUid("web")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(1)
                        .endSpec()
                        .build());
        change(null, pod("a", "", "Pending"));
        assertThat(invariants.broken()).isEmpty();
        change(null, pod("b", "", "Pending"));
        assertThat(invariants.broken()).singleElement().asString().contains("which wants 1");
    }

    @Test
    void aVersionThatGoesBackIsTold() {
        change(null, pod("a", "", "Pending"));
        version = 0;
        change(null, pod("b", "", "Pending"));
        assertThat(invariants.broken()).anyMatch(what -> what.contains("version 1 after 1"));
    }

    @Test
    void aUidOfTwoObjectsAndADeletionTakenBackAreTold() {
        Pod deleted = new PodBuilder(pod("a", "", "Pending"))
                .editMetadata()
                .withDeletionTimestamp("2026-01-01T00:00:00Z")
                .endMetadata()
                .build();
        change(null, deleted);
        change(deleted, pod("a", "", "Pending"));
        change(
                null,
                new PodBuilder(pod("b", "", "Pending"))
                        .editMetadata()
                        .withUid("a")
                        .endMetadata()
                        .build());
        assertThat(invariants.broken())
                .anyMatch(what -> what.contains("is not being deleted any more"))
                .anyMatch(what -> what.contains("has the uid of Pod/default/a"));
    }

    @Test
    void aNodeThatGaveMoreThanItHasIsTold() {
        change(
                null,
                new NodeBuilder()
                        .withNewMetadata()
                        .withName("node-1")
                        .withUid("node-1")
                        .endMetadata()
                        .withNewStatus()
                        .addToAllocatable("pods", new Quantity("1"))
                        .endStatus()
                        .build());
        Pod first = without("a");
        Pod second = without("b");
        change(null, first);
        change(null, second);
        change(first, onNode(first));
        assertThat(invariants.broken()).isEmpty();
        change(second, onNode(second));
        assertThat(invariants.broken()).singleElement().asString().contains("2000m pods of 1 on node-1");
    }

    private static Pod without(String name) {
        return new PodBuilder(pod(name, "", "Pending"))
                .editSpec()
                .withContainers()
                .endSpec()
                .build();
    }

    private static Pod onNode(Pod pod) {
        return new PodBuilder(pod).editSpec().withNodeName("node-1").endSpec().build();
    }
}
