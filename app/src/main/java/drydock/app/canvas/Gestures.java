package drydock.app.canvas;

import drydock.app.settings.Grid;
import drydock.app.workspace.Workspace;
import drydock.model.connect.End;
import drydock.model.diagram.DiagramChange;
import drydock.model.diagram.Group;
import drydock.model.diagram.Note;
import drydock.model.edit.Edit;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Turns what mouse and keyboard do on the canvas into selections, moves and ways to look at it.
///
/// Drag from a figure's handle draws a line; drag on a figure moves what is selected; drag on the background moves the
/// view, with Shift it selects; the wheel
/// zooms at the pointer; Esc takes back what is under way.
final class Gestures {

    private static final double CLICK_PIXELS = 4;
    private static final double WHEEL_PIXELS_TO_DOUBLE = 280;
    private static final double HIT_PIXELS = 6;

    private final CanvasView canvas;
    private final Workspace workspace;
    private final NamespaceDrop namespaces;
    private final Handles handles = new Handles();
    private Gesture gesture = new Gesture.Pointing();

    Gestures(CanvasView canvas, Workspace workspace) {
        this.canvas = canvas;
        this.workspace = workspace;
        this.namespaces = new NamespaceDrop(canvas, workspace);
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(_ -> {
            canvas.hover(Optional.empty());
            handles.hide();
        });
        canvas.setOnScroll(this::scrolled);
        canvas.setOnKeyPressed(this::key);
    }

    /// The rectangle that is being drawn open, if one is.
    Optional<Rect> marquee() {
        return gesture instanceof Gesture.Marquee marquee ? Optional.of(marquee.rect()) : Optional.empty();
    }

    void setLines(LineDrawing lines) {
        handles.setLines(lines);
    }

    /// Where lines can be drawn from at this moment.
    List<Point> handlePoints() {
        return gesture instanceof Gesture.Pointing ? handles.points(canvas.viewport()) : List.of();
    }

    /// The line that is being drawn.
    Optional<Gesture.Connecting> line() {
        return gesture instanceof Gesture.Connecting line ? Optional.of(line) : Optional.empty();
    }

    /// Whether the line that is being drawn could end at `object`.
    boolean fitsLine(ResourceId object) {
        return gesture instanceof Gesture.Connecting line
                && handles.lines().fits(line.from(), object)
                && handles.lines().canBeginAt(object);
    }

    /// What a click at a point of the screen selects.
    Optional<FigureId> selectableAt(double x, double y) {
        return canvas.figureAt(x, y, HIT_PIXELS).map(Figure::id).filter(Gestures::canBeSelected);
    }

    private void moved(MouseEvent event) {
        Optional<Figure> figure = figureAt(event);
        canvas.point(Optional.empty());
        canvas.hover(figure.map(Figure::id).filter(Gestures::canBeSelected));
        if (handles.pointed(figure, point(event), canvas.viewport())) {
            canvas.repaint();
        }
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        Optional<ResourceId> handle = handles.at(point(event), canvas.viewport());
        if (event.getButton() == MouseButton.PRIMARY && handle.isPresent()) {
            Point start = canvas.viewport().toScene(event.getX(), event.getY());
            gesture = new Gesture.Connecting(handle.get(), start, start, Optional.empty());
            return;
        }
        if (event.getButton() == MouseButton.MIDDLE) {
            gesture = new Gesture.Panning(point(event));
            return;
        }
        Optional<FigureId> hit = figureAt(event).map(Figure::id).filter(Gestures::canBeSelected);
        boolean adding = event.isShiftDown() || event.isShortcutDown();
        boolean held = !adding && isOnSelected(event);
        boolean leaving = adding
                && hit.flatMap(Gestures::object)
                        .filter(workspace.selection()::contains)
                        .isPresent();
        hit.ifPresent(id -> object(id)
                .ifPresentOrElse(
                        object -> {
                            if (!held && !workspace.selection().contains(object)) {
                                select(object, adding);
                            }
                        },
                        () -> workspace.selection().select(id)));
        if (event.getButton() == MouseButton.PRIMARY) {
            gesture = new Gesture.Pressed(point(event), hit.orElse(null), adding, leaving);
        }
    }

    /// Whether a selected figure is there, though another may cover it: a copy is dragged away from what it was made
    /// of.
    private boolean isOnSelected(MouseEvent event) {
        return canvas.figuresTouching(new Rect(event.getX(), event.getY(), 1, 1)).stream()
                .filter(figure -> figure.layer() != Figure.Layer.FRAME)
                .flatMap(figure -> object(figure.id()).stream())
                .anyMatch(workspace.selection()::contains);
    }

    private void select(ResourceId object, boolean adding) {
        if (adding) {
            workspace.selection().toggle(object);
        } else {
            workspace.selection().select(Set.of(object));
        }
    }

    private void dragged(MouseEvent event) {
        Point now = point(event);
        if (gesture instanceof Gesture.Pressed(Point start, var hit, boolean adding, boolean _)
                && start.distance(now) > CLICK_PIXELS) {
            gesture = begin(start, hit, adding);
        }
        switch (gesture) {
            case Gesture.Panning(Point last) -> {
                canvas.look(canvas.viewport().panned(now.x() - last.x(), now.y() - last.y()));
                gesture = new Gesture.Panning(now);
            }
            case Gesture.Marquee(Point start, Point _) -> {
                gesture = new Gesture.Marquee(start, now);
                canvas.repaint();
            }
            case Gesture.Dragging dragging -> drag(dragging, now, grid(event));
            case Gesture.DraggingNote dragging ->
                workspace.perform(new Edit.Draw(new DiagramChange.PutNote(
                        dragging.at(canvas.viewport().toScene(now.x(), now.y()), grid(event)))));
            case Gesture.Connecting line -> {
                gesture = line.at(
                        canvas.viewport().toScene(now.x(), now.y()), endAt(now).filter(end -> fitsLine(end.object())));
                canvas.repaint();
            }
            case Gesture.Pointing() -> {
                // a button that was pressed elsewhere
            }
            case Gesture.Pressed _ -> {
                // not far enough yet
            }
        }
    }

    private Gesture begin(Point start, @Nullable FigureId hit, boolean adding) {
        Point inScene = canvas.viewport().toScene(start.x(), start.y());
        if (hit == null) {
            canvas.setCursor(adding ? Cursor.CROSSHAIR : Cursor.CLOSED_HAND);
            return adding ? new Gesture.Marquee(start, start) : new Gesture.Panning(start);
        }
        Optional<Note> note = note(hit);
        if (note.isPresent()) {
            canvas.stay();
            workspace.document().beginStep("edit.note");
            return new Gesture.DraggingNote(inScene, note.get());
        }
        Map<ResourceId, Rect> places = canvas.places();
        places.keySet().retainAll(along(hit));
        workspace.leaveMovable(places);
        if (places.isEmpty()) {
            return new Gesture.Panning(start);
        }
        canvas.stay();
        workspace.document().beginStep("edit.moveFigures");
        return new Gesture.Dragging(inScene, places);
    }

    /// Whether something goes along with the mouse.
    boolean moves() {
        return gesture instanceof Gesture.Dragging || gesture instanceof Gesture.DraggingNote;
    }

    /// The object, or its container, whose figure is at a point of the screen.
    Optional<End> endAt(Point at) {
        return canvas.figureAt(at.x(), at.y(), 0)
                .flatMap(figure ->
                        object(figure.id()).map(object -> new End(object, canvas.containerAt(figure, at.x(), at.y()))));
    }

    private Optional<Note> note(FigureId hit) {
        return hit instanceof FigureId.Note(String id)
                ? workspace.document().project().diagram().notes().stream()
                        .filter(note -> note.id().equals(id))
                        .findFirst()
                : Optional.empty();
    }

    /// What goes along with the mouse: the members of a group, or all that is selected.
    private Collection<ResourceId> along(FigureId hit) {
        return hit instanceof FigureId.Group(String id)
                ? workspace.document().project().diagram().groups().stream()
                        .filter(group -> group.id().equals(id))
                        .findFirst()
                        .<Collection<ResourceId>>map(Group::members)
                        .orElse(List.of())
                : workspace.selection().objects();
    }

    /// The grid; while Alt is down nothing comes to stand on it.
    private Grid grid(MouseEvent event) {
        Grid grid = canvas.preferencesProperty().get().grid();
        return event.isAltDown() ? grid.snapping(false) : grid;
    }

    private void drag(Gesture.Dragging dragging, Point now, Grid grid) {
        Point inScene = canvas.viewport().toScene(now.x(), now.y());
        workspace.perform(new Edit.MoveFigures(dragging.positions(inScene, grid)));
        canvas.hover(namespaces.under(now, dragging.before().keySet()).map(FigureId.Of::new));
    }

    /// Moved figures stay where they are let go, or go into the namespace there.
    private void letGo(Gesture.Dragging dragging, Point at) {
        Optional<ResourceId> namespace = namespaces.under(at, dragging.before().keySet());
        if (namespace.isEmpty()) {
            workspace.document().endStep();
        } else {
            workspace.document().rollBackStep();
            namespaces.drop(dragging, namespace.get());
        }
    }

    private void released(MouseEvent event) {
        switch (gesture) {
            case Gesture.Pressed(Point _, var hit, boolean adding, boolean leaving) -> {
                clicked(hit, adding, leaving);
                if (hit != null && event.getClickCount() == 2) {
                    canvas.open(hit);
                }
            }
            case Gesture.Marquee marquee -> select(marquee, event.isShortcutDown());
            case Gesture.Dragging dragging -> letGo(dragging, point(event));
            case Gesture.DraggingNote _ -> workspace.document().endStep();
            case Gesture.Connecting line -> {
                end();
                line.over()
                        .ifPresent(over -> handles.lines()
                                .drawn(End.of(line.from()), over, new Point2D(event.getScreenX(), event.getScreenY())));
            }
            case Gesture.Panning _ -> {
                // the view stays where it was brought
            }
            case Gesture.Pointing() -> {
                // a button that was pressed elsewhere
            }
        }
        end();
    }

    private void clicked(@Nullable FigureId hit, boolean adding, boolean leaving) {
        if (adding) {
            Optional.ofNullable(hit)
                    .filter(_ -> leaving)
                    .flatMap(Gestures::object)
                    .ifPresent(workspace.selection()::toggle);
            return;
        }
        if (hit == null) {
            workspace.selection().clear();
        } else {
            object(hit).ifPresent(object -> workspace.selection().select(Set.of(object)));
        }
    }

    private void select(Gesture.Marquee marquee, boolean adding) {
        Set<ResourceId> selected = new LinkedHashSet<>();
        if (adding) {
            selected.addAll(workspace.selection().objects());
        }
        canvas.figuresTouching(marquee.rect()).forEach(figure -> {
            if (figure.layer() != Figure.Layer.FRAME) {
                object(figure.id()).ifPresent(selected::add);
            }
        });
        workspace.selection().select(selected);
    }

    private void scrolled(ScrollEvent event) {
        double factor = Math.pow(2, event.getDeltaY() / WHEEL_PIXELS_TO_DOUBLE);
        canvas.look(canvas.viewport().zoomed(factor, event.getX(), event.getY()));
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (gesture instanceof Gesture.Dragging || gesture instanceof Gesture.DraggingNote) {
                workspace.document().rollBackStep();
            } else if (gesture instanceof Gesture.Pointing) {
                workspace.selection().clear();
                canvas.point(Optional.empty());
            }
            end();
            event.consume();
        }
    }

    private void end() {
        gesture = new Gesture.Pointing();
        canvas.setCursor(Cursor.DEFAULT);
        canvas.repaint();
    }

    private Optional<Figure> figureAt(MouseEvent event) {
        return canvas.figureAt(event.getX(), event.getY(), HIT_PIXELS);
    }

    static Optional<ResourceId> object(FigureId figure) {
        return switch (figure) {
            case FigureId.Of(ResourceId id) -> Optional.of(id);
            case FigureId.Part(ResourceId id, String _) -> Optional.of(id);
            case FigureId.Edge _, FigureId.Note _, FigureId.Group _, FigureId.Named _ -> Optional.empty();
        };
    }

    private static boolean canBeSelected(FigureId figure) {
        return !(figure instanceof FigureId.Named);
    }

    private static Point point(MouseEvent event) {
        return new Point(event.getX(), event.getY());
    }
}
