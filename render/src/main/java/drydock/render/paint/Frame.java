package drydock.render.paint;

import drydock.render.geometry.Rect;
import drydock.render.theme.Theme;
import drydock.render.viewport.Viewport;

/// What one painting shows, and when.
///
/// @param width of the canvas, in logical pixels
/// @param height of the canvas, in logical pixels
/// @param outputScale device pixels for one logical pixel: 2 on a screen at 200 %
/// @param seconds since anything, for what turns; the same number paints the same picture
public record Frame(Theme theme, Viewport viewport, double width, double height, double outputScale, double seconds) {

    public Frame {
        if (!(width >= 0 && height >= 0 && outputScale > 0)) {
            throw new IllegalArgumentException(width + " by " + height + " at " + outputScale);
        }
    }

    /// The part of the scene that is in view.
    public Rect visible() {
        return viewport.visible(width, height);
    }

    /// The nearest whole device pixel, in logical pixels.
    double snapped(double logical) {
        return Math.round(logical * outputScale) / outputScale;
    }

    /// A line of `units` of the scene as wide as whole device pixels come nearest to; at least one.
    double lineWidth(double units) {
        return Math.max(1, Math.round(units * viewport.scale() * outputScale)) / outputScale;
    }
}
