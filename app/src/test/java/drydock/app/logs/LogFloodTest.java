package drydock.app.logs;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.dialog.WindowDialogs;
import drydock.app.task.Tasks;
import drydock.app.testing.ContainerSession;
import drydock.app.testing.FxTest;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.PodBuilder;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Lines that come faster than anybody reads, while the list is scrolled, filtered and cut. A failure on the JavaFX
/// thread fails the test.
class LogFloodTest extends FxTest {

    private static final int ROUNDS = 60;
    private static final int LINES = 2_000;

    private final ContainerSession session = new ContainerSession();

    private LogView view() {
        session.put(new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web-1")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .addNewContainerStatus()
                .withName("main")
                .withContainerID("c://1")
                .withNewState()
                .withNewRunning()
                .endRunning()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build());
        return new LogView(
                session,
                ResourceId.of(Kinds.POD, "shop", "web-1"),
                Tasks.inPlace(),
                new WindowDialogs(LogFloodTest::none));
    }

    private static Window none() {
        throw new IllegalStateException("nothing is asked");
    }

    @Override
    protected Scene scene() {
        return new Scene(view(), 500, 300);
    }

    @AfterEach
    void close() {
        interact(() -> lookup(".logs").queryAs(LogView.class).close());
    }

    @Test
    void aFloodOfLinesIsShownWhileItIsScrolledFilteredAndCut() {
        for (int round = 0; round < ROUNDS; round++) {
            int now = round;
            interact(() -> {
                session.log("web-1/main").tell(lines(now));
                look(now);
            });
        }

        interact(() -> {
            toggle("#log-only").setSelected(false);
            toggle("#log-newest").setSelected(true);
        });
        int shown = onScreen(() -> list().getItems().size());
        assertThat(shown).isBetween(1, ROUNDS * LINES - 1);
        assertThat(onScreen(() -> list().getItems().getLast().text())).isEqualTo("round 59 line 1999");
    }

    private static String lines(int round) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            text.append("2026-03-01T12:00:00Z round ")
                    .append(round)
                    .append(" line ")
                    .append(i)
                    .append('\n');
        }
        return text.toString();
    }

    private void look(int round) {
        switch (round % 4) {
            case 0 -> list().scrollTo(round * 100);
            case 1 -> toggle("#log-only").setSelected(true);
            case 2 -> {
                lookup("#log-search").queryTextInputControl().setText("line 1" + round % 10);
                list().getSelectionModel()
                        .selectRange(0, Math.min(50, list().getItems().size()));
            }
            default -> {
                toggle("#log-only").setSelected(false);
                toggle("#log-newest").setSelected(round % 8 == 3);
                toggle("#log-wrap").fire();
            }
        }
        list().layout();
    }

    @SuppressWarnings("unchecked") // the list has lines
    private ListView<LogLine> list() {
        return (ListView<LogLine>) lookup("#log-lines").queryAs(ListView.class);
    }

    private ToggleButton toggle(String query) {
        return lookup(query).queryAs(ToggleButton.class);
    }
}
