package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// rule 19: events aggregate after 10 similar ones in 600 s; spam burst 25, refill one in 300 s.
class EventRecorderTest {

    private final ServerFixture server = new ServerFixture();
    private final HasMetadata about = server.api.create(ServerFixture.map("a", "k", "1"));

    @Test
    void theSameEventIsCounted() {
        record("again");
        record("again");

        assertThat(events())
                .extracting(e -> e.getCount() + " " + e.getMessage())
                .containsExactly("2 again");
    }

    @Test
    void fromTheTenthOnSimilarEventsAreCombined() {
        for (int i = 1; i <= 12; i++) {
            record("message " + i);
        }

        List<Event> events = events();
        assertThat(events).hasSize(10);
        assertThat(events)
                .filteredOn(e -> e.getMessage().startsWith("(combined"))
                .extracting(e -> e.getCount() + " " + e.getMessage())
                .containsExactly("3 (combined from similar events): message 12");
    }

    @Test
    void afterTenMinutesOfSilenceSimilarEventsStandAloneAgain() {
        for (int i = 1; i <= 9; i++) {
            record("message " + i);
        }
        server.pass(Duration.ofSeconds(601));

        record("message 10");

        assertThat(events()).extracting(Event::getMessage).contains("message 10");
    }

    @Test
    void afterTwentyFiveAboutOneObjectOneInFiveMinutesIsWritten() {
        for (int i = 0; i < 40; i++) {
            record("again");
        }
        assertThat(events()).extracting(Event::getCount).containsExactly(25);

        server.pass(Duration.ofSeconds(301));
        record("again");
        record("again");

        assertThat(events()).extracting(Event::getCount).containsExactly(41);
    }

    /// rule 8: Events live 1 h.
    @Test
    void anEventIsGoneAnHourAfterItWasLastWritten() {
        record("again");
        server.pass(Duration.ofMinutes(40));
        record("again");

        server.pass(Duration.ofMinutes(40));
        assertThat(events()).hasSize(1);
        server.pass(Duration.ofMinutes(21));
        assertThat(events()).isEmpty();
    }

    private void record(String message) {
        server.api.as("kubelet/node-1").record(about, "Warning", "Failed", message, "");
    }

    private List<Event> events() {
        return server.api.list(Query.all(Kinds.EVENT)).stream()
                .map(Event.class::cast)
                .toList();
    }
}
