package drydock.app.keyboard;

import drydock.app.canvas.CanvasView;
import drydock.app.settings.Grid;
import drydock.app.workspace.Workspace;
import drydock.model.diagram.DiagramChange;
import drydock.model.diagram.Note;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// What keys do while the canvas has the focus.
///
/// Tab and Shift+Tab walk the figures in reading order and go on to the next control after the last; arrows
/// move what is selected to the grid's next point, with Shift to the fifth, with Alt by one unit, and look
/// elsewhere where nothing is selected; Enter edits; Shift+F10 opens the context menu. With Ctrl, Tab points
/// at figures without selecting them, Space selects the one that is pointed at or no longer selects it, and
/// arrows look elsewhere. A row of arrow keys is one step to undo, until they are let go.
public final class CanvasKeys {

    private static final int LARGE_STEPS = 5;

    /// How far the view moves, in pixels.
    private static final double PAN = 64;

    private static final double MARGIN = 24;

    private final Workspace workspace;
    private final CanvasView canvas;
    private final Runnable edit;
    private @Nullable Scene readScene;
    private List<Figure> read = List.of();

    /// Whether a step of the history is open that this opened.
    private boolean moving;

    /// @param edit goes to where the selected object is edited
    public CanvasKeys(Workspace workspace, CanvasView canvas, Runnable edit) {
        this.workspace = workspace;
        this.canvas = canvas;
        this.edit = edit;
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode().isArrowKey()) {
                endMove();
            }
        });
        canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> endMove());
        canvas.focusedProperty().subscribe(_ -> endMove());
    }

    private void pressed(KeyEvent event) {
        boolean done = event.isShortcutDown() ? pressedWithControl(event) : pressedAlone(event);
        if (done) {
            event.consume();
        }
    }

    private boolean pressedAlone(KeyEvent event) {
        return switch (event.getCode()) {
            case TAB -> walk(event.isShiftDown() ? -1 : 1);
            case LEFT, RIGHT, UP, DOWN -> !(event.isAltDown() && event.isShiftDown()) && arrow(event);
            case ENTER -> enter();
            case F10 -> event.isShiftDown() && openMenu();
            default -> false;
        };
    }

    private boolean pressedWithControl(KeyEvent event) {
        return switch (event.getCode()) {
            case TAB -> pointAtNext(event.isShiftDown() ? -1 : 1);
            case SPACE -> togglePointed();
            case LEFT, RIGHT, UP, DOWN -> pan(event.getCode());
            default -> false;
        };
    }

    /// Points at the next figure, and begins anew after the last.
    private boolean pointAtNext(int steps) {
        List<Figure> figures = figures();
        if (figures.isEmpty()) {
            return false;
        }
        List<FigureId> ids = figures.stream().map(Figure::id).toList();
        int at = canvas.pointedProperty().get().map(ids::indexOf).orElseGet(() -> indexOfSelected(figures));
        int next = at < 0 && steps < 0 ? figures.size() - 1 : Math.floorMod(at + steps, figures.size());
        canvas.point(Optional.of(ids.get(next)));
        show(figures.get(next).bounds());
        return true;
    }

    private boolean togglePointed() {
        canvas.pointedProperty().get().ifPresent(figure -> {
            if (figure instanceof FigureId.Of(ResourceId object)) {
                workspace.selection().toggle(object);
            } else {
                workspace.selection().select(figure);
            }
        });
        return true;
    }

    private boolean walk(int steps) {
        List<Figure> figures = figures();
        int at = indexOfSelected(figures);
        int next = at < 0 && steps < 0 ? figures.size() - 1 : at + steps;
        if (next < 0 || next >= figures.size()) {
            return false;
        }
        canvas.point(Optional.empty());
        Figure figure = figures.get(next);
        if (figure.id() instanceof FigureId.Of(ResourceId object)) {
            workspace.selection().select(List.of(object));
        } else {
            workspace.selection().select(figure.id());
        }
        show(figure.bounds());
        return true;
    }

    private List<Figure> figures() {
        Scene now = canvas.scene();
        if (!now.equals(readScene)) {
            readScene = now;
            read = ReadingOrder.of(now);
        }
        return read;
    }

    private int indexOfSelected(List<Figure> figures) {
        Optional<FigureId> last = workspace
                .selection()
                .figure()
                .or(() -> workspace.selection().objects().stream()
                        .reduce((_, second) -> second)
                        .map(FigureId.Of::new));
        return last.map(id -> figures.stream().map(Figure::id).toList().indexOf(id))
                .orElse(-1);
    }

    private void show(Rect bounds) {
        if (!canvas.viewport().visible(canvas.getWidth(), canvas.getHeight()).contains(bounds)) {
            canvas.look(canvas.viewport().revealing(bounds, canvas.getWidth(), canvas.getHeight(), MARGIN));
        }
    }

    private boolean arrow(KeyEvent event) {
        Optional<Edit> move = move(steps(right(event.getCode()), down(event.getCode()), event));
        if (move.isEmpty()) {
            return pan(event.getCode());
        }
        if (!moving && !workspace.document().history().isMarkOpen()) {
            canvas.stay();
            workspace.document().beginStep("edit.moveFigures");
            moving = true;
        }
        if (moving) {
            workspace.perform(move.get());
        }
        return true;
    }

    /// How far an arrow moves what stands at a place.
    private Function<Position, Position> steps(int right, int down, KeyEvent event) {
        Grid grid = canvas.preferencesProperty().get().grid();
        int steps = event.isShiftDown() ? LARGE_STEPS : 1;
        return at -> event.isAltDown()
                ? new Position(right, down)
                : new Position(grid.moved(at.x(), right * steps), grid.moved(at.y(), down * steps));
    }

    private boolean pan(KeyCode arrow) {
        canvas.look(canvas.viewport().panned(-right(arrow) * PAN, -down(arrow) * PAN));
        return true;
    }

    private static int right(KeyCode arrow) {
        return arrow == KeyCode.RIGHT ? 1 : arrow == KeyCode.LEFT ? -1 : 0;
    }

    private static int down(KeyCode arrow) {
        return arrow == KeyCode.DOWN ? 1 : arrow == KeyCode.UP ? -1 : 0;
    }

    /// The edit that moves what is selected; empty where nothing can be moved.
    private Optional<Edit> move(Function<Position, Position> steps) {
        Optional<Note> note = workspace.selection().figure().flatMap(this::note);
        if (note.isPresent()) {
            Note before = note.get();
            Position by = steps.apply(before.position());
            Position to = before.position().plus(by.x(), by.y());
            return Optional.of(new Edit.Draw(new DiagramChange.PutNote(
                    new Note(before.id(), before.text(), to, before.width(), before.height()))));
        }
        Map<ResourceId, Rect> places = canvas.places();
        places.keySet()
                .retainAll(workspace
                        .selection()
                        .figure()
                        .map(this::members)
                        .orElseGet(() -> workspace.selection().objects()));
        workspace.leaveMovable(places);
        // all go as far as the first, and stay as they stand to each other
        Optional<Position> by =
                places.values().stream().reduce(Rect::union).map(all -> steps.apply(new Position(all.x(), all.y())));
        return by.map(step -> {
            Map<ResourceId, Position> positions = new TreeMap<>();
            places.forEach((id, rect) -> positions.put(id, new Position(rect.x() + step.x(), rect.y() + step.y())));
            return new Edit.MoveFigures(positions);
        });
    }

    private List<ResourceId> members(FigureId figure) {
        return workspace.document().project().diagram().groups().stream()
                .filter(group -> figure.equals(new FigureId.Group(group.id())))
                .flatMap(group -> group.members().stream())
                .toList();
    }

    private Optional<Note> note(FigureId figure) {
        return figure instanceof FigureId.Note(String id)
                ? workspace.document().project().diagram().notes().stream()
                        .filter(note -> note.id().equals(id))
                        .findFirst()
                : Optional.empty();
    }

    private void endMove() {
        if (moving) {
            moving = false;
            // taking a step back closes it, too
            if (workspace.document().history().isMarkOpen()) {
                workspace.document().endStep();
            }
        }
    }

    private boolean enter() {
        Optional<FigureId> figure = workspace.selection().figure();
        if (figure.isPresent()) {
            canvas.open(figure.get());
            return true;
        }
        boolean any = !workspace.selection().objects().isEmpty();
        if (any) {
            edit.run();
        }
        return any;
    }

    /// What the context-menu key does; not every keyboard has one.
    private boolean openMenu() {
        Bounds bounds = canvas.getLayoutBounds();
        var middle = canvas.localToScreen(bounds.getCenterX(), bounds.getCenterY());
        canvas.fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                bounds.getCenterX(),
                bounds.getCenterY(),
                middle.getX(),
                middle.getY(),
                true,
                null));
        return true;
    }
}
