package drydock.app.hover;

import drydock.app.testing.WindowTest;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The canvas tells what cannot be read on it.
class CanvasTooltipTest extends WindowTest {

    private static final String NAME = "a-config-map-whose-name-is-much-too-long-for-any-card-of-any-canvas";
    private static final ResourceId LONG = new ResourceId("", "ConfigMap", "default", NAME);

    @Override
    protected void writeProject(Path project) throws IOException {
        super.writeProject(project);
        Files.writeString(
                project.resolve("long.yaml"),
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n".formatted(NAME));
    }

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER, LONG);
    }

    @Test
    void aLineSaysWhatItMeans() {
        moveTo(onLine());

        awaitOnScreen("told", () -> told().equals("Service oldboyedu-nginx-svc selects 4 Pods by app=oldboyedu-web"));
    }

    @Test
    void aNameThatWasCutIsToldWhole() {
        interact(() -> canvas().actualSize());
        interact(() -> canvas().reveal(List.of(LONG)));
        awaitOnScreen(
                "in view",
                () -> canvas().viewport()
                        .visible(canvas().getWidth(), canvas().getHeight())
                        .intersects(figure(LONG).orElseThrow().bounds()));
        moveTo(head(LONG));

        awaitOnScreen("told", () -> told().equals(NAME));
        moveTo(onCanvas(0.5, 0.99));
        awaitOnScreen("gone", () -> told().isEmpty());
    }

    /// What the tooltip says; empty where none is shown.
    private static String told() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip tooltip && "canvas-tooltip".equals(tooltip.getId()))
                .map(window -> ((Tooltip) window).getText())
                .findFirst()
                .orElse("");
    }

    /// A point of the screen on the line from the Service to what it selects, a little way from its beginning.
    private Point2D onLine() {
        return onScreen(() -> {
            Figure line = canvas().scene().figures().stream()
                    .filter(figure -> figure.id() instanceof FigureId.Edge)
                    .findFirst()
                    .orElseThrow();
            Optional<Mark.Line> mark = line.marks().stream()
                    .filter(Mark.Line.class::isInstance)
                    .map(Mark.Line.class::cast)
                    .findFirst();
            Point start = mark.orElseThrow().points().get(0);
            Point next = mark.orElseThrow().points().get(1);
            Point at = new Point((start.x() + next.x()) / 2, (start.y() + next.y()) / 2);
            Point seen = canvas().viewport()
                    .toScreen(at.plus(line.bounds().x(), line.bounds().y()));
            return canvas().localToScreen(seen.x(), seen.y());
        });
    }
}
