package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import drydock.app.testing.WindowTest;
import drydock.model.diagram.Position;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Severity;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.viewport.Viewport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A project is drawn, selected, moved, edited in each of its views, and saved.
class DesigningTest extends WindowTest {

    private static final ResourceId POD = new ResourceId("", "Pod", "default", "pod");

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
    }

    @Test
    void theFiguresStandWhereTheDiagramSays() {
        assertThat(bounds(SERVICE).x()).isEqualTo(40);
        assertThat(bounds(SERVICE).y()).isEqualTo(80);
        assertThat(bounds(CONTROLLER).x()).isEqualTo(560);
        assertThat(onScreen(() -> window().titleBinding().get())).isEqualTo("project – Drydock");
    }

    @Test
    void aClickSelectsAFigureAndOneBesideItNothing() {
        clickOn(head(CONTROLLER));

        assertThat(selected()).containsExactly(CONTROLLER);
        assertThat(lookup("#inspector-title").queryAs(Label.class).getText()).isEqualTo("oldboyedu-nginx");
        assertThat(lookup("#editor-file").queryComboBox().getValue()).isEqualTo("05-nginx-rc1.yaml");

        clickOn(onCanvas(0.5, 0.97));

        assertThat(selected()).isEmpty();
    }

    @Test
    void aMarqueeSelectsWhatItTouches() {
        dragWithShift(onCanvas(0.02, 0.05), onCanvas(0.98, 0.95));

        assertThat(selected()).containsExactlyInAnyOrder(SERVICE, CONTROLLER);
    }

    @Test
    void aDraggedFigureMovesIsTakenBackAndIsKeptWithTheProject() throws IOException {
        Rect before = bounds(SERVICE);
        Point2D head = head(SERVICE);

        drag(head).dropTo(head.add(0, 60));
        awaitOnScreen("moved", () -> bounds(SERVICE).y() > before.y() + 20);
        Position moved = onScreen(() ->
                workspace().document().project().diagram().position(SERVICE).orElseThrow());
        push(KeyCode.CONTROL, KeyCode.Z);
        awaitOnScreen("taken back", () -> bounds(SERVICE).equals(before));
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        awaitOnScreen("done again", () -> bounds(SERVICE).y() > before.y() + 20);
        assertThat(lookup("#unsaved-mark").query().isVisible()).isTrue();
        push(KeyCode.CONTROL, KeyCode.S);
        awaitOnScreen("saved", () -> !lookup("#unsaved-mark").query().isVisible());

        assertThat(Files.readString(project().resolve("drydock.json")))
                .contains("\"Service/default/oldboyedu-nginx-svc\"")
                .contains("\"y\": " + (int) moved.y());
        assertThat(Files.readString(project().resolve("01-nginx-service.yaml")))
                .isEqualTo(Files.readString(SAMPLES.resolve("first-service/01-nginx-service.yaml")));
    }

    @Test
    void escapeDuringADragPutsTheFigureBack() {
        Rect before = bounds(SERVICE);
        Point2D head = head(SERVICE);

        drag(head).moveTo(head.add(0, 60));
        awaitOnScreen("under way", () -> !bounds(SERVICE).equals(before));
        push(KeyCode.ESCAPE);
        drop();

        awaitOnScreen("back", () -> bounds(SERVICE).equals(before));
        assertThat(onScreen(() -> workspace().document().undoableBinding().get()))
                .isFalse();
    }

    @Test
    void theWheelZoomsAtThePointerAndADragOfTheBackgroundPans() {
        moveTo(onCanvas(0.5, 0.9));
        Viewport before = onScreen(() -> canvas().viewport());
        scroll(2, VerticalDirection.UP);
        Viewport zoomed = onScreen(() -> canvas().viewport());
        drag(onCanvas(0.5, 0.9)).dropTo(onCanvas(0.5, 0.8));
        Viewport panned = onScreen(() -> canvas().viewport());
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        Viewport fitted = onScreen(() -> canvas().viewport());

        double height = onScreen(() -> canvas().getHeight());
        assertThat(zoomed.scale()).isNotEqualTo(before.scale());
        assertThat(zoomed.toScene(0, height * 0.9).y())
                .isCloseTo(before.toScene(0, height * 0.9).y(), within(2.0));
        assertThat(panned.scale()).isEqualTo(zoomed.scale());
        assertThat(panned.offsetY()).isLessThan(zoomed.offsetY());
        assertThat(fitted).isNotEqualTo(panned);
    }

    @Test
    void whatIsEnteredInTheInspectorStandsInTheTextAndOnTheCanvas() {
        clickOn(head(CONTROLLER));
        enter("spec.replicas", "3");

        awaitOnScreen("in the text", () -> text("#editor-text").contains("  replicas: 3\n"));
        assertThat(text("#editor-text")).startsWith("# Four replicas of one Pod");
        awaitOnScreen(
                "on the canvas", () -> writing(figure(CONTROLLER).orElseThrow()).contains("3"));

        clickOn(onCanvas(0.5, 0.97)).push(KeyCode.CONTROL, KeyCode.Z);

        awaitOnScreen("taken back", () -> text("#editor-text").contains("  replicas: 4\n"));
    }

    @Test
    void whatIsTypedInTheTextStandsInTheInspectorAndOnTheCanvas() {
        clickOn(head(SERVICE));
        String before = text("#editor-text");
        int at = before.indexOf("8888");
        interact(() -> editor().selectRange(at, at + 4));
        clickOn("#editor-text");
        interact(() -> editor().selectRange(at, at + 4));
        write("9999");

        awaitOnScreen(
                "on the canvas", () -> writing(figure(SERVICE).orElseThrow()).contains("9999"));
        assertThat(entered("spec.ports[0].port")).isEqualTo("9999");
        assertThat(text("#editor-text")).isEqualTo(before.replace("8888", "9999"));

        push(KeyCode.CONTROL, KeyCode.Z);

        awaitOnScreen("taken back", () -> text("#editor-text").equals(before));
        assertThat(entered("spec.ports[0].port")).isEqualTo("8888");
    }

    @Test
    void aTextThatIsBrokenKeepsTheFigureAndIsAProblemWithItsPlace() {
        clickOn(head(SERVICE));
        clickOn("#editor-text");
        int at = text("#editor-text").indexOf("spec:") + 5;
        interact(() -> editor().moveTo(at));
        write(" [");

        awaitOnScreen("a problem", () -> !workspace().findingsProperty().get().isEmpty());
        assertThat(workspace().findingsProperty().get().getFirst().file()).isEqualTo("01-nginx-service.yaml");
        assertThat(figure(SERVICE)).isPresent();
        assertThat(lookup("#status-errors").queryAs(Label.class).isVisible()).isTrue();

        push(KeyCode.CONTROL, KeyCode.Z);

        awaitOnScreen(
                "no problem",
                () -> workspace().findingsProperty().get().stream()
                        .allMatch(finding -> finding.severity() == Severity.ADVICE));
    }

    @Test
    void aNumberThatIsNoneIsSaidAndChangesNothing() {
        clickOn(head(CONTROLLER));
        String before = text("#editor-text");
        enter("spec.replicas", "many");

        assertThat(lookup("#status-message").queryAs(Label.class).getText()).contains("many");
        assertThat(text("#editor-text")).isEqualTo(before);
    }

    @Test
    void aNewNameKeepsTheFigureInItsPlace() {
        Rect before = bounds(CONTROLLER);
        clickOn(head(CONTROLLER));
        enter("metadata.name", "shop");

        ResourceId renamed = new ResourceId("", "ReplicationController", "default", "shop");
        awaitFigures(renamed);
        assertThat(bounds(renamed).x()).isEqualTo(before.x());
        assertThat(bounds(renamed).y()).isEqualTo(before.y());
        assertThat(selected()).containsExactly(renamed);
        assertThat(figure(CONTROLLER)).isEmpty();
    }

    @Test
    void thePaletteAddsAnObjectWhichDeleteTakesAwayAndUndoBringsBack() {
        clickOn("#palette-search").write("pod");
        clickOn("#palette-Pod");
        awaitFigures(POD);
        assertThat(selected()).containsExactly(POD);
        assertThat(text("#editor-text")).contains("kind: Pod");
        clickOn(head(POD)).push(KeyCode.DELETE);
        awaitOnScreen("deleted", () -> figure(POD).isEmpty());
        push(KeyCode.CONTROL, KeyCode.Z);

        awaitFigures(POD);
    }

    @Test
    void anObjectDraggedOutOfThePaletteStandsWhereItIsLetGo() {
        Viewport before = onScreen(() -> canvas().viewport());
        Point2D place = onCanvas(0.3, 0.9);

        Node item = lookup("#palette-Pod").query();
        mouse(item, MouseEvent.MOUSE_DRAGGED, place, false);
        mouse(item, MouseEvent.MOUSE_RELEASED, place, false);

        awaitFigures(POD);
        Rect bounds = bounds(POD);
        Point expected = onScreen(() -> {
            Point2D at = canvas().screenToLocal(place);
            return before.toScene(at.getX(), at.getY());
        });
        assertThat(bounds.x()).isCloseTo(expected.x(), within(4.0));
        assertThat(bounds.y()).isCloseTo(expected.y(), within(4.0));
        assertThat(onScreen(() -> canvas().viewport())).isEqualTo(before);
    }

    @Test
    void theViewOfNodesAndTheDarkColoursAreReachedByTheirButtons() {
        clickOn("#button-nodesView");
        awaitOnScreen("nodes", () -> workspace().nodesViewProperty().get());
        assertThat(figure(CONTROLLER)).isPresent();
        clickOn("#button-nodesView");
        clickOn("#button-dark");
        awaitOnScreen("dark", () -> canvas().themeProperty().get().equals(drydock.render.theme.Theme.DARK));
    }

    private void dragWithShift(Point2D from, Point2D to) {
        mouse(canvas(), MouseEvent.MOUSE_PRESSED, from, true);
        mouse(canvas(), MouseEvent.MOUSE_DRAGGED, from.midpoint(to), true);
        mouse(canvas(), MouseEvent.MOUSE_DRAGGED, to, true);
        mouse(canvas(), MouseEvent.MOUSE_RELEASED, to, true);
    }

    /// The robot without a display presses no Shift with the mouse, and forgets where a drag began, so some events are
    /// made by hand.
    private void mouse(Node node, EventType<MouseEvent> type, Point2D screen, boolean shift) {
        interact(() -> {
            Point2D at = node.localToScene(node.screenToLocal(screen));
            Event.fireEvent(
                    node,
                    new MouseEvent(
                            type,
                            at.getX(),
                            at.getY(),
                            screen.getX(),
                            screen.getY(),
                            MouseButton.PRIMARY,
                            1,
                            shift,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            true,
                            false,
                            false,
                            null));
        });
    }

    private List<ResourceId> selected() {
        return onScreen(() -> workspace().selection().objects());
    }

    private Rect bounds(ResourceId object) {
        return onScreen(() -> figure(object).orElseThrow().bounds());
    }

    private String entered(String path) {
        return onScreen(() -> ((TextInputControl) field(path)).getText());
    }

    private org.fxmisc.richtext.CodeArea editor() {
        return lookup("#editor-text").query();
    }

    @Test
    void noTwoActionsHaveTheSameKeys() {
        assertThat(window().actions().stream()
                        .flatMap(action -> action.key().stream())
                        .toList())
                .doesNotHaveDuplicates();
    }
}
