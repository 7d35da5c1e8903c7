package drydock.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.dialog.WindowDialogs;
import drydock.app.testing.WindowTest;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.FigureId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

class ConnectingTest extends WindowTest {

    private static final String TEXT = """
        apiVersion: v1
        kind: Service
        metadata: {name: web} # the front
        spec:
          ports:
          - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop}
        spec:
          replicas: 3
          selector: {matchLabels: {app: shop}}
          template:
            metadata: {labels: {app: shop}}
            spec: {containers: [{name: nginx, image: "nginx:1.27"}]}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {mode: fast}
        """;
    private static final ResourceId WEB = ResourceId.of(Kinds.SERVICE, "default", "web");
    private static final ResourceId SHOP = ResourceId.of(Kinds.DEPLOYMENT, "default", "shop");
    private static final ResourceId SETTINGS = ResourceId.of(Kinds.CONFIG_MAP, "default", "settings");

    @Override
    protected void writeProject(Path project) throws IOException {
        Files.writeString(project.resolve("shop.yaml"), TEXT);
    }

    private String text() {
        return state().file("shop.yaml").orElseThrow().text();
    }

    private Point2D onScreen(Point scene) {
        return onScreen(() -> {
            Point at = canvas().viewport().toScreen(scene);
            return canvas().localToScreen(at.x(), at.y());
        });
    }

    private Rect bounds(ResourceId object) {
        return onScreen(() -> figure(object).orElseThrow().bounds());
    }

    /// Draws a line from the handle at the right of a figure to the middle of another's upper edge.
    private void draw(ResourceId from, ResourceId to) {
        awaitFigures(from, to);
        moveTo(onScreen(bounds(from).center()));
        Rect rect = bounds(from);
        Point2D handle = onScreen(new Point(rect.right(), rect.center().y())).add(8, 0);
        drag(handle, MouseButton.PRIMARY).dropTo(head(to));
    }

    private String message() {
        return onScreen(() -> workspace().messageProperty().get());
    }

    @Test
    void aLineFromAServiceToADeploymentSetsItsSelector() {
        Project before = state();
        draw(WEB, SHOP);
        assertThat(text()).isEqualTo(TEXT.replace("  - port: 80\n", "  - port: 80\n  selector:\n    app: shop\n"));
        assertThat(message()).isEqualTo("Connected: web selects shop by app=shop");
        undoneAndRedone(before);

        draw(SHOP, WEB);
        assertThat(message()).isEqualTo("Deployment shop and Service web are connected already.");
    }

    @Test
    void deletingTheLineUndoesJustThat() {
        draw(WEB, SHOP);
        Project connected = state();
        FigureId.Edge edge = new FigureId.Edge("selects", WEB, SHOP);
        awaitOnScreen("line", () -> canvas().scene().find(edge).isPresent());
        interact(() -> {
            canvas().requestFocus();
            workspace().selection().select(edge);
        });
        push(KeyCode.DELETE);
        assertThat(text()).isEqualTo(TEXT);
        undoneAndRedone(connected);
    }

    @Test
    void aLineThatNoManifestWritesIsNotRemovable() {
        ConnectActions actions = onScreen(() -> new ConnectActions(workspace(), canvas(), new WindowDialogs(() -> {
            throw new IllegalStateException("nothing is asked");
        })));
        FigureId.Edge edge = new FigureId.Edge("selects", WEB, SHOP);
        assertThat(onScreen(() -> actions.isRemovable(edge))).isFalse();

        draw(WEB, SHOP);

        assertThat(onScreen(() -> actions.isRemovable(edge))).isTrue();
    }

    @Test
    void whereALineMayMeanSeveralThingsAMenuAsks() {
        Project before = state();
        draw(SETTINGS, SHOP);
        assertThat(state()).isSameAs(before);
        clickOn("All keys as environment variables");
        assertThat(text()).contains("envFrom: [{configMapRef: {name: settings}}]");
        undoneAndRedone(before);
    }

    @Test
    void aMountAsksForItsPath() {
        Project before = state();
        draw(SETTINGS, SHOP);
        clickOn("Mount as files…");
        clickOn("#dialog-text")
                .eraseText("/etc/settings".length())
                .write("/srv")
                .clickOn("OK");
        assertThat(text()).contains("volumes: [{name: settings, configMap: {name: settings}}]", "mountPath: /srv");
        undoneAndRedone(before);
    }

    @Test
    void escapeLetsGoOfTheLine() {
        awaitFigures(WEB, SHOP);
        Project before = state();
        moveTo(onScreen(bounds(WEB).center()));
        Point2D handle = onScreen(
                        new Point(bounds(WEB).right(), bounds(WEB).center().y()))
                .add(8, 0);
        drag(handle, MouseButton.PRIMARY)
                .moveTo(head(SHOP))
                .push(KeyCode.ESCAPE)
                .drop();
        assertThat(state()).isSameAs(before);
    }

    @Test
    void objectsAreConnectedByName() {
        awaitFigures(WEB, SHOP);
        Project before = state();
        interact(() -> {
            canvas().requestFocus();
            workspace().selection().select(List.of(SETTINGS));
        });
        push(KeyCode.CONTROL, KeyCode.K);
        clickOn("#dialog-search").write("shop").clickOn("OK");
        clickOn("#dialog-search").write("key mode").clickOn("OK");
        assertThat(text()).contains("name: MODE", "configMapKeyRef: {name: settings, key: mode}");
        undoneAndRedone(before);
    }

    @Test
    void whatASelectorMatchesIsToldWhileItIsWritten() {
        awaitFigures(WEB, SHOP);
        Label matches = lookup("#selector-matches").queryAs(Label.class);
        interact(() -> workspace().selection().select(List.of(WEB)));
        assertThat(onScreen(matches::getText)).isEqualTo("– selects nothing");
        draw(WEB, SHOP);
        assertThat(onScreen(matches::getText)).isEqualTo("app=shop selects 3 Pods (Deployment shop)");
        interact(() -> workspace().selection().select(List.of(SHOP)));
        assertThat(onScreen(matches::getText)).isEqualTo("app=shop selects 3 Pods  ·  Selected by Service web");
    }

    @Test
    void aFigureUnderTheMouseIsMeantAndNotTheHandleOfItsNeighbour() {
        awaitFigures(WEB, SHOP);
        Rect web = bounds(WEB);
        interact(() -> workspace()
                .perform(new Edit.MoveFigures(new TreeMap<>(Map.of(SHOP, new Position(web.right() + 4, web.y()))))));
        awaitOnScreen("beside", () -> figure(SHOP).orElseThrow().bounds().x() == web.right() + 4);
        Project before = state();
        moveTo(onScreen(web.center()));
        Point2D handle = onScreen(new Point(web.right(), web.center().y())).add(8, 0);
        drag(handle, MouseButton.PRIMARY).dropTo(handle.add(0, 60));

        assertThat(bounds(SHOP).y()).isGreaterThan(web.y());
        assertThat(state().files()).isEqualTo(before.files());
    }
}
