package drydock.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.viewport.Viewport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does in the window, with mouse and keyboard only: drag figures out of the palette, draw lines, fill
/// fields. Nothing here edits but through the mouse and the keys, and nothing types into the editor.
abstract class Hands extends WindowTest {

    /// How wide the inspector is pulled, in pixels.
    private static final double INSPECTOR = 353;

    private static final KeyCode[] EVERYTHING = {KeyCode.CONTROL, KeyCode.A};
    protected static final KeyCode[] DUPLICATE = {KeyCode.CONTROL, KeyCode.D};

    /// The pixels of a notch of the wheel, or more.
    private static final double SHORT_NOTCH = 60;

    /// The distance of the grid's lines.
    private static final double STEP = 8;

    private Hand hand;

    @BeforeEach
    void takeMouseAndKeys() {
        hand = new Hand();
    }

    /// Presses keys, one after the other, and lets them go.
    protected final void keys(KeyCode... keys) {
        hand.keys(keys);
    }

    @Override
    protected void writeProject(Path project) {
        // all is drawn by hand
    }

    /// An entry of the palette under the mouse.
    protected final class Dragged {

        private final Node entry;

        private Dragged(Node entry) {
            this.entry = entry;
        }

        /// Lets go with the left upper corner at a place of the drawing.
        final void at(double x, double y) {
            letGo(screen(new Point(x, y)));
        }

        /// Lets go on a figure.
        final void onto(ResourceId object) {
            awaitFigures(object);
            letGo(grip(object));
        }

        /// The mouse events of the drag: the headless platform's robot loses what was pressed once it leaves it.
        private void letGo(Point2D screen) {
            Platform.runLater(() -> {
                fire(entry, MouseEvent.MOUSE_DRAGGED, screen, false);
                fire(entry, MouseEvent.MOUSE_RELEASED, screen, false);
            });
            WaitForAsyncUtils.waitForFxEvents(2);
        }
    }

    /// Takes an entry of the palette.
    protected final Dragged take(String entry) {
        return new Dragged(there("palette-" + entry));
    }

    /// Clicks figures, one after the other, with Ctrl from the second on.
    protected final void select(ResourceId... objects) {
        awaitFigures(objects);
        hand.click(grip(objects[0]));
        awaitOnScreen("selected", () -> workspace().selection().contains(objects[0]));
        for (int i = 1; i < objects.length; i++) {
            clickWithCtrl(grip(objects[i]));
        }
    }

    /// The mouse events of the click: those of the headless platform's robot know nothing of the keys.
    private void clickWithCtrl(Point2D screen) {
        hand.move(screen);
        Platform.runLater(() -> {
            fireWithCtrl(MouseEvent.MOUSE_PRESSED, screen);
            fireWithCtrl(MouseEvent.MOUSE_RELEASED, screen);
        });
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    /// Draws a frame around figures, and says what it is called.
    protected final void group(String title, List<ResourceId> objects) {
        select(objects.toArray(ResourceId[]::new));
        hand.keys(KeyCode.CONTROL, KeyCode.G);
        answer(title);
        awaitOnScreen("framed " + title, () -> isFramed(title));
    }

    private boolean isFramed(String title) {
        return workspace().document().project().diagram().groups().stream()
                .anyMatch(group -> group.title().equals(title));
    }

    private void fireWithCtrl(EventType<MouseEvent> type, Point2D screen) {
        fire(canvas(), type, screen, true);
    }

    private static void fire(Node target, EventType<MouseEvent> type, Point2D screen, boolean ctrl) {
        Point2D at = target.localToScene(target.screenToLocal(screen));
        boolean down = !type.equals(MouseEvent.MOUSE_RELEASED);
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        ctrl,
                        false,
                        false,
                        down,
                        false,
                        false,
                        true,
                        false,
                        false,
                        new PickResult(target, at.getX(), at.getY())));
    }

    /// Renames what is selected; labels of that name follow.
    protected final void rename(String name) {
        hand.keys(KeyCode.F2);
        answer(name);
        awaitOnScreen("another name", () -> isAsked("Name and Labels") || isSelected(name));
        if (onScreen(() -> isAsked("Name and Labels"))) {
            click("Name and Labels");
        }
        awaitOnScreen("named " + name, () -> isSelected(name));
    }

    private boolean isAsked(String answer) {
        return lookup(answer).tryQuery().isPresent();
    }

    private boolean isSelected(String name) {
        List<ResourceId> selected = workspace().selection().objects();
        return !selected.isEmpty() && selected.stream().allMatch(id -> id.name().equals(name));
    }

    /// Answers a question with a text.
    protected final void answer(String text) {
        awaitOnScreen(
                "question",
                () -> lookup("#dialog-text").tryQuery().filter(Node::isFocused).isPresent());
        hand.keys(EVERYTHING);
        type(text);
        click("OK");
    }

    /// Clicks what says this, once it is there.
    private void click(String text) {
        awaitOnScreen(text, () -> isAsked(text));
        hand.click(center(lookup(text).query()));
    }

    private Point2D center(Node node) {
        return onScreen(() -> {
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    /// Draws a line from the handle at the right of a figure to another.
    protected final void connect(ResourceId from, ResourceId to) {
        awaitFigures(from, to);
        Rect bounds = bounds(from);
        hand.move(screen(bounds.center()));
        Point2D handle = screen(new Point(bounds.right(), bounds.center().y())).add(8, 0);
        hand.drag(handle, grip(to));
    }

    /// Draws a line and says what it means.
    protected final void connect(ResourceId from, ResourceId to, String meaning) {
        connect(from, to);
        click(meaning);
    }

    /// Drags a figure so that its left upper corner is at a place of the drawing.
    protected final void move(ResourceId object, double x, double y) {
        awaitFigures(object);
        Rect bounds = bounds(object);
        Point2D grip = grip(object);
        double scale = onScreen(() -> canvas().viewport().scale());
        hand.drag(grip, grip.add((x - bounds.x()) * scale, (y - bounds.y()) * scale));
        awaitOnScreen("moved " + object, () -> isNear(object, x, y));
        nudge(object, x, KeyCode.LEFT, KeyCode.RIGHT, Rect::x);
        nudge(object, y, KeyCode.UP, KeyCode.DOWN, Rect::y);
    }

    private boolean isNear(ResourceId object, double x, double y) {
        Rect bounds = figure(object).orElseThrow().bounds();
        return Math.abs(bounds.x() - x) <= 4 * STEP && Math.abs(bounds.y() - y) <= 4 * STEP;
    }

    /// Moves what is selected with the arrows: from afar a pixel of the mouse is more than a step of the grid.
    private void nudge(ResourceId object, double goal, KeyCode less, KeyCode more, ToDoubleFunction<Rect> place) {
        double off = (goal - place.applyAsDouble(bounds(object))) / STEP;
        for (long steps = Math.round(Math.abs(off)); steps > 0; steps--) {
            hand.keys(off < 0 ? less : more);
        }
        awaitOnScreen(
                "nudged " + object,
                () -> place.applyAsDouble(figure(object).orElseThrow().bounds()) == goal);
    }

    /// Makes room for the canvas, goes so far away that a drawing of this width has room, and brings its left upper
    /// corner into the canvas's.
    protected final void begin(double width) {
        awaitOnScreen("open", () -> !window().files().nameProperty().get().isEmpty());
        double right =
                onScreen(() -> lookup("#inspector").query().getLayoutBounds().getWidth());
        pull(onCanvas(1, 0.5), right - INSPECTOR, 0);
        pull(onCanvas(0.5, 1), 0, 150);
        pull(onCanvas(1, 0.55).add(120, 0), 0, 380);
        hand.move(onCanvas(0.9, 0.9));
        while (onScreen(() -> canvas().getWidth() / canvas().viewport().scale()) < width + 80) {
            hand.wheel(1);
        }
        hand.drag(screen(new Point(-16, -16)), onCanvas(0, 0).add(14, 14));
    }

    /// Pulls the line between two panels that is nearest to a point.
    private void pull(Point2D near, double x, double y) {
        Point2D line = onScreen(() -> lookup(".split-pane-divider").queryAll().stream()
                .map(node -> node.localToScreen(node.getBoundsInLocal()))
                .map(bounds -> new Point2D(bounds.getCenterX(), bounds.getCenterY()))
                .min(Comparator.comparingDouble(near::distance))
                .orElseThrow());
        hand.drag(line, line.add(x, y));
    }

    /// Saves the project under another name, and waits until it is.
    protected final void saveAs() {
        hand.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        awaitOnScreen("saved", () -> !workspace().document().dirtyBinding().get());
    }

    /// What was saved is the sample project of this name, byte for byte; it becomes it where
    /// `DRYDOCK_UPDATE_SAMPLES` is set.
    protected final void isKeptAs(String sample) {
        try {
            Path kept = SAMPLES.resolve(sample);
            if (System.getenv("DRYDOCK_UPDATE_SAMPLES") != null) {
                Files.createDirectories(kept);
                for (Path file : files(kept)) {
                    Files.delete(file);
                }
                copy(folder.resolve("chosen"), kept);
            }
            assertThat(contents(folder.resolve("chosen"))).isEqualTo(contents(kept));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SortedMap<String, String> contents(Path folder) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (Path file : files(folder)) {
            contents.put(file.getFileName().toString(), Files.readString(file));
        }
        return contents;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /// Brings a field into the form that is not shown there, by the search below it.
    protected final void more(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        hand.click(center(inView(there("more-fields"))));
        hand.keys(EVERYTHING);
        type(name);
        hand.click(center(inView(there("more-" + path))));
    }

    /// Enters a value into a field of the inspector.
    protected final void fill(String path, String value) {
        Node field = reach("field-" + path, path);
        hand.click(center(field));
        hand.keys(EVERYTHING);
        type(value);
        hand.keys(
                field instanceof TextArea
                        ? new KeyCode[] {KeyCode.CONTROL, KeyCode.ENTER}
                        : new KeyCode[] {KeyCode.ENTER});
    }

    /// Takes one of the values that a field offers.
    protected final void choose(String path, String value) {
        hand.click(center(reach("field-" + path, path)));
        awaitOnScreen(value, () -> offered(value).tryQuery().isPresent());
        hand.click(center(offered(value).query()));
    }

    private NodeQuery offered(String value) {
        return lookup((Node node) -> node instanceof ListCell<?> item && value.equals(item.getText()));
    }

    /// Adds an entry to a table, as a label.
    protected final void put(String path, String key, String value) {
        hand.click(center(reach("new-" + path, path)));
        type(key);
        hand.keys(KeyCode.ENTER);
        fill(path.isEmpty() ? key : entry(path, key), value);
    }

    private static String entry(String path, String key) {
        return FieldPath.parse(path).key(key).toString();
    }

    /// Gives an entry of a table another key.
    protected final void rekey(String path, String key, String another) {
        String at = entry(path, key);
        hand.click(center(reach("key-" + at, at)));
        hand.keys(EVERYTHING);
        type(another);
        hand.keys(KeyCode.ENTER);
    }

    /// Adds an item to a list.
    protected final void add(String path) {
        hand.click(center(reach("add-" + path, path)));
    }

    /// Types a text where the caret is, as [#write] does, but without waiting after each letter.
    private void type(String text) {
        Platform.runLater(() -> text.chars().mapToObj(letter -> (char) letter).forEach(letter -> {
            Node focused = uppermost().getFocusOwner();
            String typed = letter == '\n' ? "\r" : String.valueOf(letter);
            KeyCode code = letter == '\n' ? KeyCode.ENTER : KeyCode.UNDEFINED;
            Event.fireEvent(focused, key(KeyEvent.KEY_PRESSED, "", code));
            Event.fireEvent(focused, key(KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED));
            Event.fireEvent(focused, key(KeyEvent.KEY_RELEASED, "", code));
        }));
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    private static Scene uppermost() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .map(Window::getScene)
                .reduce((_, above) -> above)
                .orElseThrow();
    }

    private static KeyEvent key(EventType<KeyEvent> type, String typed, KeyCode code) {
        return new KeyEvent(type, typed, typed, code, false, false, false, false);
    }

    /// Takes away what stands at a place.
    protected final void remove(String path) {
        hand.click(center(reach("remove-" + path, path)));
    }

    /// Opens the folds of the inspector around a field and turns the wheel until it is in view.
    private Node reach(String id, String path) {
        for (int end = 1; end <= path.length(); end++) {
            if (end == path.length() || ".[".indexOf(path.charAt(end)) >= 0) {
                unfold("section-" + path.substring(0, end));
            }
        }
        return inView(there(id));
    }

    private void unfold(String id) {
        Optional<TitledPane> pane =
                lookup((Node node) -> id.equals(node.getId())).tryQueryAs(TitledPane.class);
        layOut();
        if (pane.isPresent() && onScreen(() -> !pane.get().isExpanded())) {
            inView(pane.get().lookup(".title"));
            Bounds head = onScreen(() -> pane.get()
                    .lookup(".title")
                    .localToScreen(pane.get().lookup(".title").getBoundsInLocal()));
            hand.click(new Point2D(head.getMinX() + 24, head.getCenterY()));
            awaitOnScreen("unfolded " + id, pane.get()::isExpanded);
        }
    }

    private Node inView(Node node) {
        Node inspector = lookup(".inspector").query();
        Point2D edge = onScreen(
                () -> inspector.localToScreen(4, inspector.getLayoutBounds().getHeight() / 2));
        double notch = SHORT_NOTCH;
        for (int turns = 0; turns < 200; turns++) {
            double off = onScreen(() -> outOfView(inspector, node));
            if (off == 0) {
                return node;
            }
            int notches = (int) (Math.signum(off) * Math.max(1, Math.floor(Math.abs(off) / notch)));
            hand.move(edge);
            hand.wheel(notches);
        }
        throw new AssertionError("never comes into view: " + node.getId());
    }

    /// How far a node is below what is seen, in pixels; less than 0 above it.
    private static double outOfView(Node inspector, Node node) {
        Bounds seen = inspector.localToScreen(inspector.getLayoutBounds());
        Bounds at = node.localToScreen(node.getLayoutBounds());
        return Math.min(at.getMinY() - seen.getMinY(), 0) + Math.max(at.getMaxY() - seen.getMaxY(), 0);
    }

    /// The control of this name, once it has a place on the screen.
    private Node there(String id) {
        awaitOnScreen(
                id,
                () -> lookup((Node node) -> id.equals(node.getId()))
                        .tryQuery()
                        .filter(node -> node.getLayoutBounds().getHeight() > 0)
                        .isPresent());
        layOut();
        return lookup((Node node) -> id.equals(node.getId())).query();
    }

    /// Gives what is new its place at once, and not with the next frame.
    private void layOut() {
        onScreen(() -> {
            canvas().getScene().getRoot().applyCss();
            canvas().getScene().getRoot().layout();
            return true;
        });
    }

    /// Where a figure is taken with the mouse: on its name, left of its middle, where no handle is near.
    private Point2D grip(ResourceId object) {
        Rect bounds = bounds(object);
        double scale = onScreen(() -> canvas().viewport().scale());
        double down = Math.min(bounds.height() / 2, Math.max(12, 7 / scale));
        return screen(new Point(bounds.x() + bounds.width() / 5, bounds.y() + down));
    }

    private Rect bounds(ResourceId object) {
        return onScreen(() -> figure(object).orElseThrow().bounds());
    }

    private Point2D screen(Point scene) {
        return onScreen(() -> {
            Viewport view = canvas().viewport();
            Point at = view.toScreen(scene);
            return canvas().localToScreen(at.x(), at.y());
        });
    }
}
