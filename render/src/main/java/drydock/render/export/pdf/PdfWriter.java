package drydock.render.export.pdf;

import drydock.icons.Icon;
import drydock.render.export.BoxShape;
import drydock.render.export.PngWriter;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.paint.LineShape;
import drydock.render.scene.Figure;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Scene;
import drydock.render.text.TextMeasure;
import drydock.render.theme.Colour;
import drydock.render.theme.TextLook;
import drydock.render.theme.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;

/// Writes scenes as PDF: one page as large as the picture, that needs nothing beside it.
///
/// Lines and areas are vectors. Text can be selected and searched; the fonts it is drawn with are in the
/// file, as far as they are used. Any thread may write.
public final class PdfWriter {

    private static final Stroke ICON_LINE = new Stroke(Icon.LINE_WIDTH, Mark.Dash.SOLID);

    private final Theme theme;
    private final TextMeasure measure;
    private final Supplier<SystemFonts> systemFonts;

    public PdfWriter(Theme theme, TextMeasure measure) {
        this(theme, measure, SystemFonts::here);
    }

    PdfWriter(Theme theme, TextMeasure measure, Supplier<SystemFonts> systemFonts) {
        this.theme = theme;
        this.measure = measure;
        this.systemFonts = systemFonts;
    }

    /// Writes all of `scene` to `out`, which stays open; the same bytes for the same scene and fonts.
    ///
    /// @param title what viewers call the document; may be empty
    /// @return the characters that no font of this machine has, as code points; they are drawn as boxes
    public SortedSet<Integer> write(Scene scene, String title, OutputStream out) throws IOException {
        Drawing drawing = new Drawing(scene.bounds().grown(PngWriter.MARGIN));
        for (Figure figure : scene.figures()) {
            drawing.draw(figure);
        }
        drawing.page.write(title, drawing.content, drawing.lettering, out);
        return drawing.lettering.missing();
    }

    /// One document while it is drawn.
    private final class Drawing {

        private final PdfContent content = new PdfContent();
        private final Lettering lettering = new Lettering(systemFonts);
        private final PdfPage page;

        Drawing(Rect area) {
            page = new PdfPage(area);
            page.begin(content);
            fill(Ink.CANVAS);
            content.op("re", area.x(), area.y(), area.width(), area.height()).op("f");
        }

        void draw(Figure figure) throws IOException {
            content.op("q")
                    .op("cm", 1, 0, 0, 1, figure.bounds().x(), figure.bounds().y());
            if (figure.opacity() < 1) {
                content.raw(page.faded(figure.opacity()));
            }
            for (Mark mark : figure.marks()) {
                draw(mark);
            }
            content.op("Q");
        }

        private void draw(Mark mark) throws IOException {
            switch (mark) {
                case Mark.Box box -> draw(box);
                case Mark.Backing backing -> draw(backing.box());
                case Mark.Label label -> draw(label);
                case Mark.Glyph glyph -> draw(glyph);
                case Mark.Line line -> draw(line);
                case Mark.Polygon polygon -> {
                    closed(polygon.corners());
                    paint(polygon.fill(), polygon.stroke(), polygon.line());
                }
                case Mark.Disc disc -> {
                    circle(disc.center(), disc.radius(), 0, 1);
                    content.close();
                    paint(disc.fill(), disc.stroke(), disc.line());
                }
                case Mark.Arc arc -> {
                    if (arc.share() > 0) {
                        circle(arc.center(), arc.radius(), -0.25, Math.min(1, arc.share()));
                        paint(Ink.NONE, arc.ink(), arc.line());
                    }
                }
            }
        }

        private void draw(Mark.Box box) {
            BoxShape shape = BoxShape.of(box);
            Rect rect = shape.rect();
            double r = shape.radius();
            if (r <= 0) {
                content.op("re", rect.x(), rect.y(), rect.width(), rect.height());
            } else {
                content.moveTo(rect.x() + r, rect.y());
                corner(rect.right() - r, rect.y(), rect.right() - r, rect.y() + r, r, -0.25);
                corner(rect.right(), rect.bottom() - r, rect.right() - r, rect.bottom() - r, r, 0);
                corner(rect.x() + r, rect.bottom(), rect.x() + r, rect.bottom() - r, r, 0.25);
                corner(rect.x(), rect.y() + r, rect.x() + r, rect.y() + r, r, 0.5);
                content.close();
            }
            paint(box.fill(), box.stroke(), box.line());
        }

        private void corner(double x, double y, double centerX, double centerY, double r, double from) {
            content.lineTo(x, y);
            Arcs.draw(content, centerX, centerY, r, r, 0, from * 2 * Math.PI, Math.PI / 2);
        }

        private void draw(Mark.Label label) throws IOException {
            String text = measure.fit(label.text(), label.style(), label.maxWidth());
            if (text.isEmpty() || label.ink() == Ink.NONE) {
                return;
            }
            TextLook look = TextLook.of(label.style());
            double width = lettering.width(text, look);
            double left = switch (label.align()) {
                case LEFT -> label.at().x();
                case CENTER -> label.at().x() - width / 2;
                case RIGHT -> label.at().x() - width;
            };
            fill(label.ink());
            content.op("BT").op("Tm", 1, 0, 0, -1, left, label.at().y());
            content.raw(lettering.shown(text, look)).op("ET");
            if (label.struck()) {
                content.op("re", left, label.at().y() - look.size() * 0.3, width, 1)
                        .op("f");
            }
        }

        private void draw(Mark.Glyph glyph) {
            if (glyph.ink() == Ink.NONE) {
                return;
            }
            Icon icon = Icon.of(glyph.icon());
            Point center = glyph.rect().center();
            double size = Math.min(glyph.rect().width(), glyph.rect().height());
            double scale = size / Icon.GRID;
            content.op("q").op("cm", scale, 0, 0, scale, center.x() - size / 2, center.y() - size / 2);
            if (!icon.area().isEmpty()) {
                fill(glyph.ink());
                PathData.draw(icon.area(), content);
                content.op("f*");
            }
            if (!icon.line().isEmpty()) {
                PathData.draw(icon.line(), content);
                paint(Ink.NONE, glyph.ink(), ICON_LINE);
            }
            content.op("Q");
        }

        private void draw(Mark.Line line) {
            if (line.points().isEmpty()) {
                return;
            }
            LineShape.trace(line, content);
            paint(Ink.NONE, line.ink(), line.line());
            if (line.arrow() && line.points().size() > 1) {
                closed(LineShape.head(line));
                paint(line.ink(), Ink.NONE, Stroke.NONE);
            }
        }

        /// @param from where it begins, as a share of the circle, from 3 o'clock
        private void circle(Point center, double radius, double from, double share) {
            double angle = from * 2 * Math.PI;
            content.moveTo(center.x() + radius * Math.cos(angle), center.y() + radius * Math.sin(angle));
            Arcs.draw(content, center.x(), center.y(), radius, radius, 0, angle, share * 2 * Math.PI);
        }

        private void closed(List<Point> corners) {
            content.moveTo(corners.getFirst().x(), corners.getFirst().y());
            corners.stream().skip(1).forEach(corner -> content.lineTo(corner.x(), corner.y()));
            content.close();
        }

        /// Paints the path that was drawn.
        private void paint(Ink fill, Ink stroke, Stroke line) {
            boolean filled = fill != Ink.NONE;
            boolean stroked = stroke != Ink.NONE && line.width() > 0;
            if (filled) {
                fill(fill);
            }
            if (stroked) {
                pen(stroke, line);
            }
            content.op(filled ? stroked ? "B" : "f" : stroked ? "S" : "n");
        }

        private void fill(Ink ink) {
            Colour colour = theme.colour(ink);
            content.op("rg", colour.red() / 255.0, colour.green() / 255.0, colour.blue() / 255.0);
        }

        private void pen(Ink ink, Stroke line) {
            Colour colour = theme.colour(ink);
            content.op("RG", colour.red() / 255.0, colour.green() / 255.0, colour.blue() / 255.0)
                    .op("w", line.width())
                    .op("j", 1);
            switch (line.dash()) {
                case SOLID -> content.op("J", line.width() > 1 ? 1 : 0).raw("[] 0 d");
                case DASHED -> content.op("J", 0).raw("[6 4] 0 d");
                case DOTTED -> content.op("J", 1).raw("[0.1 4] 0 d");
            }
        }
    }
}
