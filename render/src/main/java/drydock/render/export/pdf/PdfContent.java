package drydock.render.export.pdf;

import drydock.render.export.Decimal;
import drydock.render.paint.LineShape;
import java.nio.charset.StandardCharsets;

/// A content stream while it is written: operators with what they work on in front (ISO 32000, annex A).
final class PdfContent implements Outline, LineShape.Pen {

    private final StringBuilder text = new StringBuilder(65_536);
    private double x;
    private double y;

    /// One operator.
    PdfContent op(String operator, double... operands) {
        for (double operand : operands) {
            text.append(Decimal.of(operand)).append(' ');
        }
        text.append(operator).append('\n');
        return this;
    }

    /// One operator with what stands in front of it as it is.
    PdfContent raw(String operation) {
        text.append(operation).append('\n');
        return this;
    }

    @Override
    public void moveTo(double newX, double newY) {
        op("m", newX, newY);
        at(newX, newY);
    }

    @Override
    public void lineTo(double newX, double newY) {
        op("l", newX, newY);
        at(newX, newY);
    }

    @Override
    public void curveTo(double cx, double cy, double newX, double newY) {
        cubicTo(
                x + (cx - x) * 2 / 3,
                y + (cy - y) * 2 / 3,
                newX + (cx - newX) * 2 / 3,
                newY + (cy - newY) * 2 / 3,
                newX,
                newY);
    }

    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double newX, double newY) {
        op("c", x1, y1, x2, y2, newX, newY);
        at(newX, newY);
    }

    @Override
    public void close() {
        op("h");
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void at(double newX, double newY) {
        x = newX;
        y = newY;
    }
}
