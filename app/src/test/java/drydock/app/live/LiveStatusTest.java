package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.observe.Observed;
import drydock.app.session.ClusterSession;
import drydock.app.session.ConsoleOutput;
import drydock.app.session.RunningCommand;
import drydock.app.task.Tasks;
import drydock.app.testing.FxTest;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterInfo;
import drydock.model.resource.Kinds;
import java.time.Instant;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the window says of a cluster that is not, or not wholly, known.
class LiveStatusTest extends FxTest {

    private static final Instant LAST_ANSWER = Instant.parse("2026-03-01T12:00:00Z");

    private final Tasks tasks = Tasks.inPlace();
    private final Workspace workspace = new Workspace(tasks);
    private final Watched session = new Watched(tasks);
    private Instant now = LAST_ANSWER;

    @Override
    protected Scene scene() {
        LiveKnowledge knowledge = new LiveKnowledge(workspace);
        return new Scene(new VBox(new StaleBand(knowledge), new LiveStatus(knowledge, () -> now)));
    }

    @BeforeEach
    void look() {
        interact(() -> workspace.look(session));
    }

    @Test
    void nothingIsSaidOfAClusterThatIsKnown() {
        tell(new ClusterEvent.Synced(Kinds.POD), new ClusterEvent.Synced(Kinds.NODE));

        assertThat(label("#status-lost").isVisible()).isFalse();
        assertThat(label("#status-refused").isVisible()).isFalse();
        assertThat(label("#stale-band").isVisible()).isFalse();
    }

    @Test
    void theAgeOfAnOutageIsCountedFromTheEarliestLastAnswer() {
        now = LAST_ANSWER.plusSeconds(7);
        tell(
                new ClusterEvent.Interrupted(Kinds.NODE, LAST_ANSWER.plusSeconds(2), "later"),
                new ClusterEvent.Interrupted(Kinds.POD, LAST_ANSWER, "connection refused"));

        assertThat(label("#status-lost").getText())
                .isEqualTo("shop has not answered for 7 s (connection refused). Trying again …");
        assertThat(label("#stale-band").getText()).startsWith("Stale since");
        assertThat(label("#stale-band").isVisible()).isTrue();

        now = LAST_ANSWER.plusSeconds(300);
        awaitOnScreen("minutes", () -> label("#status-lost").getText().contains("for 5 min"));
        now = LAST_ANSWER.plusSeconds(2 * 86_400);
        awaitOnScreen("hours", () -> label("#status-lost").getText().contains("for 48 h"));
    }

    @Test
    void anOutageIsOverWhenEveryKindIsKnownAgain() {
        tell(
                new ClusterEvent.Interrupted(Kinds.NODE, LAST_ANSWER, "connection refused"),
                new ClusterEvent.Interrupted(Kinds.POD, LAST_ANSWER, "connection refused"));

        tell(new ClusterEvent.Resumed(Kinds.NODE));
        assertThat(label("#status-lost").isVisible()).isTrue();
        tell(new ClusterEvent.Resumed(Kinds.POD));

        assertThat(label("#status-lost").isVisible()).isFalse();
        assertThat(label("#stale-band").isVisible()).isFalse();
    }

    @Test
    void refusedKindsAreNamedInOneLineAndTheServersWordsAreInItsTooltip() {
        tell(new ClusterEvent.Refused(Kinds.NODE, 403, "nodes is forbidden"));
        assertThat(label("#status-refused").getText()).isEqualTo("1 kind you may not read: Node");

        tell(new ClusterEvent.Refused(Kinds.SERVICE, 403, "services is forbidden"));

        assertThat(label("#status-refused").getText()).isEqualTo("2 kinds you may not read: Node, Service");
        assertThat(label("#status-refused").getTooltip().getText())
                .isEqualTo("Node: 403 nodes is forbidden\nService: 403 services is forbidden");
    }

    @Test
    void leavingTheClusterTakesAwayWhatWasSaidOfIt() {
        tell(
                new ClusterEvent.Interrupted(Kinds.POD, LAST_ANSWER, "connection refused"),
                new ClusterEvent.Refused(Kinds.NODE, 403, "nodes is forbidden"));

        interact(workspace::design);

        assertThat(label("#status-lost").isVisible()).isFalse();
        assertThat(label("#status-refused").isVisible()).isFalse();
        assertThat(label("#stale-band").isVisible()).isFalse();
    }

    private void tell(ClusterEvent... events) {
        interact(() -> {
            for (ClusterEvent event : events) {
                session.observed().accept(event);
            }
        });
    }

    private Label label(String query) {
        return lookup(query).queryAs(Label.class);
    }

    /// A session whose events the test tells; it has no cluster to be asked.
    private record Watched(Tasks tasks, Observed observed) implements ClusterSession {

        Watched(Tasks tasks) {
            this(tasks, new Observed(tasks));
        }

        @Override
        public ClusterInfo info() {
            return new ClusterInfo("shop", "https://shop.example", "v1.36.0", false);
        }

        @Override
        public ObservableValue<Boolean> passesProperty() {
            return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
        }

        @Override
        public Instant now() {
            return LAST_ANSWER;
        }

        @Override
        public <T> Tasks.Work<T> ask(Function<Cluster, T> question) {
            throw new UnsupportedOperationException("there is no cluster");
        }

        @Override
        public RunningCommand console(String line, ConsoleOutput output) {
            throw new UnsupportedOperationException("there is no cluster");
        }

        @Override
        public void whenClosed(Runnable action) {}

        @Override
        public void close() {}
    }
}
