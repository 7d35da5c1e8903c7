package drydock.app.canvas;

import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Turns what mouse and keyboard do on the canvas into selections, moves and ways to look at it.
///
/// Drag on a figure moves what is selected; drag on the background moves the view, with Shift it selects; the wheel
/// zooms at the pointer; Esc takes back what is under way.
final class Gestures {

    private static final double CLICK_PIXELS = 4;
    private static final double WHEEL_PIXELS_TO_DOUBLE = 280;
    private static final double HIT_PIXELS = 6;

    private final CanvasView canvas;
    private final Workspace workspace;
    private Gesture gesture = new Gesture.Pointing();

    Gestures(CanvasView canvas, Workspace workspace) {
        this.canvas = canvas;
        this.workspace = workspace;
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnMouseMoved(event -> canvas.hover(figureAt(event).flatMap(Gestures::object)));
        canvas.setOnMouseExited(_ -> canvas.hover(Optional.empty()));
        canvas.setOnScroll(this::scrolled);
        canvas.setOnKeyPressed(this::key);
    }

    /// The rectangle that is being drawn open, if one is.
    Optional<Rect> marquee() {
        return gesture instanceof Gesture.Marquee marquee ? Optional.of(marquee.rect()) : Optional.empty();
    }

    /// The object whose figure is at a point of the screen.
    Optional<ResourceId> objectAt(double x, double y) {
        return canvas.figureAt(x, y, HIT_PIXELS).flatMap(Gestures::object);
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        if (event.getButton() == MouseButton.MIDDLE) {
            gesture = new Gesture.Panning(point(event));
            return;
        }
        Optional<ResourceId> hit = figureAt(event).flatMap(Gestures::object);
        boolean adding = event.isShiftDown() || event.isShortcutDown();
        hit.filter(id -> !workspace.selection().contains(id)).ifPresent(id -> {
            if (adding) {
                workspace.selection().toggle(id);
            } else {
                workspace.selection().select(Set.of(id));
            }
        });
        if (event.getButton() == MouseButton.PRIMARY) {
            gesture = new Gesture.Pressed(point(event), hit.orElse(null), adding);
        }
    }

    private void dragged(MouseEvent event) {
        Point now = point(event);
        if (gesture instanceof Gesture.Pressed(Point start, var hit, boolean adding)
                && start.distance(now) > CLICK_PIXELS) {
            gesture = begin(start, hit != null, adding);
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
            case Gesture.Dragging dragging ->
                move(dragging, canvas.viewport().toScene(now.x(), now.y()), !event.isAltDown());
            case Gesture.Pointing() -> {
                // a button that was pressed elsewhere
            }
            case Gesture.Pressed _ -> {
                // not far enough yet
            }
        }
    }

    private Gesture begin(Point start, boolean onFigure, boolean adding) {
        if (!onFigure) {
            canvas.setCursor(adding ? Cursor.CROSSHAIR : Cursor.CLOSED_HAND);
            return adding ? new Gesture.Marquee(start, start) : new Gesture.Panning(start);
        }
        Map<ResourceId, Rect> places = canvas.places();
        places.keySet().retainAll(workspace.selection().objects());
        if (places.isEmpty()) {
            return new Gesture.Panning(start);
        }
        canvas.stay();
        workspace.document().beginStep("edit.moveFigures");
        return new Gesture.Dragging(canvas.viewport().toScene(start.x(), start.y()), places);
    }

    private void move(Gesture.Dragging dragging, Point now, boolean onGrid) {
        workspace.perform(new Edit.MoveFigures(dragging.positions(now, onGrid)));
    }

    private void released(MouseEvent event) {
        switch (gesture) {
            case Gesture.Pressed(Point _, var hit, boolean adding) -> clicked(hit, adding);
            case Gesture.Marquee marquee -> select(marquee, event.isShortcutDown());
            case Gesture.Dragging _ -> workspace.document().endStep();
            case Gesture.Panning _ -> {
                // the view stays where it was brought
            }
            case Gesture.Pointing() -> {
                // a button that was pressed elsewhere
            }
        }
        end();
    }

    private void clicked(@Nullable ResourceId hit, boolean adding) {
        if (hit == null && !adding) {
            workspace.selection().clear();
        } else if (hit != null && !adding) {
            workspace.selection().select(Set.of(hit));
        }
    }

    private void select(Gesture.Marquee marquee, boolean adding) {
        Set<ResourceId> selected = new LinkedHashSet<>();
        if (adding) {
            selected.addAll(workspace.selection().objects());
        }
        canvas.figuresTouching(marquee.rect()).forEach(figure -> {
            if (figure.layer() != Figure.Layer.FRAME) {
                object(figure).ifPresent(selected::add);
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
            if (gesture instanceof Gesture.Dragging) {
                workspace.document().rollBackStep();
            } else if (gesture instanceof Gesture.Pointing) {
                workspace.selection().clear();
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

    private static Optional<ResourceId> object(Figure figure) {
        return switch (figure.id()) {
            case FigureId.Of(ResourceId id) -> Optional.of(id);
            case FigureId.Part(ResourceId id, String _) -> Optional.of(id);
            case FigureId.Edge _ -> Optional.empty();
            case FigureId.Named _ -> Optional.empty();
        };
    }

    private static Point point(MouseEvent event) {
        return new Point(event.getX(), event.getY());
    }
}
