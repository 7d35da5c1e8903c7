package drydock.app.canvas;

import drydock.app.settings.Grid;
import drydock.app.workspace.Workspace;
import drydock.model.connect.End;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import java.util.List;
import java.util.Optional;
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
/// view, with Shift it selects; the wheel zooms at the pointer; Esc takes back what is under way.
final class Gestures {

    private static final double CLICK_PIXELS = 4;
    private static final double WHEEL_PIXELS_TO_DOUBLE = 280;

    private final CanvasView canvas;
    private final Workspace workspace;
    private final HitTest hits;
    private final Picking picking;
    private final FigureDrags drags;
    private final Handles handles = new Handles();
    private Gesture gesture = new Gesture.Pointing();

    Gestures(CanvasView canvas, Workspace workspace) {
        this.canvas = canvas;
        this.workspace = workspace;
        this.hits = canvas.hits();
        this.picking = new Picking(hits, workspace.selection());
        this.drags = new FigureDrags(canvas, workspace);
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(_ -> {
            canvas.emphasis().hover(Optional.empty());
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

    private void moved(MouseEvent event) {
        Optional<Figure> figure = figureAt(event);
        canvas.point(Optional.empty());
        canvas.emphasis().hover(figure.map(Figure::id).filter(HitTest::canBeSelected));
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
        Optional<FigureId> hit = hits.selectableAt(event.getX(), event.getY());
        boolean adding = event.isShiftDown() || event.isShortcutDown();
        boolean leaving = picking.press(point(event), hit, adding);
        if (event.getButton() == MouseButton.PRIMARY) {
            gesture = new Gesture.Pressed(point(event), hit.orElse(null), adding, leaving);
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
            case Gesture.Dragging dragging -> drags.move(dragging, now, grid(event));
            case Gesture.DraggingNote dragging -> drags.move(dragging, now, grid(event));
            case Gesture.Connecting line -> {
                gesture = line.at(
                        canvas.viewport().toScene(now.x(), now.y()),
                        hits.endAt(now).filter(end -> fitsLine(end.object())));
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
        if (hit == null) {
            canvas.setCursor(adding ? Cursor.CROSSHAIR : Cursor.CLOSED_HAND);
            return adding ? new Gesture.Marquee(start, start) : new Gesture.Panning(start);
        }
        return drags.begin(canvas.viewport().toScene(start.x(), start.y()), hit)
                .orElseGet(() -> new Gesture.Panning(start));
    }

    /// Whether something goes along with the mouse.
    boolean moves() {
        return gesture instanceof Gesture.Dragging || gesture instanceof Gesture.DraggingNote;
    }

    /// The grid; while Alt is down nothing comes to stand on it.
    private Grid grid(MouseEvent event) {
        Grid grid = canvas.preferencesProperty().get().grid();
        return event.isAltDown() ? grid.snapping(false) : grid;
    }

    private void released(MouseEvent event) {
        switch (gesture) {
            case Gesture.Pressed(Point _, var hit, boolean adding, boolean leaving) -> {
                picking.click(hit, adding, leaving);
                if (hit != null && event.getClickCount() == 2) {
                    canvas.open(hit);
                }
            }
            case Gesture.Marquee marquee -> picking.select(marquee, event.isShortcutDown());
            case Gesture.Dragging dragging -> drags.letGo(dragging, point(event));
            case Gesture.DraggingNote _ -> drags.letGo();
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

    private void scrolled(ScrollEvent event) {
        double factor = Math.pow(2, event.getDeltaY() / WHEEL_PIXELS_TO_DOUBLE);
        canvas.look(canvas.viewport().zoomed(factor, event.getX(), event.getY()));
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (moves()) {
                drags.takeBack();
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
        return hits.figureAt(event.getX(), event.getY(), HitTest.REACH);
    }

    private static Point point(MouseEvent event) {
        return new Point(event.getX(), event.getY());
    }
}
