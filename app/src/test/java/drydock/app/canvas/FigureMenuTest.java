package drydock.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.diagram.DiagramChange;
import drydock.model.diagram.Note;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.FigureId;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FigureMenuTest extends WindowTest {

    private static final FigureId LINE = new FigureId.Edge("selects", SERVICE, CONTROLLER);
    private static final FigureId NOTE = new FigureId.Note("note-1");

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
        awaitOnScreen("the line", () -> canvas().scene().find(LINE).isPresent());
    }

    @Test
    void theMenuOfALineTakesItAway() {
        Project before = state();
        Rect service = bounds(SERVICE);
        Rect controller = bounds(CONTROLLER);
        clickOn(
                onScreen(new Point(
                        (service.right() + controller.x()) / 2, service.center().y())),
                MouseButton.SECONDARY);

        assertThat(onScreen(() -> workspace().selection().figure())).contains(LINE);
        assertThat(offered()).containsExactly("menu-nextLine", "menu-otherEnd", "-", "menu-delete");
        fire("menu-delete");
        awaitOnScreen("no line", () -> canvas().scene().find(LINE).isEmpty());
        undoneAndRedone(before);
    }

    @Test
    void theMenuOfANoteIsAboutTheNoteByMouseAndByKeys() {
        interact(() -> {
            canvas().stay();
            Point at = canvas().viewport().toScreen(new Point(0, 0));
            Point free = canvas().viewport().toScene(Math.max(at.x(), 8), canvas().getHeight() - 120);
            workspace()
                    .perform(new Edit.Draw(new DiagramChange.PutNote(
                            new Note("note-1", "Four Pods", new Position(free.x(), free.y()), 208, 96))));
        });
        awaitOnScreen("the note", () -> canvas().scene().find(NOTE).isPresent());
        clickOn(onScreen(noteAt()), MouseButton.SECONDARY);
        assertThat(offered()).containsExactly("menu-writeFigure", "-", "menu-delete");
        push(KeyCode.ESCAPE);

        interact(() -> canvas().requestFocus());
        push(KeyCode.SHIFT, KeyCode.F10);
        Project before = state();
        fire("menu-delete");
        awaitOnScreen("no note", () -> canvas().scene().find(NOTE).isEmpty());
        undoneAndRedone(before);
    }

    @Test
    void theMenuOfSeveralObjectsByKeysIsAboutThem() {
        interact(() -> {
            canvas().requestFocus();
            workspace().selection().select(List.of(SERVICE, CONTROLLER));
        });
        push(KeyCode.SHIFT, KeyCode.F10);
        assertThat(offered()).contains("menu-copy", "menu-delete", "menu-lineUp", "menu-group");
        Project before = state();
        fire("menu-delete");
        assertThat(state().declarations()).isEmpty();
        undoneAndRedone(before);
    }

    @Test
    void theBackgroundOffersToPasteAndToLookAtAll() {
        clickOn(onCanvas(0.5, 0.97), MouseButton.SECONDARY);
        assertThat(offered())
                .containsExactly("menu-paste", "menu-selectAll", "-", "menu-note", "-", "menu-fit", "menu-actualSize");
        push(KeyCode.ESCAPE);
    }

    private Point noteAt() {
        return canvas().scene().find(NOTE).orElseThrow().bounds().center();
    }

    private Point2D inCanvas(Point scene) {
        Point at = canvas().viewport().toScreen(scene);
        return new Point2D(at.x(), at.y());
    }

    private Point2D onScreen(Point scene) {
        return onScreen(() -> canvas().localToScreen(inCanvas(scene)));
    }

    private Rect bounds(ResourceId object) {
        return onScreen(() -> figure(object).orElseThrow().bounds());
    }

    private List<MenuItem> items() {
        return onScreen(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .toList());
    }

    /// The ids of what is offered, `-` for a line between.
    private List<String> offered() {
        return items().stream()
                .map(item -> item instanceof SeparatorMenuItem ? "-" : item.getId())
                .toList();
    }

    private void fire(String id) {
        Stream<MenuItem> wanted = items().stream().filter(item -> id.equals(item.getId()));
        MenuItem item = wanted.findFirst().orElseThrow();
        interact(() -> {
            item.fire();
            item.getParentPopup().hide();
        });
    }
}
