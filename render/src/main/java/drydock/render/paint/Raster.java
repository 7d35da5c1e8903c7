package drydock.render.paint;

import java.util.Arrays;

/// A picture of whole pixels that rectangles and lines are written into, far faster than JavaFX draws them.
///
/// Colours that are written are opaque. A pixel that nothing was written to is transparent, one at the edge
/// of a line is partly so; all are premultiplied.
final class Raster {

    private final int width;
    private final int height;
    private final int[] pixels;

    /// Writes into `pixels`, row after row.
    Raster(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /// Fills the pixels from `left` to before `right` and `top` to before `bottom`, at least one, where they are within
    /// the picture.
    void fill(int left, int top, int right, int bottom, int argb) {
        int from = Math.max(0, left);
        int to = Math.min(width, Math.max(left + 1, right));
        int end = Math.min(height, Math.max(top + 1, bottom));
        if (from >= to) {
            return;
        }
        for (int y = Math.max(0, top); y < end; y++) {
            Arrays.fill(pixels, y * width + from, y * width + to, argb);
        }
    }

    /// Draws a border of `line` pixels inside of the same bounds, broken after `on` pixels for `off` pixels,
    /// or unbroken where `off` is 0.
    void frame(int left, int top, int right, int bottom, int line, int argb, int on, int off) {
        if (off == 0) {
            fill(left, top, right, top + line, argb);
            fill(left, bottom - line, right, bottom, argb);
            fill(left, top, left + line, bottom, argb);
            fill(right - line, top, right, bottom, argb);
            return;
        }
        for (int x = left; x < right; x += on + off) {
            fill(x, top, Math.min(right, x + on), top + line, argb);
            fill(x, bottom - line, Math.min(right, x + on), bottom, argb);
        }
        for (int y = top; y < bottom; y += on + off) {
            fill(left, y, left + line, Math.min(bottom, y + on), argb);
            fill(right - line, y, right, Math.min(bottom, y + on), argb);
        }
    }

    /// Draws a line one pixel wide, its steps smoothed.
    void line(double x0, double y0, double x1, double y1, int argb) {
        if (Math.abs(y1 - y0) > Math.abs(x1 - x0)) {
            slope(y0, x0, y1, x1, height, true, argb);
        } else {
            slope(x0, y0, x1, y1, width, false, argb);
        }
    }

    private void slope(double a0, double b0, double a1, double b1, int end, boolean upright, int argb) {
        double from = Math.min(a0, a1);
        double to = Math.max(a0, a1);
        double b = a0 <= a1 ? b0 : b1;
        double rise = to - from < 1e-9 ? 0 : (a0 <= a1 ? b1 - b0 : b0 - b1) / (to - from);
        int first = (int) Math.max(0, Math.floor(from));
        int last = (int) Math.min(end - 1.0, Math.floor(to));
        for (int a = first; a <= last; a++) {
            double at = b + (Math.clamp(a + 0.5, from, to) - from) * rise - 0.5;
            int cell = (int) Math.floor(at);
            int share = (int) ((at - cell) * 256);
            if (upright) {
                mix(cell, a, argb, 256 - share);
                mix(cell + 1, a, argb, share);
            } else {
                mix(a, cell, argb, 256 - share);
                mix(a, cell + 1, argb, share);
            }
        }
    }

    /// Lays `share` of 256 of a colour over a pixel.
    private void mix(int x, int y, int argb, int share) {
        if (x < 0 || y < 0 || x >= width || y >= height || share == 0) {
            return;
        }
        int at = y * width + x;
        int under = pixels[at];
        int rest = 256 - share;
        int even = ((argb & 0xFF00FF) * share + (under & 0xFF00FF) * rest) >>> 8 & 0xFF00FF;
        int odd = ((argb >>> 8 & 0xFF00FF) * share + (under >>> 8 & 0xFF00FF) * rest) & 0xFF00FF00;
        pixels[at] = even | odd;
    }
}
