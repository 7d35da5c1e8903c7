package drydock.render.export;

import drydock.render.geometry.Rect;
import drydock.render.paint.Snapshots;
import drydock.render.scene.Scene;
import drydock.render.text.TextMeasure;
import drydock.render.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/// Writes scenes as PNG files. Used on the JavaFX thread, with or without a display.
public final class PngWriter {

    /// The most pixels that a picture may have, so that one fits into memory: 8,192 by 8,192.
    public static final long MOST_PIXELS = 8_192L * 8_192;

    /// The free room around the scene, in scene units.
    public static final double MARGIN = 24;

    private final Theme theme;
    private final TextMeasure measure;

    public PngWriter(Theme theme, TextMeasure measure) {
        this.theme = theme;
        this.measure = measure;
    }

    /// Writes all of `scene` to `out`, which stays open.
    ///
    /// @param scale pixels for one scene unit
    /// @throws PictureTooLargeException where it would have more than [#MOST_PIXELS]; nothing is written then
    public void write(Scene scene, double scale, OutputStream out) throws IOException {
        Rect area = scene.bounds().grown(MARGIN);
        long width = Snapshots.pixels(area.width(), scale);
        long height = Snapshots.pixels(area.height(), scale);
        if (width * height > MOST_PIXELS) {
            throw new PictureTooLargeException(width, height, scale * Math.sqrt((double) MOST_PIXELS / width / height));
        }
        BufferedImage picture = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
        new Snapshots(theme, measure)
                .paint(scene, area, scale, (x, y, w, h, argb) -> picture.setRGB(x, y, w, h, argb, 0, w));
        ImageIO.setUseCache(false);
        if (!ImageIO.write(picture, "png", out)) {
            throw new IOException("this Java runtime writes no PNG files");
        }
    }
}
