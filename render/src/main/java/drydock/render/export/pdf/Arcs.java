package drydock.render.export.pdf;

/// Arcs as cubic pieces, none longer than a quarter of the ellipse.
final class Arcs {

    private Arcs() {}

    /// Continues `to` along an ellipse, from the angle `from` over `sweep`, both in radians, clockwise where y grows
    /// down.
    ///
    /// @param turned by how much the ellipse's own axes are turned
    static void draw(
            Outline to,
            double centerX,
            double centerY,
            double rx,
            double ry,
            double turned,
            double from,
            double sweep) {
        int pieces = Math.max(1, (int) Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
        double step = sweep / pieces;
        double reach = 4.0 / 3 * Math.tan(step / 4);
        double cos = Math.cos(turned);
        double sin = Math.sin(turned);
        for (int i = 0; i < pieces; i++) {
            double a = from + i * step;
            double b = a + step;
            double x1 = rx * (Math.cos(a) - reach * Math.sin(a));
            double y1 = ry * (Math.sin(a) + reach * Math.cos(a));
            double x2 = rx * (Math.cos(b) + reach * Math.sin(b));
            double y2 = ry * (Math.sin(b) - reach * Math.cos(b));
            double x = rx * Math.cos(b);
            double y = ry * Math.sin(b);
            to.cubicTo(
                    centerX + cos * x1 - sin * y1,
                    centerY + sin * x1 + cos * y1,
                    centerX + cos * x2 - sin * y2,
                    centerY + sin * x2 + cos * y2,
                    centerX + cos * x - sin * y,
                    centerY + sin * x + cos * y);
        }
    }
}
