package drydock.render.paint;

import drydock.render.hit.SceneIndex;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.text.TextMeasure;
import drydock.render.theme.Theme;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/// Paints scenes. Keeps colours, icons and rasters between frames, so a canvas has one of its own; used on the JavaFX
/// thread.
///
/// Near, figures are painted with all their marks. Below [#CARD_SCALE], where those are too small to read, figures that
/// have a cell are painted as their cell. Where more than [#MOST_SHAPES] figures are in view, all are written into a
/// raster; nothing is left out at any zoom.
public final class ScenePainter {

    /// The smallest scale at which cards are painted with all their marks.
    public static final double CARD_SCALE = 0.5;

    /// How many figures are painted as shapes in one frame; more go into the raster.
    static final int MOST_SHAPES = 1_200;

    private final TextMeasure measure;
    private final GlyphImages glyphs = new GlyphImages();
    private final SceneRaster raster = new SceneRaster();
    private Colours colours = new Colours(Theme.LIGHT);

    public ScenePainter(TextMeasure measure) {
        this.measure = measure;
    }

    /// Paints what of the scene is in view over what is on the canvas already.
    public void paint(GraphicsContext g, SceneIndex index, Frame frame) {
        if (!colours.isOf(frame.theme())) {
            colours = new Colours(frame.theme());
        }
        int[] visible = index.visible(frame.visible());
        g.save();
        if (visible.length > MOST_SHAPES) {
            raster.paint(g, index.scene(), visible, frame);
            paintNames(g, index, visible, frame);
        } else {
            paintFigures(g, index, visible, frame);
        }
        g.restore();
    }

    private void paintFigures(GraphicsContext g, SceneIndex index, int[] visible, Frame frame) {
        MarkPainter marks = new MarkPainter(g, frame, colours, glyphs, measure);
        CellPainter cells = new CellPainter(g, frame, colours, glyphs, measure);
        for (int number : visible) {
            Figure figure = index.scene().figures().get(number);
            g.setGlobalAlpha(figure.opacity());
            Optional<Cell> far = far(figure, frame);
            if (far.isPresent()) {
                cells.paint(figure, far.get());
            } else {
                marks.paint(figure);
            }
        }
        for (int number : visible) {
            Figure figure = index.scene().figures().get(number);
            if (figure.layer() == Figure.Layer.FRAME) {
                g.setGlobalAlpha(figure.opacity());
                far(figure, frame).ifPresent(cell -> cells.paintFrameName(figure, cell));
            }
        }
    }

    private void paintNames(GraphicsContext g, SceneIndex index, int[] visible, Frame frame) {
        CellPainter cells = new CellPainter(g, frame, colours, glyphs, measure);
        double scale = frame.viewport().scale();
        for (int number : visible) {
            Figure figure = index.scene().figures().get(number);
            if (CellPainter.hasRoom(
                    figure.bounds().width() * scale, figure.bounds().height() * scale)) {
                g.setGlobalAlpha(figure.opacity());
                far(figure, frame).ifPresent(cell -> {
                    if (figure.layer() == Figure.Layer.FRAME) {
                        cells.paintFrameName(figure, cell);
                    } else {
                        cells.paintName(figure, cell);
                    }
                });
            }
        }
    }

    private static Optional<Cell> far(Figure figure, Frame frame) {
        return frame.viewport().scale() < CARD_SCALE ? figure.cell() : Optional.empty();
    }
}
