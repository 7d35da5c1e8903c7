package drydock.render.paint;

import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.scene.Scene;
import drydock.render.text.TextMeasure;
import drydock.render.theme.Theme;
import drydock.render.viewport.Viewport;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Pictures of a scene as pixels, without a window. Used on the JavaFX thread.
public final class Snapshots {

    /// The largest piece that is painted at once, in pixels across and down.
    private static final int TILE = 2_048;

    private final ScenePainter painter;
    private final Theme theme;

    public Snapshots(Theme theme, TextMeasure measure) {
        this.theme = theme;
        painter = new ScenePainter(measure);
    }

    /// Takes pieces of a picture, left to right and top to bottom.
    @FunctionalInterface
    public interface Tiles {
        /// A piece whose upper left pixel is (`x`, `y`), row after row, 0xAARRGGBB.
        void accept(int x, int y, int width, int height, int[] argb);
    }

    /// Paints `area` of `scene` at `scale` pixels for one scene unit, in pieces.
    public void paint(Scene scene, Rect area, double scale, Tiles tiles) {
        SceneIndex index = SceneIndex.of(scene);
        int width = pixels(area.width(), scale);
        int height = pixels(area.height(), scale);
        for (int y = 0; y < height; y += TILE) {
            for (int x = 0; x < width; x += TILE) {
                int w = Math.min(TILE, width - x);
                int h = Math.min(TILE, height - y);
                Viewport viewport = new Viewport(scale, -area.x() * scale - x, -area.y() * scale - y);
                tiles.accept(x, y, w, h, tile(index, new Frame(theme, viewport, w, h, 1, 0)));
            }
        }
    }

    /// How many pixels `units` of the scene take at `scale`; at least one.
    public static int pixels(double units, double scale) {
        return (int) Math.clamp(Math.ceil(units * scale - 1e-6), 1, Integer.MAX_VALUE);
    }

    private int[] tile(SceneIndex index, Frame frame) {
        int width = (int) frame.width();
        int height = (int) frame.height();
        Canvas canvas = new Canvas(width, height);
        Backdrop.paint(canvas.getGraphicsContext2D(), frame, 0);
        painter.paint(canvas.getGraphicsContext2D(), index, frame);
        WritableImage image = canvas.snapshot(new SnapshotParameters(), null);
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return argb;
    }
}
