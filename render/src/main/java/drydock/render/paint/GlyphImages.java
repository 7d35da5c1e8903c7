package drydock.render.paint;

import drydock.icons.Icon;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Icons as images of whole pixels, drawn once each: drawing an image is ten times faster than filling its paths.
final class GlyphImages {

    private static final int REMEMBERED = 2_048;

    private final Map<Key, Image> images = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Image> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Key(String icon, Color color, int pixels) {}

    /// The icon called `name`, `pixels` wide and high. Called on the JavaFX thread.
    Image image(String name, Color color, int pixels) {
        return images.computeIfAbsent(new Key(name, color, pixels), GlyphImages::drawn);
    }

    private static Image drawn(Key key) {
        Canvas canvas = new Canvas(key.pixels, key.pixels);
        draw(canvas.getGraphicsContext2D(), Icon.of(key.icon), key.color, key.pixels);
        SnapshotParameters transparent = new SnapshotParameters();
        transparent.setFill(Color.TRANSPARENT);
        return canvas.snapshot(transparent, null);
    }

    private static void draw(GraphicsContext g, Icon icon, Color color, double size) {
        g.scale(size / Icon.GRID, size / Icon.GRID);
        g.setFill(color);
        g.setFillRule(FillRule.EVEN_ODD);
        g.setStroke(color);
        g.setLineWidth(Icon.LINE_WIDTH);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.beginPath();
        g.appendSVGPath(icon.area());
        g.fill();
        g.beginPath();
        g.appendSVGPath(icon.line());
        g.stroke();
    }
}
