package drydock.app.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.diagram.DiagramChange;
import drydock.model.diagram.Group;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.scene.FigureId;
import drydock.render.viewport.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the mouse does, done by keys.
class KeyboardTest extends WindowTest {

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
        interact(() -> canvas().requestFocus());
    }

    @Test
    void tabWalksTheFiguresInReadingOrderAndThenLeavesTheCanvas() {
        push(KeyCode.TAB);
        assertThat(selected()).containsExactly(SERVICE);
        push(KeyCode.TAB);
        assertThat(selected()).containsExactly(CONTROLLER);
        push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(selected()).containsExactly(SERVICE);
        assertThat(lookup("#canvas-focus").query().isVisible()).isTrue();
        push(KeyCode.TAB).push(KeyCode.TAB);

        assertThat(onScreen(() -> canvas().isFocused())).isFalse();
        assertThat(selected()).containsExactly(CONTROLLER);
    }

    @Test
    void arrowsMoveWhatIsSelectedAsOneStepThatIsTakenBack() {
        push(KeyCode.TAB);
        Project before = state();
        Rect place = figure(SERVICE).orElseThrow().bounds();

        press(KeyCode.RIGHT).press(KeyCode.DOWN).release(KeyCode.DOWN).release(KeyCode.RIGHT);
        awaitOnScreen("moved", () -> figure(SERVICE).orElseThrow().bounds().x() == place.x() + 8);
        undoneAndRedone(before);
        push(KeyCode.SHIFT, KeyCode.DOWN);
        push(KeyCode.ALT, KeyCode.DOWN);

        awaitOnScreen("moved down", () -> figure(SERVICE).orElseThrow().bounds().y() == place.y() + 49);
        assertThat(onScreen(() -> workspace().document().history().isMarkOpen()))
                .isFalse();
    }

    @Test
    void takingBackWhileAnArrowIsHeldEndsTheMove() {
        push(KeyCode.TAB);
        Project before = state();
        press(KeyCode.RIGHT);
        interact(() -> workspace().document().undo());
        release(KeyCode.RIGHT);

        assertThat(contents(state())).isEqualTo(contents(before));
        assertThat(onScreen(() -> workspace().document().history().isMarkOpen()))
                .isFalse();
    }

    @Test
    void theLinesOfAFigureAreWalkedFollowedAndDeletedByKeys() {
        push(KeyCode.TAB);
        push(KeyCode.CONTROL, KeyCode.J);
        FigureId line = new FigureId.Edge("selects", SERVICE, CONTROLLER);
        assertThat(onScreen(() -> workspace().selection().figure())).contains(line);

        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        assertThat(selected()).containsExactly(CONTROLLER);
        push(KeyCode.CONTROL, KeyCode.J);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        assertThat(selected()).containsExactly(SERVICE);

        push(KeyCode.CONTROL, KeyCode.J);
        Project before = state();
        push(KeyCode.DELETE);
        awaitOnScreen("no line", () -> canvas().scene().find(line).isEmpty());
        undoneAndRedone(before);
    }

    @Test
    void aFigureWithoutLinesSaysSo() {
        push(KeyCode.TAB).push(KeyCode.CONTROL, KeyCode.J).push(KeyCode.DELETE);
        awaitOnScreen("no line", () -> canvas().scene().figures().size() == 2);
        push(KeyCode.TAB).push(KeyCode.CONTROL, KeyCode.J);
        assertThat(onScreen(() -> workspace().messageProperty().get())).contains(SERVICE.name());
    }

    @Test
    void arrowsLookElsewhereWhereNothingIsSelected() {
        Viewport before = onScreen(() -> canvas().viewport());
        push(KeyCode.RIGHT).push(KeyCode.DOWN);

        Viewport after = onScreen(() -> canvas().viewport());
        assertThat(after.offsetX()).isLessThan(before.offsetX());
        assertThat(after.offsetY()).isLessThan(before.offsetY());
        assertThat(onScreen(() -> workspace().document().undoableBinding().get()))
                .isFalse();
    }

    @Test
    void enterGoesToTheFirstFieldAndEscapeLeavesStepByStep() {
        push(KeyCode.TAB).push(KeyCode.ENTER);
        awaitOnScreen("in the inspector", () -> isInside("#inspector", focused()));

        push(KeyCode.ESCAPE);
        assertThat(onScreen(() -> canvas().isFocused())).isTrue();
        assertThat(selected()).containsExactly(SERVICE);
        push(KeyCode.ESCAPE);
        assertThat(selected()).isEmpty();
    }

    @Test
    void controlTabPointsAndControlSpaceSelectsAndMovesAreOfAllThatIsSelected() {
        push(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(selected()).isEmpty();
        assertThat(spoken()).contains("at Service oldboyedu-nginx-svc", "nothing is selected");
        push(KeyCode.CONTROL, KeyCode.SPACE);
        push(KeyCode.CONTROL, KeyCode.TAB);
        push(KeyCode.CONTROL, KeyCode.SPACE);
        assertThat(selected()).containsExactly(SERVICE, CONTROLLER);

        Project before = state();
        Rect place = figure(CONTROLLER).orElseThrow().bounds();
        push(KeyCode.DOWN);
        awaitOnScreen("moved", () -> figure(CONTROLLER).orElseThrow().bounds().y() > place.y());
        undoneAndRedone(before);

        push(KeyCode.CONTROL, KeyCode.SPACE);
        assertThat(selected()).containsExactly(SERVICE);
        push(KeyCode.ESCAPE);
        assertThat(spoken()).doesNotContain("at ");
    }

    @Test
    void controlArrowsLookElsewhereWhateverIsSelected() {
        push(KeyCode.TAB);
        Project before = state();
        Viewport view = onScreen(() -> canvas().viewport());
        push(KeyCode.CONTROL, KeyCode.RIGHT);

        assertThat(onScreen(() -> canvas().viewport()).offsetX()).isLessThan(view.offsetX());
        assertThat(state()).isSameAs(before);
    }

    @Test
    void aSelectedGroupIsMovedByArrowsWithAllInIt() {
        Group group = new Group("group-1", "Front", List.of(SERVICE, CONTROLLER));
        interact(() -> {
            workspace().perform(new Edit.Draw(new DiagramChange.PutGroup(group)));
            workspace().selection().select(new FigureId.Group("group-1"));
        });
        Project before = state();
        Rect service = figure(SERVICE).orElseThrow().bounds();
        Rect controller = figure(CONTROLLER).orElseThrow().bounds();
        push(KeyCode.DOWN);

        awaitOnScreen("moved", () -> figure(SERVICE).orElseThrow().bounds().y() > service.y());
        assertThat(figure(CONTROLLER).orElseThrow().bounds().y() - controller.y())
                .isEqualTo(figure(SERVICE).orElseThrow().bounds().y() - service.y());
        undoneAndRedone(before);
    }

    @Test
    void plusWithoutShiftZoomsInAndControlYDoesAgain() {
        double scale = onScreen(() -> canvas().viewport().scale());
        push(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(onScreen(() -> canvas().viewport().scale())).isGreaterThan(scale);

        push(KeyCode.TAB).push(KeyCode.DELETE);
        Project after = state();
        push(KeyCode.CONTROL, KeyCode.Z);
        push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(contents(state())).isEqualTo(contents(after));
    }

    @Test
    void panelsAreShownHiddenAndMadeWiderByKeys() {
        double wide = onScreen(() -> canvas().getWidth());
        push(KeyCode.ALT, KeyCode.DIGIT2);
        awaitOnScreen("more room", () -> canvas().getWidth() > wide + 100);
        push(KeyCode.ALT, KeyCode.DIGIT1);
        push(KeyCode.ALT, KeyCode.DIGIT3);
        awaitOnScreen("all room", () -> canvas().getWidth() > 950);
        push(KeyCode.F6);
        assertThat(onScreen(this::panel)).isEqualTo("canvas");
        push(KeyCode.ALT, KeyCode.DIGIT1);
        push(KeyCode.ALT, KeyCode.DIGIT3);
        push(KeyCode.TAB).push(KeyCode.ENTER);
        awaitOnScreen("in the inspector", () -> isInside("#inspector", focused()));
        awaitOnScreen("as before", () -> Math.abs(canvas().getWidth() - wide) < 2);

        double before = onScreen(() -> canvas().getWidth());
        push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
        awaitOnScreen("wider fields", () -> canvas().getWidth() < before - 20);
    }

    @Test
    void f6WalksThePanelsAndComesBackToWhereItWas() {
        push(KeyCode.TAB);
        List<String> walked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            push(KeyCode.F6);
            walked.add(onScreen(this::panel));
        }

        assertThat(walked).containsExactly("inspector", "editor", "tabs-below", "tabs-left", "canvas");
        push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(onScreen(this::panel)).isEqualTo("tabs-left");
        assertThat(onScreen(this::focused).getId()).isEqualTo("palette-search");
    }

    @Test
    void theMenuOfTheSelectedFigureOpensAtIt() {
        push(KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.F10);

        PopupWindow menu = (PopupWindow) onScreen(() -> Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .findFirst()
                .orElseThrow());
        assertThat(onScreen(() -> menu.getAnchorX()))
                .isBetween(head(SERVICE).getX() - 40, head(SERVICE).getX() + 40);
        push(KeyCode.ESCAPE);
    }

    @Test
    void theCanvasSaysWhatIsSelected() {
        assertThat(spoken()).contains("nothing is selected");
        push(KeyCode.TAB);
        assertThat(spoken()).startsWith("Service").contains("oldboyedu-nginx-svc");
        push(KeyCode.CONTROL, KeyCode.A);
        assertThat(spoken()).startsWith("2 objects");
    }

    @Test
    void everyControlThatTakesTheFocusHasAName() {
        push(KeyCode.TAB);
        for (int tab = 0; tab < 2; tab++) {
            int chosen = tab;
            interact(() -> {
                lookup("#tabs-left").<TabPane>query().getSelectionModel().select(chosen);
                lookup("#tabs-below").<TabPane>query().getSelectionModel().select(chosen);
            });
            push(KeyCode.CONTROL, KeyCode.F);

            assertThat(onScreen(() -> nameless(window().scene().getRoot()))).isEmpty();
        }
    }

    private static List<String> nameless(Node node) {
        List<String> found = new ArrayList<>();
        if (node.isVisible()
                && node.isFocusTraversable()
                && node instanceof Control
                && name(node).isBlank()) {
            found.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(nameless(child)));
        }
        return found;
    }

    private static String name(Node node) {
        return Optional.ofNullable(node.getAccessibleText())
                .or(() -> node instanceof Labeled labeled ? Optional.ofNullable(labeled.getText()) : Optional.empty())
                .or(() -> labelOf(node))
                .orElse("");
    }

    private static Optional<String> labelOf(Node node) {
        return node.getScene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> node.equals(label.getLabelFor()))
                .map(Label::getText)
                .findFirst();
    }

    private String spoken() {
        return onScreen(() -> canvas().getAccessibleText());
    }

    private List<ResourceId> selected() {
        return onScreen(() -> workspace().selection().objects());
    }

    private Node focused() {
        return window().scene().getFocusOwner();
    }

    private boolean isInside(String panel, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (panel.equals("#" + at.getId())) {
                return true;
            }
        }
        return false;
    }

    /// The panel that has the focus.
    private String panel() {
        return List.of("tabs-left", "canvas", "inspector", "editor", "tabs-below").stream()
                .filter(id -> isInside("#" + id, focused()))
                .findFirst()
                .orElse(String.valueOf(focused()));
    }
}
