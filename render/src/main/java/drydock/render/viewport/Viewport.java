package drydock.render.viewport;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;

/// Which part of a scene a screen shows: `screen = scene * scale + offset`, in logical pixels.
///
/// @param scale pixels for one scene unit, from [#MIN_SCALE] to [#MAX_SCALE]
/// @param offsetX where the scene's origin stands on the screen
/// @param offsetY where the scene's origin stands on the screen
public record Viewport(double scale, double offsetX, double offsetY) {

    /// Small enough that 5,000 nodes are seen at once.
    public static final double MIN_SCALE = 0.005;

    public static final double MAX_SCALE = 8;

    /// 100 %, the origin at the upper left corner.
    public static final Viewport IDENTITY = new Viewport(1, 0, 0);

    public Viewport {
        if (!(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
            throw new IllegalArgumentException("scale " + scale);
        }
        if (!Double.isFinite(offsetX) || !Double.isFinite(offsetY)) {
            throw new IllegalArgumentException("offset " + offsetX + ", " + offsetY);
        }
    }

    /// The viewport that shows all of `bounds` in the middle of a screen of `width` by `height` pixels, with at least
    /// `margin` pixels around it, at no more than `maxScale`. What is too large for the smallest scale is centred.
    public static Viewport fitting(Rect bounds, double width, double height, double margin, double maxScale) {
        double across = Math.max(1, width - 2 * margin) / Math.max(1, bounds.width());
        double down = Math.max(1, height - 2 * margin) / Math.max(1, bounds.height());
        double scale = limited(Math.min(maxScale, Math.min(across, down)));
        return centred(bounds.center(), scale, width, height);
    }

    /// The viewport that shows `center` in the middle of a screen of `width` by `height` pixels.
    public static Viewport centred(Point center, double scale, double width, double height) {
        double limited = limited(scale);
        return new Viewport(limited, width / 2 - center.x() * limited, height / 2 - center.y() * limited);
    }

    /// Larger by `factor`, within the limits; what stands at (`x`, `y`) of the screen stays there.
    public Viewport zoomed(double factor, double x, double y) {
        return scaledTo(scale * factor, x, y);
    }

    /// At `newScale`, within the limits; what stands at (`x`, `y`) of the screen stays there.
    public Viewport scaledTo(double newScale, double x, double y) {
        double limited = limited(newScale);
        double ratio = limited / scale;
        return new Viewport(limited, x - (x - offsetX) * ratio, y - (y - offsetY) * ratio);
    }

    /// Moved so that the scene goes along with the pointer by (`dx`, `dy`) pixels.
    public Viewport panned(double dx, double dy) {
        return new Viewport(scale, offsetX + dx, offsetY + dy);
    }

    /// Moved as little as shows all of `bounds` with `margin` pixels around it; what is larger than the screen shows
    /// its upper left corner.
    public Viewport revealing(Rect bounds, double width, double height, double margin) {
        Rect seen = toScreen(bounds);
        return panned(
                shift(seen.x() - margin, seen.right() + margin, width),
                shift(seen.y() - margin, seen.bottom() + margin, height));
    }

    /// The viewport that lies `share` (0 to 1) of the way to `target`: scale by ratio, so that a zoom looks even.
    public Viewport towards(Viewport target, double share) {
        if (share >= 1) {
            return target;
        }
        double between = scale * Math.pow(target.scale / scale, share);
        double weight = Math.abs(target.scale - scale) < 1e-9 ? share : (between - scale) / (target.scale - scale);
        return new Viewport(
                limited(between),
                offsetX + (target.offsetX - offsetX) * weight,
                offsetY + (target.offsetY - offsetY) * weight);
    }

    public double toScreenX(double sceneX) {
        return sceneX * scale + offsetX;
    }

    public double toScreenY(double sceneY) {
        return sceneY * scale + offsetY;
    }

    public Point toScreen(Point scene) {
        return new Point(toScreenX(scene.x()), toScreenY(scene.y()));
    }

    public Rect toScreen(Rect scene) {
        return new Rect(toScreenX(scene.x()), toScreenY(scene.y()), scene.width() * scale, scene.height() * scale);
    }

    public Point toScene(double screenX, double screenY) {
        return new Point((screenX - offsetX) / scale, (screenY - offsetY) / scale);
    }

    public Rect toScene(Rect screen) {
        Point corner = toScene(screen.x(), screen.y());
        return new Rect(corner.x(), corner.y(), screen.width() / scale, screen.height() / scale);
    }

    /// The part of the scene that a screen of `width` by `height` pixels shows.
    public Rect visible(double width, double height) {
        return toScene(new Rect(0, 0, width, height));
    }

    private static double limited(double scale) {
        return Math.clamp(scale, MIN_SCALE, MAX_SCALE);
    }

    private static double shift(double from, double to, double size) {
        if (from < 0 || to - from > size) {
            return -from;
        }
        return to > size ? size - to : 0;
    }
}
