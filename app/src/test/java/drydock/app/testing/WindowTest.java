package drydock.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.canvas.CanvasView;
import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Settings;
import drydock.app.shell.WindowAssembly;
import drydock.app.task.Tasks;
import drydock.app.workspace.Workspace;
import drydock.model.project.Project;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.io.TempDir;

/// A test of the whole window on a project of its own.
public abstract class WindowTest extends FxTest {

    protected static final Path SAMPLES = Path.of("..", "sample-projects");
    protected static final ResourceId SERVICE = new ResourceId("", "Service", "default", "oldboyedu-nginx-svc");
    protected static final ResourceId CONTROLLER =
            new ResourceId("", "ReplicationController", "default", "oldboyedu-nginx");

    /// What the project's folder and the user's settings lie in.
    @TempDir
    protected Path folder;

    private WindowAssembly window;
    private volatile Optional<List<Path>> reopened = Optional.empty();

    /// Writes the project into `project`, an empty folder; without more the first sample.
    protected void writeProject(Path project) throws IOException {
        copy(SAMPLES.resolve("first-service"), project);
    }

    @Override
    protected final Scene scene() {
        try {
            writeProject(Files.createDirectory(project()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return build();
    }

    private Scene build() {
        window = new WindowAssembly(
                new Workspace(Tasks.onVirtualThreads()),
                new AnsweredChoosers(new WindowDialogs(this::owner), folder.resolve("chosen")),
                Settings.in(folder.resolve("settings.properties")),
                RecoveryFolder.in(folder.resolve("recovery")),
                () -> {});
        window.open(List.of(project()));
        window.setOnReopen(paths -> reopened = Optional.of(paths));
        return window.scene();
    }

    /// Closes the window, and opens the project in the same place and with the settings that were kept.
    protected final void openAgain() {
        interact(() -> {
            Stage stage = (Stage) owner();
            window.mayClose();
            stage.setScene(build());
        });
    }

    /// What was to be opened again in place of the window; empty as long as nothing was.
    protected final Optional<List<Path>> reopened() {
        return reopened;
    }

    private javafx.stage.Window owner() {
        return window.scene().getWindow();
    }

    protected final Path project() {
        return folder.resolve("project");
    }

    protected final WindowAssembly window() {
        return window;
    }

    protected final Workspace workspace() {
        return window.workspace();
    }

    protected final CanvasView canvas() {
        return lookup("#canvas").queryAs(CanvasView.class);
    }

    /// The text of a text area with styles, as the editor's.
    protected final String text(String query) {
        return onScreen(() -> ((GenericStyledArea<?, ?, ?>) lookup(query).query()).getText());
    }

    /// Waits until the canvas shows these.
    protected final void awaitFigures(ResourceId... objects) {
        awaitOnScreen(
                "figures of " + List.of(objects),
                () -> Stream.of(objects).allMatch(id -> figure(id).isPresent()));
    }

    /// The figure of an object, as the canvas shows it at this moment.
    protected final Optional<Figure> figure(ResourceId object) {
        return canvas().scene().find(new FigureId.Of(object));
    }

    /// The figures of all objects of a kind.
    protected final List<Figure> figures(String kind) {
        return canvas().scene().figures().stream()
                .filter(figure -> figure.id() instanceof FigureId.Of(ResourceId id)
                        && id.kind().equals(kind))
                .toList();
    }

    /// What can be read on a figure.
    protected static String writing(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(mark -> ((Mark.Label) mark).text())
                .collect(Collectors.joining("\n"));
    }

    /// The screen's point in the middle of a figure's upper edge, a little below it: on a Pod's or a controller's
    /// name, beside its parts.
    protected final Point2D head(ResourceId object) {
        return onScreen(() -> {
            Rect bounds = figure(object).orElseThrow().bounds();
            Point at = canvas().viewport().toScreen(new Point(bounds.x() + bounds.width() / 2, bounds.y() + 12));
            return canvas().localToScreen(at.x(), at.y());
        });
    }

    /// The screen's point of a point of the canvas, as shares of its width and height.
    protected final Point2D onCanvas(double across, double down) {
        return onScreen(() -> canvas().localToScreen(canvas().getWidth() * across, canvas().getHeight() * down));
    }

    /// The field of the inspector for a path of the object, as `spec.replicas`.
    protected final Node field(String path) {
        return lookup((Node node) -> ("field-" + path).equals(node.getId())).query();
    }

    /// Enters a text into a field of the inspector in place of what is there.
    protected final void enter(String path, String text) {
        clickOn(field(path)).push(KeyCode.CONTROL, KeyCode.A).write(text).push(KeyCode.ENTER);
    }

    protected static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /// The project at this moment.
    protected final Project state() {
        return onScreen(() -> workspace().document().project());
    }

    /// All that a project is: the bytes of its files and what the diagram says.
    protected static List<Object> contents(Project project) {
        TreeMap<String, String> texts = new TreeMap<>();
        project.files().forEach((path, file) -> texts.put(path, file.text()));
        return List.of(texts, project.diagram());
    }

    /// Takes the last step back, which brings `before` to the last byte, and does it again.
    protected final void undoneAndRedone(Project before) {
        Project after = state();
        interact(() -> workspace().document().undo());
        assertThat(contents(state())).isEqualTo(contents(before));
        interact(() -> workspace().document().redo());
        assertThat(contents(state())).isEqualTo(contents(after));
    }
}
