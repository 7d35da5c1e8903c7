package drydock.sim.controller.podgc;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Bench;
import drydock.sim.controller.SharedInformers;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PodCollectorTest {

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    private static String pod(String name, String more) {
        return """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s}
            spec:
              restartPolicy: Never
              %s
              containers:
              - {name: main, image: busybox, command: ['true']}
            """.formatted(name, more);
    }

    /// Rule 111: a Pod whose node is gone is deleted after 40 s.
    @Test
    void aPodOfANodeThatIsGoneIsCollectedAfterAWhile() {
        bench.apply(pod("a", "nodeName: node-2")).pass(20);

        bench.simulation().loseNode("node-2");
        bench.simulation().cluster().delete(ResourceId.of(Kinds.NODE, "", "node-2"), Deletion.DEFAULT);
        bench.pass(35);
        assertThat(bench.has(Kinds.POD, "a")).isTrue();
        bench.pass(50);

        assertThat(bench.has(Kinds.POD, "a")).isFalse();
    }

    /// Rule 111: what was deleted and has no node waits for nobody.
    @Test
    void aPodWithoutNodeThatIsHeldInDeletionIsCollected() {
        bench.apply(pod("a", "nodeSelector: {no: where}")).pass(5);
        bench.simulation()
                .cluster()
                .replace(new PodBuilder(bench.pods().getFirst())
                        .editMetadata()
                        .addToFinalizers("example.com/hold")
                        .endMetadata()
                        .build());
        bench.simulation().cluster().delete(ResourceId.of(Kinds.POD, "default", "a"), Deletion.DEFAULT);

        bench.pass(30);

        assertThat(bench.pods().getFirst().getMetadata().getDeletionGracePeriodSeconds())
                .isZero();
    }

    /// Rule 111: of too many that are over, the oldest go.
    @Test
    void ofTooManyThatAreOverTheOldestGo() {
        PodCollector.start(
                bench.simulation().engine(),
                bench.simulation().cluster(),
                SharedInformers.start(bench.simulation().cluster()),
                2);
        for (String name : "d c b a".split(" ", -1)) {
            bench.apply(pod(name, "")).pass(2);
        }

        bench.pass(40);

        assertThat(bench.names(Kinds.POD)).containsExactly("a", "b");
    }
}
