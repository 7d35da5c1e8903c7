package drydock.app.canvas;

import drydock.render.hit.SceneIndex;
import drydock.render.paint.AgePainter;
import drydock.render.paint.Backdrop;
import drydock.render.paint.DriftMarkPainter;
import drydock.render.paint.Frame;
import drydock.render.paint.NodeMarkPainter;
import drydock.render.paint.Overlay;
import drydock.render.paint.OverlayPainter;
import drydock.render.paint.ScenePainter;
import drydock.render.text.FxTextMeasure;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/// The two layers of a canvas: the scene, and over it what is pointed out of it and what travels along its lines.
final class CanvasLayers {

    private final FxTextMeasure measure;
    private final ScenePainter painter;
    private final Canvas below = new Canvas();
    private final Canvas above = new Canvas();

    CanvasLayers(FxTextMeasure measure) {
        this.measure = measure;
        this.painter = new ScenePainter(measure);
        above.setMouseTransparent(true);
    }

    /// What shows them, the lower one first.
    List<Canvas> nodes() {
        return List.of(below, above);
    }

    /// Makes both as large as the view, in pixels; they are empty then.
    void resize(double width, double height) {
        for (Canvas layer : nodes()) {
            layer.setWidth(width);
            layer.setHeight(height);
        }
    }

    /// Paints the lower one.
    ///
    /// @param lineDistance from one line of the grid to the next in the scene, 0 for none
    void paintScene(SceneIndex scene, Frame frame, double lineDistance) {
        GraphicsContext g = below.getGraphicsContext2D();
        Backdrop.paint(g, frame, lineDistance);
        painter.paint(g, scene, frame);
    }

    /// Paints the upper one.
    ///
    /// @param still whether motion is unwanted
    void paintAbove(
            SceneIndex scene, Frame frame, Overlay overlay, Emphasis emphasis, TrafficLayer traffic, boolean still) {
        GraphicsContext g = above.getGraphicsContext2D();
        OverlayPainter.paint(g, scene, overlay, frame);
        NodeMarkPainter.paint(g, scene, emphasis.marks(), frame, measure);
        DriftMarkPainter.paint(g, scene, emphasis.drifts(), frame, measure);
        AgePainter.paint(g, scene, emphasis.ages(), frame, measure);
        traffic.paint(g, scene, frame, still);
    }
}
