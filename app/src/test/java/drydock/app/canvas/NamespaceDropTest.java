package drydock.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamespaceDropTest extends WindowTest {

    private static final ResourceId SHOP = new ResourceId("", "Namespace", "", "shop");
    private static final ResourceId HERE = new ResourceId("", "ConfigMap", "default", "a");
    private static final ResourceId THERE = new ResourceId("", "ConfigMap", "shop", "a");

    @Override
    protected void writeProject(Path project) throws IOException {
        Files.writeString(
                project.resolve("all.yaml"),
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n---\n"
                        + "# settings\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a   # short\n");
    }

    @BeforeEach
    void open() {
        awaitFigures(SHOP, HERE);
    }

    @Test
    void aFigureThatIsDroppedOnANamespaceGoesIntoItAndStaysWhereItStood() {
        Project before = state();
        Rect place = figure(HERE).orElseThrow().bounds();
        drag(head(HERE), head(SHOP));

        awaitFigures(THERE);
        assertThat(state().file("all.yaml").orElseThrow().text()).contains("name: a   # short\n  namespace: shop");
        assertThat(figure(THERE).orElseThrow().bounds().x()).isEqualTo(place.x());
        assertThat(onScreen(() -> workspace().selection().objects())).containsExactly(THERE);
        undoneAndRedone(before);
        assertThat(onScreen(() -> workspace().document().history().isMarkOpen()))
                .isFalse();
    }

    @Test
    void whereTheNameIsTakenNothingChangesAndThatIsSaid() {
        interact(() -> workspace()
                .perform(new drydock.model.edit.Edit.AddObject(
                        "b.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n")));
        awaitFigures(THERE);
        Project before = state();
        drag(head(HERE), head(SHOP));

        assertThat(contents(state())).isEqualTo(contents(before));
        assertThat(onScreen(() -> workspace().messageProperty().get())).contains("shop", "ConfigMap a");
    }

    private void drag(Point2D from, Point2D to) {
        mouse(MouseEvent.MOUSE_PRESSED, from);
        mouse(MouseEvent.MOUSE_DRAGGED, from.midpoint(to));
        mouse(MouseEvent.MOUSE_DRAGGED, to);
        mouse(MouseEvent.MOUSE_RELEASED, to);
    }

    private void mouse(EventType<MouseEvent> type, Point2D screen) {
        interact(() -> {
            Point2D at = canvas().localToScene(canvas().screenToLocal(screen));
            Event.fireEvent(
                    canvas(),
                    new MouseEvent(
                            type,
                            at.getX(),
                            at.getY(),
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
                            null));
        });
    }
}
