package drydock.render.export;

import drydock.render.geometry.Point;
import drydock.render.paint.LineShape;

/// An outline as SVG path data.
final class SvgPath implements LineShape.Pen {

    private final StringBuilder data = new StringBuilder();

    /// An arc from 12 o'clock clockwise over `share` of a circle, more than 0 and less than 1.
    static String arc(Point center, double radius, double share) {
        double angle = share * 2 * Math.PI;
        SvgPath path = new SvgPath();
        path.moveTo(center.x(), center.y() - radius);
        path.data
                .append('A')
                .append(Decimal.of(radius))
                .append(' ')
                .append(Decimal.of(radius))
                .append(" 0 ")
                .append(share > 0.5 ? '1' : '0')
                .append(" 1");
        path.point(' ', center.x() + radius * Math.sin(angle), center.y() - radius * Math.cos(angle));
        return path.toString();
    }

    @Override
    public void moveTo(double x, double y) {
        point('M', x, y);
    }

    @Override
    public void lineTo(double x, double y) {
        point('L', x, y);
    }

    @Override
    public void curveTo(double controlX, double controlY, double x, double y) {
        point('Q', controlX, controlY);
        point(' ', x, y);
    }

    @Override
    public String toString() {
        return data.toString();
    }

    private void point(char command, double x, double y) {
        data.append(command).append(Decimal.of(x)).append(' ').append(Decimal.of(y));
    }
}
