package drydock.sim.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SchedulingQueueTest {

    private final Engine engine = new Engine(1, Instant.EPOCH);
    private final SchedulingQueue queue = new SchedulingQueue(engine, () -> {});

    @Test
    @DisplayName("rule 125: the more important first, then who came first")
    void theMoreImportantFirstThenWhoCameFirst() {
        queue.add(pod("a", 0), 0);
        queue.add(pod("b", 10), 0);
        queue.add(pod("c", 0), 0);
        queue.add(pod("d", 10), 0);

        assertThat(polled()).containsExactly("b", "d", "a", "c");
    }

    @Test
    @DisplayName("rule 125: after errors a Pod backs off 1 s, then 2 s, up to 10 s")
    void afterErrorsAPodBacksOff() {
        queue.add(pod("a", 0), 0);
        List<Long> waited = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            SchedulingQueue.Entry entry = queue.poll().orElseThrow();
            long from = engine.nowNanos();
            queue.erred(entry);
            assertThat(queue.poll()).isEmpty();
            engine.runUntil(engine.nextNanos().orElseThrow());
            waited.add(Duration.ofNanos(engine.nowNanos() - from).toSeconds());
        }

        assertThat(waited).containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
    }

    @Test
    @DisplayName("rule 125: what nothing helps is tried again after 5 min")
    void whatNothingHelpsIsTriedAgainAfterFiveMinutes() {
        queue.add(pod("a", 0), 0);
        queue.failed(queue.poll().orElseThrow(), ClusterChange.OfStorage.class::isInstance);
        queue.changed(new ClusterChange.OfNamespace());

        engine.runUntil(Duration.ofMinutes(5).toNanos());
        assertThat(queue.poll()).isEmpty();
        engine.runUntil(Duration.ofSeconds(331).toNanos());
        assertThat(queue.poll()).isPresent();
    }

    @Test
    @DisplayName("rule 125: what a change may help is tried again at once if nothing else is to be done")
    void whatAChangeMayHelpIsTriedAgain() {
        queue.add(pod("a", 0), 0);
        queue.failed(queue.poll().orElseThrow(), ClusterChange.OfStorage.class::isInstance);
        queue.changed(new ClusterChange.OfVolume(true));
        queue.add(pod("b", -5), 0);

        assertThat(polled()).containsExactly("b", "a");
    }

    private List<String> polled() {
        List<String> names = new ArrayList<>();
        for (var next = queue.poll(); next.isPresent(); next = queue.poll()) {
            names.add(next.get().id().name());
        }
        return names;
    }

    private static Pod pod(String name, int priority) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withPriority(priority)
                .endSpec()
                .build();
    }
}
