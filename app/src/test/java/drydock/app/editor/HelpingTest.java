package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.FieldTexts;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/// Fields and problems are explained, and names lead to where they are written.
class HelpingTest extends EditorWindowTest {

    private static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata:
          name: shop
        spec:
          selector:
            app: shop
          ports:
          - port: 80
          sessionAffinity: Never
        """;

    private static final String PODS = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: one
          labels:
            app: shop
        spec:
          containers:
          - name: shop
            image: nginx
            envFrom:
            - configMapRef:
                name: settings
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: two
          labels:
            app: shop
        spec:
          containers:
          - name: shop
            image: nginx
        """;

    @Override
    String text() {
        return SERVICE;
    }

    @Override
    void writeMore(Path project) throws IOException {
        Files.writeString(project.resolve("z-pods.yaml"), PODS);
        Files.writeString(
                project.resolve("z-settings.yaml"),
                "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  a: b\n");
    }

    @Test
    void aFieldUnderThePointerIsExplainedAndAProblemToo() {
        awaitOnScreen("a problem", () -> !workspace().findingsProperty().get().isEmpty());

        moveTo(middle("ports"));
        awaitOnScreen("explained", () -> explained().contains("spec.ports"));
        assertThat(explained()).anyMatch(line -> line.contains("ServiceSpec.ports") && line.contains("ServicePort"));
        moveTo("#canvas");
        awaitOnScreen("gone", () -> explained().isEmpty());
        moveTo(middle("Never"));
        awaitOnScreen("the problem", () -> explained().stream().anyMatch(line -> line.contains("Never")));
        assertThat(explained()).contains("spec.sessionAffinity");
        moveTo("#canvas");
        awaitOnScreen("gone", () -> explained().isEmpty());
    }

    @Test
    void theFieldOfTheCaretIsExplainedByAKey() {
        caretBehind("sele");
        push(KeyCode.F1);
        awaitOnScreen("explained", () -> explained().contains("spec.selector"));
        assertThat(explained())
                .contains(FieldTexts.of("io.k8s.api.core.v1.ServiceSpec", "selector", Locale.getDefault())
                        .orElseThrow());
        push(KeyCode.ESCAPE);
        awaitOnScreen("gone", () -> explained().isEmpty());
    }

    @Test
    void aNameLeadsToItsObjectInAnotherFileAndTheCanvasSelectsIt() {
        interact(() -> workspace().selection().select(List.of(new ResourceId("", "Pod", "default", "one"))));
        caretBehind("configMapRef:\n        na");
        push(KeyCode.F12);

        awaitOnScreen(
                "the other file",
                () -> "z-settings.yaml"
                        .equals(lookup("#editor-file").queryComboBox().getValue()));
        assertThat(onScreen(() -> area().getSelectedText())).isEqualTo("settings");
        awaitOnScreen(
                "selected",
                () -> workspace()
                        .selection()
                        .objects()
                        .equals(List.of(new ResourceId("", "ConfigMap", "default", "settings"))));
    }

    @Test
    void aSelectorLeadsToAllThatItSelectsByAClickToo() {
        Bounds at = boundsOf("app: shop");
        controlClick(new Point2D(at.getCenterX(), at.getCenterY()));
        awaitOnScreen("a choice", () -> choice().size() == 2);
        assertThat(choice())
                .extracting(MenuItem::getText)
                .containsExactly("Pod one  z-pods.yaml:4", "Pod two  z-pods.yaml:18");
        interact(() -> {
            MenuItem last = choice().getLast();
            last.fire();
            last.getParentPopup().hide();
        });

        awaitOnScreen("the Pod", () -> area().getSelectedText().equals("two"));
    }

    @Test
    void whatNamesNothingSaysSo() {
        caretBehind("kind: Ser");
        push(KeyCode.F12);

        awaitOnScreen("said", () -> !workspace().messageProperty().get().isEmpty());
    }

    private Point2D middle(String text) {
        Bounds at = boundsOf(text);
        return new Point2D(at.getCenterX(), at.getCenterY());
    }

    private Set<String> explained() {
        return lookup("#explanation .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.toSet());
    }

    private List<MenuItem> choice() {
        return listTargetWindows().stream()
                .filter(javafx.scene.control.ContextMenu.class::isInstance)
                .map(javafx.scene.control.ContextMenu.class::cast)
                .filter(menu -> "jump-targets".equals(menu.getId()))
                .flatMap(menu -> menu.getItems().stream())
                .toList();
    }

    private void controlClick(Point2D screen) {
        interact(() -> {
            Point2D at = area().localToScene(area().screenToLocal(screen));
            Event.fireEvent(
                    area(),
                    new MouseEvent(
                            MouseEvent.MOUSE_PRESSED,
                            at.getX(),
                            at.getY(),
                            screen.getX(),
                            screen.getY(),
                            MouseButton.PRIMARY,
                            1,
                            false,
                            true,
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
