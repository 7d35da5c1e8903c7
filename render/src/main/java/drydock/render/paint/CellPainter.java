package drydock.render.paint;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.Fonts;
import drydock.render.text.TextMeasure;
import drydock.render.theme.TextLook;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints figures as they look from far away: one cell each, with a name where there is room for one.
final class CellPainter {

    private static final double RADIUS = 8;
    private static final double PADDING = 5;

    /// The side of a flag, in pixels, and how much of a small cell it may take.
    private static final double FLAG_PIXELS = 16;

    /// How wide a band is, and in what cell it is not seen any more.
    private static final double SIDE_PIXELS = 4;

    private static final double LEAST_SIDED_PIXELS = 12;
    private static final double FLAG_SHARE = 0.6;
    private static final double LEAST_SHAPE_PIXELS = 4;

    /// In a narrow cell a name stands only if it is whole; in one narrower than this, none.
    private static final double LEAST_NAME_PIXELS = 32;

    /// How high the head of a frame is, in scene units.
    private static final double FRAME_HEAD = 40;

    /// The side of an icon, in pixels, the smallest that can be told, and how much of a small cell it may take.
    private static final double ICON_PIXELS = 16;

    private static final double LEAST_ICON_PIXELS = 9;
    private static final double ICON_SHARE = 0.75;

    private static final TextStyle NAME = TextStyle.SMALL;
    private static final double NAME_SIZE = TextLook.of(NAME).size();

    private final GraphicsContext g;
    private final Frame frame;
    private final Colours colours;
    private final GlyphImages glyphs;
    private final TextMeasure measure;
    private final Font font = Fonts.font(TextLook.of(NAME), 1);

    CellPainter(GraphicsContext g, Frame frame, Colours colours, GlyphImages glyphs, TextMeasure measure) {
        this.g = g;
        this.frame = frame;
        this.colours = colours;
        this.glyphs = glyphs;
        this.measure = measure;
    }

    /// Paints the cell and its name.
    void paint(Figure figure, Cell cell) {
        Rect seen = snapped(frame.viewport().toScreen(figure.bounds()));
        double arc = Math.min(2 * RADIUS * frame.viewport().scale(), Math.min(seen.width(), seen.height()));
        double width = frame.lineWidth(cell.dash() == Dash.SOLID ? 2 : 1.5);
        Rect inner = seen.grown(-width / 2);
        if (cell.fill() != Ink.NONE) {
            g.setFill(colours.of(cell.fill()));
            g.fillRoundRect(seen.x(), seen.y(), seen.width(), seen.height(), arc, arc);
        }
        if (cell.stroke() != Ink.NONE && cell.stroke() != cell.fill()) {
            pen(cell, width);
            g.strokeRoundRect(inner.x(), inner.y(), inner.width(), inner.height(), arc, arc);
        }
        paintSide(cell, seen);
        paintFlag(cell, seen);
        if (figure.layer() != Figure.Layer.FRAME) {
            paintName(figure, cell, seen);
        }
    }

    /// Paints only the name, where there is room for it.
    void paintName(Figure figure, Cell cell) {
        paintName(figure, cell, snapped(frame.viewport().toScreen(figure.bounds())));
    }

    /// Paints the band at the left side, apart from the cell by a line, where there is room for it.
    private void paintSide(Cell cell, Rect seen) {
        if (cell.side() == Cell.Side.NONE || seen.width() < LEAST_SIDED_PIXELS) {
            return;
        }
        double top = cell.side() == Cell.Side.OLD ? seen.center().y() : seen.y();
        g.setFill(colours.of(Ink.CANVAS));
        g.fillRect(seen.x(), top, SIDE_PIXELS + 1.5, seen.bottom() - top);
        g.setFill(colours.of(cell.side().ink()));
        g.fillRect(seen.x(), top, SIDE_PIXELS, seen.bottom() - top);
    }

    /// Paints in the upper right corner that something is wrong: the whole corner, or a triangle that stands on its
    /// base; apart from the colour of the cell by a rim.
    private void paintFlag(Cell cell, Rect seen) {
        if (cell.flag() == Cell.Flag.NONE) {
            return;
        }
        double size = Math.min(FLAG_PIXELS, Math.min(seen.width(), seen.height()) * FLAG_SHARE);
        double right = seen.x() + seen.width();
        g.setFill(colours.of(cell.flag().ink()));
        if (size < LEAST_SHAPE_PIXELS) {
            paintSmallFlag(cell, seen);
        } else if (cell.flag() == Cell.Flag.ERROR) {
            fillRimmed(
                    cell, new double[] {right - size, right, right}, new double[] {seen.y(), seen.y(), seen.y() + size
                    });
        } else {
            double inset = size * 0.15;
            fillRimmed(cell, new double[] {right - size, right - inset, right - (size + inset) / 2}, new double[] {
                seen.y() + size, seen.y() + size, seen.y() + inset
            });
        }
    }

    private void fillRimmed(Cell cell, double[] x, double[] y) {
        g.setStroke(colours.of(Ink.CANVAS));
        g.setLineWidth(2);
        g.setLineDashes();
        g.strokePolygon(x, y, x.length);
        g.setFill(colours.of(cell.flag().ink()));
        g.fillPolygon(x, y, x.length);
    }

    /// Where a shape could not be told from a blur: a block, of an error twice as high, as in a raster.
    private void paintSmallFlag(Cell cell, Rect seen) {
        double pixel = 1 / frame.outputScale();
        double width = Math.max(pixel, frame.snapped(seen.width() / 2));
        double height = cell.flag() == Cell.Flag.ERROR
                ? Math.min(seen.height(), 2 * width)
                : Math.max(pixel, Math.min(width, frame.snapped(seen.height() / 2)));
        g.fillRect(seen.x() + seen.width() - width, seen.y(), width, height);
    }

    /// Whether cells of this size have room for a name.
    static boolean hasRoom(double width, double height) {
        return width >= 64 && height >= NAME_SIZE + 4;
    }

    private void paintName(Figure figure, Cell cell, Rect seen) {
        boolean signed = cell.sign() != Cell.Sign.NONE;
        double sign = signed ? SignPainter.SIZE + PADDING : 0;
        boolean roomy = hasRoom(seen.width(), seen.height());
        if (!roomy && (seen.width() < LEAST_NAME_PIXELS || seen.height() < NAME_SIZE + 4)) {
            paintInstead(figure, cell, seen);
            return;
        }
        String name = measure.fit(cell.label(), NAME, seen.width() - 2 * PADDING - sign);
        if (!roomy && !name.equals(cell.label())) {
            paintInstead(figure, cell, seen);
            return;
        }
        g.setFont(font);
        g.setFill(colours.of(inkOn(cell.fill())));
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(
                name, seen.center().x() + sign / 2, frame.snapped(seen.center().y() + NAME_SIZE * 0.36));
        double left = seen.center().x() + sign / 2 - measure.width(name, NAME) / 2;
        paintSign(cell, left - sign + SignPainter.SIZE / 2, seen);
    }

    /// Where a name has no room: the sign, or else the figure's icon, so that at least its kind is told.
    private void paintInstead(Figure figure, Cell cell, Rect seen) {
        if (cell.sign() != Cell.Sign.NONE) {
            paintSign(cell, seen.center().x(), seen);
            return;
        }
        double most = Math.min(ICON_PIXELS, Math.min(seen.width(), seen.height()) * ICON_SHARE);
        int pixels = (int) Math.round(most * frame.outputScale());
        if (most < LEAST_ICON_PIXELS) {
            return;
        }
        figure.marks().stream()
                .filter(Mark.Glyph.class::isInstance)
                .map(mark -> ((Mark.Glyph) mark).icon())
                .findFirst()
                .ifPresent(icon ->
                        paintIcon(glyphs.image(icon, colours.of(inkOn(cell.fill())), pixels), seen.center()));
    }

    private void paintIcon(Image icon, Point center) {
        double size = icon.getWidth() / frame.outputScale();
        g.drawImage(icon, frame.snapped(center.x() - size / 2), frame.snapped(center.y() - size / 2), size, size);
    }

    /// Paints the name of a frame in its head, behind its sign. Where the head is lower than the name is high, the name
    /// stands out above it on a plate, rather than on what is in the frame.
    void paintFrameName(Figure figure, Cell cell) {
        Rect seen = snapped(frame.viewport().toScreen(figure.bounds()));
        double sign = cell.sign() == Cell.Sign.NONE ? 0 : SignPainter.SIZE + PADDING;
        String name = measure.fit(cell.label(), NAME, seen.width() - 2 * PADDING - sign);
        if (name.isEmpty() || !hasRoom(seen.width(), seen.height())) {
            return;
        }
        double head = FRAME_HEAD * frame.viewport().scale();
        double baseline = frame.snapped(seen.y() + Math.min(NAME_SIZE * 1.25, head - 2));
        if (head < NAME_SIZE * 1.5) {
            g.setFill(colours.of(cell.fill()));
            g.fillRoundRect(
                    seen.x(),
                    baseline - NAME_SIZE,
                    measure.width(name, NAME) + 2 * PADDING + sign,
                    NAME_SIZE * 1.25,
                    6,
                    6);
        }
        g.setFont(font);
        g.setFill(colours.of(inkOn(cell.fill())));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(name, seen.x() + PADDING + sign, baseline);
        if (sign > 0) {
            g.setStroke(colours.of(cell.stroke()));
            g.setFill(colours.of(cell.stroke()));
            SignPainter.paint(g, cell.sign(), seen.x() + PADDING + SignPainter.SIZE / 2, baseline - NAME_SIZE * 0.36);
        }
    }

    /// Paints the sign, where it fits in.
    private void paintSign(Cell cell, double x, Rect seen) {
        if (cell.sign() != Cell.Sign.NONE && Math.min(seen.width(), seen.height()) >= SignPainter.SIZE + 2) {
            g.setStroke(colours.of(inkOn(cell.fill())));
            g.setFill(colours.of(inkOn(cell.fill())));
            SignPainter.paint(g, cell.sign(), x, seen.center().y());
        }
    }

    /// The ink that text is read in on `fill`.
    private Ink inkOn(Ink fill) {
        if (fill == Ink.NONE) {
            return Ink.TEXT;
        }
        var colour = frame.theme().colour(fill);
        return frame.theme().colour(Ink.TEXT).contrast(colour)
                        >= frame.theme().colour(Ink.TEXT_ON_STRONG).contrast(colour)
                ? Ink.TEXT
                : Ink.TEXT_ON_STRONG;
    }

    private void pen(Cell cell, double width) {
        g.setStroke(colours.of(cell.stroke()));
        g.setLineWidth(width);
        g.setLineCap(StrokeLineCap.BUTT);
        switch (cell.dash()) {
            case SOLID -> g.setLineDashes();
            case DASHED -> g.setLineDashes(4, 3);
            case DOTTED -> g.setLineDashes(Stroke.THIN.width(), 2);
        }
    }

    private Rect snapped(Rect rect) {
        double x = frame.snapped(rect.x());
        double y = frame.snapped(rect.y());
        double pixel = 1 / frame.outputScale();
        return new Rect(
                x,
                y,
                Math.max(pixel, frame.snapped(rect.right()) - x),
                Math.max(pixel, frame.snapped(rect.bottom()) - y));
    }
}
