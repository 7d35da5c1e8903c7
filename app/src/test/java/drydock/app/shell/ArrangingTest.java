package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.diagram.Diagram;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.scene.FigureId;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

class ArrangingTest extends WindowTest {

    private static final ResourceId COPY = new ResourceId("", "ReplicationController", "default", "oldboyedu-nginx-2");

    private <T> T diagram(Function<Diagram, T> part) {
        return part.apply(state().diagram());
    }

    private void select(ResourceId... objects) {
        awaitFigures(objects);
        interact(() -> {
            canvas().requestFocus();
            workspace().selection().select(List.of(objects));
        });
    }

    /// Does what a menu offers, as a click on it would.
    private void menu(String id) {
        interact(() -> window().actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow()
                .menuItem()
                .fire());
    }

    private MenuItem item(String id) {
        return onScreen(() -> window().actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow()
                .menuItem());
    }

    private Rect bounds(ResourceId object) {
        return onScreen(() -> figure(object).orElseThrow().bounds());
    }

    @Test
    void figuresAreAlignedAndDistributedAndBroughtBack() {
        select(SERVICE, CONTROLLER);
        Project before = state();

        menu("align-top");
        awaitOnScreen(
                "one line", () -> bounds(SERVICE).y() == bounds(CONTROLLER).y());
        undoneAndRedone(before);

        assertThat(item("distribute-horizontal").isDisable()).isTrue();
    }

    @Test
    void aCopyIsPastedBesideTheOriginalUnderAFreeName() {
        select(CONTROLLER);
        Project before = state();
        Rect original = bounds(CONTROLLER);

        push(KeyCode.CONTROL, KeyCode.C);
        push(KeyCode.CONTROL, KeyCode.V);

        awaitFigures(COPY);
        assertThat(bounds(COPY).x()).isEqualTo(original.x() + 32);
        assertThat(onScreen(() -> workspace().selection().objects())).containsExactly(COPY);
        String text = state().file("oldboyedu-nginx-2.yaml").orElseThrow().text();
        assertThat(text).contains("name: oldboyedu-nginx-2");
        undoneAndRedone(before);
    }

    @Test
    void duplicatingLeavesTheClipboardAsItIs() {
        select(CONTROLLER);
        Project before = state();

        push(KeyCode.CONTROL, KeyCode.D);

        awaitFigures(COPY);
        undoneAndRedone(before);
    }

    @Test
    void aCopyIsDraggedAwayThoughTheOriginalCoversIt() {
        select(CONTROLLER);
        push(KeyCode.CONTROL, KeyCode.D);
        awaitFigures(COPY);
        Rect original = bounds(CONTROLLER);
        Rect copy = bounds(COPY);
        Point2D both = onScreen(() -> {
            var at = canvas().viewport().toScreen(new drydock.render.geometry.Point(copy.x() + 40, copy.y() + 12));
            return canvas().localToScreen(at.x(), at.y());
        });

        drag(both, MouseButton.PRIMARY).dropTo(both.add(0, 80));

        awaitOnScreen("moved", () -> bounds(COPY).y() > copy.y());
        assertThat(bounds(CONTROLLER)).isEqualTo(original);
    }

    @Test
    void whatIsCutCanBePasted() {
        select(SERVICE);
        Project before = state();

        push(KeyCode.CONTROL, KeyCode.X);
        awaitOnScreen("gone", () -> figure(SERVICE).isEmpty());
        undoneAndRedone(before);
        push(KeyCode.CONTROL, KeyCode.V);

        awaitFigures(SERVICE);
    }

    @Test
    void whatIsNoManifestIsNotPastedAndSaysWhy() {
        select(CONTROLLER);
        Project before = state();
        interact(() -> {
            var content = new javafx.scene.input.ClipboardContent();
            content.putString("Lorem ipsum: [");
            javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
        });

        push(KeyCode.CONTROL, KeyCode.V);

        assertThat(contents(state())).isEqualTo(contents(before));
        assertThat(onScreen(() -> workspace().messageProperty().get())).contains("describes no object");
    }

    @Test
    void aGroupIsNamedMovedRenamedAndTakenAway() {
        select(SERVICE, CONTROLLER);
        Project before = state();

        menuLater("group");
        clickOn("#dialog-text").write("Front 前端").clickOn("OK");

        FigureId id = new FigureId.Group("group-1");
        awaitOnScreen("the frame", () -> canvas().scene().find(id).isPresent());
        assertThat(writing(onScreen(() -> canvas().scene().find(id).orElseThrow())))
                .contains("Front 前端");
        undoneAndRedone(before);

        Rect service = bounds(SERVICE);
        Rect controller = bounds(CONTROLLER);
        interact(() -> workspace().selection().clear());
        Point2D head = onFrame(id);
        drag(head, MouseButton.PRIMARY).dropTo(head.add(0, 80));
        awaitOnScreen("moved", () -> bounds(SERVICE).y() > service.y());
        assertThat(bounds(CONTROLLER).y() - controller.y())
                .isEqualTo(bounds(SERVICE).y() - service.y());

        Project grouped = state();
        interact(() -> workspace().selection().select(id));
        push(KeyCode.DELETE);
        assertThat(diagram(Diagram::groups)).isEmpty();
        assertThat(figure(SERVICE)).isPresent();
        undoneAndRedone(grouped);
    }

    private Point2D onFrame(FigureId id) {
        return onScreen(() -> {
            Rect bounds = canvas().scene().find(id).orElseThrow().bounds();
            var at = canvas().viewport().toScreen(new drydock.render.geometry.Point(bounds.x() + 40, bounds.y() + 16));
            return canvas().localToScreen(at.x(), at.y());
        });
    }

    @Test
    void aNoteIsWrittenMovedAndDeleted() {
        awaitFigures(SERVICE);
        Project before = state();
        interact(() -> canvas().requestFocus());

        menuLater("note");
        clickOn("#dialog-text").write("Four Pods, please");
        clickOn("OK");

        FigureId id = new FigureId.Note("note-1");
        awaitOnScreen("the note", () -> canvas().scene().find(id).isPresent());
        assertThat(writing(onScreen(() -> canvas().scene().find(id).orElseThrow())))
                .contains("Four Pods");
        undoneAndRedone(before);

        Project written = state();
        Point2D at = onFrame(id);
        drag(at, MouseButton.PRIMARY).dropTo(at.add(60, 40));
        assertThat(diagram(Diagram::notes).getFirst().position())
                .isNotEqualTo(written.diagram().notes().getFirst().position());
        undoneAndRedone(written);

        interact(() -> workspace().selection().select(id));
        push(KeyCode.DELETE);
        assertThat(diagram(Diagram::notes)).isEmpty();
    }

    private void menuLater(String id) {
        MenuItem item = item(id);
        javafx.application.Platform.runLater(item::fire);
        awaitOnScreen(
                "the question",
                () -> lookup("#dialog-text").tryQuery().filter(Node::isFocused).isPresent());
    }

    @Test
    void aLockedFigureStaysWhereItIs() {
        select(CONTROLLER);
        Rect before = bounds(CONTROLLER);
        Project unlocked = state();

        menu("lock");
        undoneAndRedone(unlocked);
        drag(head(CONTROLLER), MouseButton.PRIMARY).dropTo(head(CONTROLLER).add(60, 60));

        assertThat(bounds(CONTROLLER)).isEqualTo(before);
        assertThat(diagram(Diagram::locked)).containsExactly(CONTROLLER);
    }

    @Test
    void aCollapsedWorkloadHidesItsContainersAndItsPods() {
        select(CONTROLLER);
        Project before = state();

        menu("collapse");

        awaitOnScreen("small", () -> figure(CONTROLLER).orElseThrow().regions().isEmpty());
        undoneAndRedone(before);
        clickOn("#mode-SIMULATION");
        awaitOnScreen("nodes", () -> !figures("Node").isEmpty());
        clickOn("#button-play");
        awaitOnScreen(
                "its Pods", () -> writing(figure(CONTROLLER).orElseThrow()).contains("4 objects"));
        assertThat(onScreen(() -> figures("Pod"))).isEmpty();
    }

    @Test
    void aCollapsedNamespaceStandsForAllInIt() {
        select(CONTROLLER);
        Project before = state();

        menu("collapseNamespace");

        ResourceId namespace = ResourceId.of(Kinds.NAMESPACE, "", "default");
        awaitFigures(namespace);
        assertThat(writing(onScreen(() -> figure(namespace).orElseThrow()))).contains("2 objects");
        assertThat(onScreen(() -> figure(SERVICE))).isEmpty();
        undoneAndRedone(before);

        interact(() -> workspace().selection().select(List.of(namespace)));
        menu("collapse");
        awaitFigures(SERVICE, CONTROLLER);
    }

    @Test
    void aHiddenKindIsSaidAndComesBack() {
        select(SERVICE);
        Project before = state();

        menu("hideKind");

        awaitOnScreen("hidden", () -> figure(SERVICE).isEmpty());
        assertThat(onScreen(() -> workspace().messageProperty().get())).contains("Service");
        undoneAndRedone(before);
        menu("showKinds");
        awaitFigures(SERVICE);
    }
}
