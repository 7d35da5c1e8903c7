package drydock.sim.controller;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReplicaControllerTest {

    private final Workbench bench = new Workbench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @DisplayName("rule 73: at most 500 creations in one look")
    void aLookCreatesAtMost500() {
        AtomicInteger most = new AtomicInteger();
        bench.api().create(set(600));
        // the second look comes when the first one's Pods were seen
        for (int i = 0; i < 200 && bench.pods().size() < 500; i++) {
            bench.pass(Duration.ofMillis(1));
        }
        most.set(bench.pods().size());
        bench.pass(Duration.ofMillis(2));

        assertThat(most).hasValue(500);
        bench.settle();
        assertThat(bench.pods()).hasSize(600);
    }

    @Test
    @DisplayName("rule 73: creations come in batches of 1, 2, 4, and end with the first batch that fails")
    void creationsStopAtTheFirstBatchThatFails() {
        AtomicInteger asked = new AtomicInteger();
        bench.refuse(object -> object instanceof Pod && asked.incrementAndGet() > 2);

        bench.api().create(set(20));
        for (int i = 0; i < 50 && asked.get() < 3; i++) {
            bench.pass(Duration.ofMillis(1));
        }
        assertThat(asked).hasValue(3);
        int before = asked.get();
        for (int i = 0; i < 50; i++) {
            bench.pass(Duration.ofMillis(1));
            // a new look begins with one again
            assertThat(asked.get() - before).isLessThanOrEqualTo(1);
            before = asked.get();
        }

        assertThat(bench.pods()).hasSize(2);
    }

    /// The first is counted though the second is not even ready.
    @Test
    void eachPodIsAvailableWhenItsTimeIsOver() {
        bench.api()
                .create(new ReplicaSetBuilder(set(2))
                        .editSpec()
                        .withMinReadySeconds(10)
                        .endSpec()
                        .build());
        bench.settle();
        List<Pod> pods = bench.pods();
        bench.ready(pods.getFirst(), "node-1");
        bench.pass(Duration.ofSeconds(4));
        bench.ready(pods.getLast(), "node-1");

        bench.pass(Duration.ofSeconds(5));
        assertThat(available()).isZero();
        bench.pass(Duration.ofSeconds(1));
        assertThat(available()).isEqualTo(1);
        bench.pass(Duration.ofSeconds(4));
        assertThat(available()).isEqualTo(2);
    }

    private int available() {
        Integer count = bench.sets().getFirst().getStatus().getAvailableReplicas();
        return count == null ? 0 : count;
    }

    @Test
    @DisplayName("rule 74: a ReplicationController is the same")
    void aReplicationControllerDoesTheSame() {
        bench.api()
                .create(new ReplicationControllerBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .withNamespace("default")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(3)
                        .addToSelector("app", "web")
                        .withTemplate(Workbench.template("nginx:1"))
                        .endSpec()
                        .build());
        bench.settle();
        assertThat(bench.pods()).hasSize(3);

        bench.api().scale(ResourceId.of(Kinds.REPLICATION_CONTROLLER, "default", "web"), 1);
        bench.settle();
        assertThat(bench.pods()).hasSize(1);
    }

    @Test
    @DisplayName("rule 75: the not assigned go first, then the not ready")
    void scalingDownTakesTheLeastUsefulPodsFirst() {
        bench.api().create(set(3));
        bench.settle();
        List<Pod> pods = bench.pods();
        bench.ready(pods.get(0), "node-1");
        bench.api().bind(ResourceId.of(pods.get(1)), "node-2");
        bench.status(pods.get(1), "Running", false);
        bench.settle();

        scale(2);
        assertThat(names()).contains(name(pods.get(0)), name(pods.get(1))).doesNotContain(name(pods.get(2)));

        scale(1);
        assertThat(bench.pods())
                .filteredOn(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .extracting(ReplicaControllerTest::name)
                .containsExactly(name(pods.get(0)));
    }

    @Test
    @DisplayName("rule 78: a creation that fails is the condition ReplicaFailure")
    void aRefusedPodIsACondition() {
        bench.refuse(object -> object instanceof Pod);

        bench.api().create(set(1));
        bench.settle();

        assertThat(bench.sets().getFirst().getStatus().getConditions())
                .singleElement()
                .satisfies(c -> assertThat(c.getType() + " " + c.getStatus() + " " + c.getReason())
                        .isEqualTo("ReplicaFailure True FailedCreate"));
        assertThat(bench.events("ReplicaSet"))
                .isNotEmpty()
                .allMatch(told -> told.startsWith("FailedCreate: ") && told.contains("Error creating: pods "));
    }

    @Test
    void whatFailsAgainIsToldAsAtFirstAndTriedEverMoreSeldom() {
        bench.refuse(object -> object instanceof Pod);
        bench.api().create(set(1));
        bench.settle();
        String version = bench.sets().getFirst().getMetadata().getResourceVersion();
        int tries = tries();

        bench.settle();

        assertThat(bench.sets().getFirst().getMetadata().getResourceVersion()).isEqualTo(version);
        assertThat(tries() - tries).isLessThan(tries);
    }

    private int tries() {
        return (int) bench.events("ReplicaSet").stream()
                .filter(told -> told.startsWith("FailedCreate"))
                .count();
    }

    @Test
    void podsOnTheirWayOutAreCountedApart() {
        bench.api().create(set(2));
        bench.settle();
        bench.readyAll();
        bench.settle();

        scale(1);

        assertThat(bench.sets().getFirst().getStatus().getReplicas()).isEqualTo(1);
        assertThat(bench.sets().getFirst().getStatus().getTerminatingReplicas()).isEqualTo(1);
    }

    private void scale(int replicas) {
        bench.api().scale(ResourceId.of(Kinds.REPLICA_SET, "default", "web"), replicas);
        bench.settle();
    }

    private List<String> names() {
        return bench.pods().stream().map(ReplicaControllerTest::name).toList();
    }

    private static String name(Pod pod) {
        return pod.getMetadata().getName();
    }

    private static ReplicaSet set(int replicas) {
        return new ReplicaSetBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .withTemplate(Workbench.template("nginx:1"))
                .endSpec()
                .build();
    }
}
