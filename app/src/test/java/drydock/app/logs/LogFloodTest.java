package drydock.app.logs;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.dialog.WindowDialogs;
import drydock.app.task.Tasks;
import drydock.app.testing.ContainerSession;
import drydock.app.testing.FxTest;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Lines that come faster than anybody reads, many of one moment.
class LogFloodTest extends FxTest {

    private static final int LINES = 10_000;

    private final ContainerSession session = new ContainerSession();

    @Override
    protected Scene scene() {
        session.put(new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web-1")
                .endMetadata()
                .withNewStatus()
                .addNewContainerStatus()
                .withName("main")
                .withNewState()
                .withNewRunning()
                .endRunning()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build());
        LogView view = new LogView(
                session,
                ResourceId.of(Kinds.POD, "shop", "web-1"),
                Tasks.onVirtualThreads(),
                new WindowDialogs(LogFloodTest::none));
        return new Scene(view, 500, 300);
    }

    private static Window none() {
        throw new IllegalStateException("nothing is asked");
    }

    @AfterEach
    void close() {
        interact(() -> lookup(".logs").queryAs(LogView.class).close());
    }

    @Test
    void tenThousandLinesAtOnceAreShownWhollyAndInOrderTheLastInView() {
        for (int i = 0; i < LINES; i++) {
            session.log("web-1/main").tell("2026-03-01T12:00:0%dZ line %d\n".formatted(i / 5_000, i));
        }

        awaitOnScreen("all lines", () -> list().getItems().size() == LINES);
        assertThat(onScreen(() -> list().getItems().stream().map(LogLine::text).toList()))
                .isEqualTo(IntStream.range(0, LINES).mapToObj(i -> "line " + i).toList());
        awaitOnScreen("the last line is in view", () -> seen().contains("line " + (LINES - 1)));
        awaitOnScreen(
                "their number is said",
                () -> ((Labeled) lookup("#log-state").query())
                        .getText()
                        .replaceAll("[^0-9]", "")
                        .endsWith(String.valueOf(LINES)));
    }

    private List<String> seen() {
        return lookup(".log-cell").queryAllAs(LogCell.class).stream()
                .filter(cell -> cell.getItem() != null && cell.isVisible())
                .map(cell -> cell.getItem().text())
                .toList();
    }

    @SuppressWarnings("unchecked") // the list has lines
    private ListView<LogLine> list() {
        return (ListView<LogLine>) lookup("#log-lines").queryAs(ListView.class);
    }
}
