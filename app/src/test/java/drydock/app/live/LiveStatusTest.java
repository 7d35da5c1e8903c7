package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.app.testing.FxTest;
import drydock.app.testing.WatchedSession;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.Kinds;
import java.time.Instant;
import java.util.Map;
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
    private final WatchedSession session = new WatchedSession(tasks, LAST_ANSWER);
    private Instant now = LAST_ANSWER;
    private Map<String, String> ages = Map.of();

    @Override
    protected Scene scene() {
        LiveKnowledge knowledge = new LiveKnowledge(workspace);
        new AgeMarks(workspace, () -> now, kinds -> ages = kinds);
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
    void figuresOfKindsThatAreNotKnownToBeCurrentSayHowOldTheyAre() {
        now = LAST_ANSWER.plusSeconds(7);
        tell(
                new ClusterEvent.Interrupted(Kinds.DEPLOYMENT, LAST_ANSWER, "connection refused"),
                new ClusterEvent.Interrupted(Kinds.POD, LAST_ANSWER.plusSeconds(3), "connection refused"),
                new ClusterEvent.Synced(Kinds.SERVICE));
        assertThat(ages).containsExactlyInAnyOrderEntriesOf(Map.of("Deployment.apps", "7 s old", "Pod", "4 s old"));

        now = LAST_ANSWER.plusSeconds(300);
        awaitOnScreen("minutes", () -> "5 min old".equals(ages.get("Deployment.apps")));

        tell(new ClusterEvent.Resumed(Kinds.POD), new ClusterEvent.Resumed(Kinds.DEPLOYMENT));
        assertThat(ages).isEmpty();
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

        assertThat(ages).isEmpty();
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
}
