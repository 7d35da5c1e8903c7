package drydock.render.export.pdf;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;

/// One glyph as a program for Type 2 charstrings (Adobe Technical Note 5177), a thousand units to the em.
final class Charstring {

    private static final int RLINETO = 5;
    private static final int RRCURVETO = 8;
    private static final int ENDCHAR = 14;
    private static final int RMOVETO = 21;
    private static final int FIXED = 255;
    private static final int ONE = 1 << 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final double scale;
    private double x;
    private double y;

    /// Where the pen is, in 65,536ths of a unit, so that nothing adds up that was rounded.
    private long penX;

    private long penY;

    private Charstring(double scale) {
        this.scale = scale;
    }

    /// @param scale makes thousandths of an em of the outline's units
    /// @param width in thousandths of an em
    static byte[] of(Shape outline, double scale, double width) {
        Charstring glyph = new Charstring(scale);
        glyph.number(fixed(width));
        double[] to = new double[6];
        for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
            glyph.piece(path.currentSegment(to), to);
        }
        glyph.bytes.write(ENDCHAR);
        return glyph.bytes.toByteArray();
    }

    private void piece(int kind, double[] to) {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> straight(RMOVETO, to[0], to[1]);
            case PathIterator.SEG_LINETO -> straight(RLINETO, to[0], to[1]);
            case PathIterator.SEG_QUADTO ->
                curve(
                        x + (to[0] - x) * 2 / 3,
                        y + (to[1] - y) * 2 / 3,
                        to[2] + (to[0] - to[2]) * 2 / 3,
                        to[3] + (to[1] - to[3]) * 2 / 3,
                        to[2],
                        to[3]);
            case PathIterator.SEG_CUBICTO -> curve(to[0], to[1], to[2], to[3], to[4], to[5]);
            default -> {
                // each part of a glyph is closed by itself
            }
        }
    }

    private void straight(int operator, double newX, double newY) {
        go(newX, newY);
        bytes.write(operator);
    }

    private void curve(double x1, double y1, double x2, double y2, double newX, double newY) {
        go(x1, y1);
        go(x2, y2);
        go(newX, newY);
        bytes.write(RRCURVETO);
    }

    private void go(double newX, double newY) {
        long toX = fixed(newX * scale);
        long toY = fixed(newY * scale);
        number(toX - penX);
        number(toY - penY);
        penX = toX;
        penY = toY;
        x = newX;
        y = newY;
    }

    private static long fixed(double value) {
        return Math.round(value * ONE);
    }

    private void number(long fixed) {
        long whole = fixed / ONE;
        if (fixed % ONE != 0 || Math.abs(whole) > 1_131) {
            bytes.write(FIXED);
            for (int shift = 24; shift >= 0; shift -= 8) {
                bytes.write((int) (fixed >> shift));
            }
        } else if (Math.abs(whole) <= 107) {
            bytes.write((int) whole + 139);
        } else {
            int rest = (int) Math.abs(whole) - 108;
            bytes.write((whole > 0 ? 247 : 251) + rest / 256);
            bytes.write(rest % 256);
        }
    }
}
