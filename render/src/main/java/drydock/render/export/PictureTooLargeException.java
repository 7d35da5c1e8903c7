package drydock.render.export;

import java.io.IOException;
import java.util.Locale;

/// A picture has too many pixels to be written.
public final class PictureTooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    private final double largestScale;

    PictureTooLargeException(long width, long height, double largestScale) {
        super(String.format(
                Locale.ROOT,
                "the picture would be %d by %d pixels, more than %d in all; a scale of %.3f would do",
                width,
                height,
                PngWriter.MOST_PIXELS,
                largestScale * 0.99));
        this.largestScale = largestScale * 0.99;
    }

    /// The largest scale, or little less, at which the same scene can be written.
    public double largestScale() {
        return largestScale;
    }
}
