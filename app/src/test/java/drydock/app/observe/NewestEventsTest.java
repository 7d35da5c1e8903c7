package drydock.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestEventsTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final NewestEvents events = new NewestEvents(3);

    @Test
    void theOldestGoWhicheverOrderTheyCameIn() {
        assertThat(put("c", 3)).isEmpty();
        assertThat(put("a", 1)).isEmpty();
        assertThat(put("b", 2)).isEmpty();

        assertThat(put("d", 4)).containsExactly("a");
        assertThat(put("z", 0)).as("it is older than all").containsExactly("z");

        assertThat(names()).containsExactly("b", "c", "d");
    }

    @Test
    void whatHappensOnceMoreIsNewAgain() {
        put("a", 1);
        put("b", 2);
        put("c", 3);
        put("a", 4);

        assertThat(put("d", 5)).containsExactly("b");
        assertThat(names()).containsExactly("c", "a", "d");
    }

    @Test
    void whatIsForgottenLeavesRoom() {
        put("a", 1);
        put("b", 2);
        put("c", 3);

        assertThat(events.remove(ResourceId.of(event("b", 2)))).isPresent();

        assertThat(events.remove(ResourceId.of(event("b", 2)))).isEmpty();
        assertThat(put("d", 4)).isEmpty();
    }

    @Test
    void aClusterWithVeryManyEventsIsKnownByItsNewestWhateverTheirNames() {
        Observed observed = new Observed(Tasks.inPlace());
        int all = NewestEvents.MOST + 10;
        for (int i = 0; i < all; i++) {
            // a server lists by name: the newest first here
            observed.accept(new ClusterEvent.Added(event("%06d".formatted(i), all - i)));
        }

        assertThat(observed.events()).hasSize(NewestEvents.MOST);
        assertThat(observed.events().stream().map(EventTime::of)).doesNotContain(START.plusSeconds(10));
        assertThat(observed.warning(about(), START))
                .get()
                .extracting(event -> event.getMetadata().getName())
                .isEqualTo("000000");
    }

    private List<String> put(String name, int second) {
        return events.put(event(name, second)).stream()
                .map(event -> event.getMetadata().getName())
                .toList();
    }

    private List<String> names() {
        return events.all().stream().map(event -> event.getMetadata().getName()).toList();
    }

    private static ResourceId about() {
        return ResourceId.of(Kinds.POD, "shop", "web");
    }

    private static Event event(String name, int second) {
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion("v1")
                .withKind("Pod")
                .withNamespace("shop")
                .withName("web")
                .endInvolvedObject()
                .withType("Warning")
                .withLastTimestamp(START.plusSeconds(second).toString())
                .build();
    }
}
