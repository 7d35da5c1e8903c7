package drydock.sim.controller;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

    private static final ResourceId KEY = ResourceId.of(Kinds.JOB, "default", "work");

    private final Workbench bench = new Workbench();
    private final Instant start = bench.now();
    private final List<Long> looks = new ArrayList<>();

    @AfterEach
    void close() {
        bench.close();
    }

    private void look(ResourceId key, Runnable done) {
        looks.add(Duration.between(start, bench.now()).toSeconds());
        done.run();
    }

    @Test
    void ofSeveralTimesToComeOnlyTheSoonestCounts() {
        WorkQueue queue = new WorkQueue(bench.engine(), bench.api(), "test", this::look);

        queue.addAfter(KEY, Duration.ofSeconds(9));
        queue.addAfter(KEY, Duration.ofSeconds(5));
        queue.addAfter(KEY, Duration.ofSeconds(7));
        bench.pass(Duration.ofSeconds(20));

        assertThat(looks).containsExactly(5L);
    }

    @Test
    void whatFailsComesBackTwiceAsLateEachTimeUpToTheLongest() {
        WorkQueue queue = new WorkQueue(
                bench.engine(),
                bench.api(),
                "test",
                (_, _) -> {
                    looks.add(Duration.between(start, bench.now()).toSeconds());
                    throw new ClusterException(500, "InternalError", "no");
                },
                Duration.ofSeconds(1),
                Duration.ofSeconds(4));

        queue.add(KEY);
        bench.pass(Duration.ofSeconds(16));

        assertThat(looks).containsExactly(0L, 1L, 3L, 7L, 11L, 15L);
    }
}
