package drydock.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.Test;

class PaletteTest extends WindowTest {

    private static final ResourceId CONFIG = ResourceId.of(Kinds.CONFIG_MAP, "default", "configmap");

    private String controllerText() {
        return state().declarations(CONTROLLER)
                .getFirst()
                .path()
                .transform(path -> state().file(path).orElseThrow().text());
    }

    /// Drags an entry of the palette to a point of the screen, as the mouse does.
    private void dragTo(String id, Point2D screen) {
        Node item = lookup("#palette-" + id).query();
        interact(() -> {
            fire(item, MouseEvent.MOUSE_DRAGGED, screen);
            fire(item, MouseEvent.MOUSE_RELEASED, screen);
        });
    }

    /// The same later, where a dialog opens and has to be answered meanwhile.
    private void dragLater(String id, Point2D screen) {
        Node item = lookup("#palette-" + id).query();
        javafx.application.Platform.runLater(() -> {
            fire(item, MouseEvent.MOUSE_DRAGGED, screen);
            fire(item, MouseEvent.MOUSE_RELEASED, screen);
        });
        awaitOnScreen("dialog", () -> lookup("#dialog-text").tryQuery().isPresent());
    }

    private static void fire(Node item, javafx.event.EventType<MouseEvent> type, Point2D screen) {
        Point2D inScene = item.localToScene(item.screenToLocal(screen));
        Event.fireEvent(
                item,
                new MouseEvent(
                        type,
                        inScene.getX(),
                        inScene.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        new PickResult(item, inScene.getX(), inScene.getY())));
    }

    @Test
    void aShortNameAndEnterPutTheKindOntoTheCanvas() {
        Project before = state();
        clickOn("#palette-search").write("netpol").push(KeyCode.ENTER);
        assertThat(state().declarations(ResourceId.of(Kinds.NETWORK_POLICY, "default", "networkpolicy")))
                .hasSize(1);
        undoneAndRedone(before);
    }

    @Test
    void aTemplateIsOneStep() {
        Project before = state();
        clickOn("#palette-web-service");
        assertThat(state().objects()).hasSize(before.objects().size() + 2);
        undoneAndRedone(before);
    }

    @Test
    void aContainerIsDraggedIntoAWorkload() {
        awaitFigures(CONTROLLER);
        Project before = state();
        dragTo("container", head(CONTROLLER));
        assertThat(controllerText()).endsWith("      - name: app\n        image: nginx:1.27\n");
        undoneAndRedone(before);

        dragTo("sidecar", head(CONTROLLER));
        assertThat(controllerText()).contains("initContainers:", "restartPolicy: Always");
    }

    @Test
    void aVolumeAsksWhereItIsToBeMounted() {
        awaitFigures(CONTROLLER);
        Project before = state();
        dragLater("emptyDir", head(CONTROLLER));
        clickOn("#dialog-text").eraseText("/data".length()).write("/cache").clickOn("OK");
        assertThat(controllerText()).contains("emptyDir: {}", "mountPath: /cache");
        undoneAndRedone(before);
    }

    @Test
    void aVolumeOfAConfigMapTakesTheOneThatIsThere() {
        awaitFigures(CONTROLLER);
        dragTo("configMap", head(CONTROLLER));
        assertThat(onScreen(() -> workspace().messageProperty().get()))
                .isEqualTo("There is no ConfigMap in namespace default yet; draw one first.");
        interact(() -> lookup("#palette-ConfigMap").queryAs(Button.class).fire());
        awaitFigures(CONFIG);
        Project before = state();
        dragLater("configMap", head(CONTROLLER));
        clickOn("OK");
        assertThat(controllerText()).contains("configMap:\n          name: configmap", "mountPath: /etc/config");
        undoneAndRedone(before);
    }

    @Test
    void aPartThatIsLetGoBesideSaysWhereItBelongs() {
        awaitFigures(CONTROLLER);
        Project before = state();
        dragTo("container", onCanvas(0.98, 0.02));
        assertThat(state()).isSameAs(before);
        assertThat(onScreen(() -> workspace().messageProperty().get())).startsWith("Drop it onto a Pod");
        interact(() -> workspace().selection().select(List.of(CONTROLLER)));
        clickOn("#palette-container");
        assertThat(controllerText()).contains("name: app");
    }

    @Test
    void groupsFoldAndSearchingOpensThem() {
        clickOn("#palette-group-patterns");
        assertThat(lookup("#palette-web-service").tryQuery()).isEmpty();
        clickOn("#palette-search").write("web-s");
        assertThat(lookup("#palette-web-service").tryQuery()).isPresent();
    }

    @Test
    void enterPutsTheFirstIntoTheMiddleOrOntoFreeSpaceNearIt() {
        awaitFigures(CONTROLLER, SERVICE);
        clickOn("#palette-search").write("cm").push(KeyCode.ENTER);
        awaitFigures(CONFIG);

        onScreen(() -> {
            var placed = figure(CONFIG).orElseThrow().bounds();
            assertThat(placed.intersects(figure(CONTROLLER).orElseThrow().bounds()))
                    .isFalse();
            assertThat(placed.intersects(figure(SERVICE).orElseThrow().bounds()))
                    .isFalse();
            assertThat(canvas().viewport()
                            .toScene(new drydock.render.geometry.Rect(0, 0, canvas().getWidth(), canvas().getHeight())))
                    .matches(view -> view.contains(placed));
            return true;
        });
    }

    @Test
    void anObjectThatIsLetGoOnANamespaceComesIntoIt() {
        interact(() -> lookup("#palette-Namespace").queryAs(Button.class).fire());
        ResourceId namespace = ResourceId.of(Kinds.NAMESPACE, "", "namespace");
        awaitFigures(namespace);
        Project before = state();
        dragTo("ConfigMap", head(namespace));

        assertThat(state().declarations(ResourceId.of(Kinds.CONFIG_MAP, "namespace", "configmap")))
                .hasSize(1);
        undoneAndRedone(before);
    }

    @Test
    void whatIsLetGoStandsOnTheGrid() {
        awaitFigures(CONTROLLER);
        dragTo("ConfigMap", onCanvas(0.37, 0.91));
        awaitFigures(CONFIG);

        var place = state().diagram().position(CONFIG).orElseThrow();
        assertThat(place.x() % 8).isZero();
        assertThat(place.y() % 8).isZero();
    }

    @Test
    void aNewFileIsCalledAsItsObjectIsNow() {
        awaitFigures(CONTROLLER);
        dragTo("ConfigMap", onCanvas(0.37, 0.91));
        awaitFigures(CONFIG);
        enter("metadata.name", "settings");

        assertThat(state().files()).containsKey("settings.yaml").doesNotContainKey("configmap.yaml");
    }

    @Test
    void escapeGivesTheDragUp() {
        awaitFigures(CONTROLLER);
        Project before = state();
        Node item = lookup("#palette-container").query();
        Point2D at = head(CONTROLLER);
        interact(() -> {
            fire(item, MouseEvent.MOUSE_DRAGGED, at);
            item.requestFocus();
        });
        push(KeyCode.ESCAPE);
        interact(() -> fire(item, MouseEvent.MOUSE_RELEASED, at));

        assertThat(state()).isSameAs(before);
    }

    @Test
    void containersAndVolumesAreAddedWithoutAMouse() {
        awaitFigures(CONTROLLER);
        interact(() -> workspace().selection().select(List.of(CONTROLLER)));
        Project before = state();
        act("addContainer");
        awaitOnScreen("choice", () -> lookup("#dialog-list").tryQuery().isPresent());
        push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertThat(controllerText()).contains("initContainers:", "echo prepared");
        undoneAndRedone(before);
    }

    @Test
    void aSecondContainerSharesTheVolumeOfTheFirst() {
        awaitFigures(CONTROLLER);
        dragLater("emptyDir", head(CONTROLLER));
        clickOn("OK");
        dragTo("container", head(CONTROLLER));
        Project before = state();
        Node item = lookup("#palette-emptyDir").query();
        Point2D at = head(CONTROLLER);
        javafx.application.Platform.runLater(() -> {
            fire(item, MouseEvent.MOUSE_DRAGGED, at);
            fire(item, MouseEvent.MOUSE_RELEASED, at);
        });
        awaitOnScreen("which container", () -> lookup("#dialog-list").tryQuery().isPresent());
        push(KeyCode.DOWN).push(KeyCode.ENTER);
        awaitOnScreen("which volume", () -> lookup("#dialog-list").tryQuery().isPresent());
        push(KeyCode.ENTER);
        awaitOnScreen("where", () -> lookup("#dialog-text").tryQuery().isPresent());
        clickOn("OK");

        assertThat(controllerText().split("emptyDir: \\{}", -1)).hasSize(2);
        assertThat(controllerText().split("mountPath: /data", -1)).hasSize(3);
        undoneAndRedone(before);
    }

    private void act(String action) {
        javafx.application.Platform.runLater(() -> window().actions().stream()
                .filter(a -> a.id().equals(action))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
    }
}
