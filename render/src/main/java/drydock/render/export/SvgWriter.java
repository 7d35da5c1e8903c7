package drydock.render.export;

import drydock.icons.Icon;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.paint.LineShape;
import drydock.render.scene.Figure;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Scene;
import drydock.render.text.TextMeasure;
import drydock.render.theme.TextLook;
import drydock.render.theme.Theme;
import java.util.List;

/// Writes scenes as SVG: one file that needs nothing beside it and looks in a browser as it is painted.
///
/// Fonts are named with what stands in for them; text is cut where the canvas cuts it.
public final class SvgWriter {

    private final Theme theme;
    private final TextMeasure measure;

    public SvgWriter(Theme theme, TextMeasure measure) {
        this.theme = theme;
        this.measure = measure;
    }

    /// The whole of `scene` as a document, the same for the same scene.
    public String write(Scene scene) {
        Rect area = scene.bounds().grown(PngWriter.MARGIN);
        SvgText svg = new SvgText();
        svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").open("svg");
        svg.attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("width", area.width())
                .attribute("height", area.height())
                .attribute("viewBox", area.x(), area.y(), area.width(), area.height())
                .body();
        svg.open("rect");
        at(svg, area).attribute("fill", hex(Ink.CANVAS)).close();
        scene.figures().forEach(figure -> write(svg, figure));
        return svg.raw("</svg>\n").toString();
    }

    private void write(SvgText svg, Figure figure) {
        svg.open("g")
                .attribute(
                        "transform",
                        "translate(" + Decimal.of(figure.bounds().x()) + " "
                                + Decimal.of(figure.bounds().y()) + ")");
        if (figure.opacity() < 1) {
            svg.attribute("opacity", figure.opacity());
        }
        svg.body().open("title").body().text(figure.description()).raw("</title>\n");
        figure.marks().forEach(mark -> write(svg, mark));
        svg.raw("</g>\n");
    }

    private void write(SvgText svg, Mark mark) {
        switch (mark) {
            case Mark.Box box -> write(svg, box);
            case Mark.Backing backing -> write(svg, backing.box());
            case Mark.Label label -> write(svg, label);
            case Mark.Glyph glyph -> write(svg, glyph);
            case Mark.Line line -> write(svg, line);
            case Mark.Polygon polygon -> {
                svg.open("polygon").attribute("points", points(polygon.corners()));
                paint(svg, polygon.fill(), polygon.stroke(), polygon.line()).close();
            }
            case Mark.Disc disc -> {
                svg.open("circle")
                        .attribute("cx", disc.center().x())
                        .attribute("cy", disc.center().y())
                        .attribute("r", disc.radius());
                paint(svg, disc.fill(), disc.stroke(), disc.line()).close();
            }
            case Mark.Arc arc -> write(svg, arc);
        }
    }

    private void write(SvgText svg, Mark.Box box) {
        BoxShape shape = BoxShape.of(box);
        svg.open("rect");
        at(svg, shape.rect()).attribute("rx", shape.radius());
        paint(svg, box.fill(), box.stroke(), box.line()).close();
    }

    private void write(SvgText svg, Mark.Label label) {
        String text = measure.fit(label.text(), label.style(), label.maxWidth());
        if (text.isEmpty() || label.ink() == Ink.NONE) {
            return;
        }
        TextLook look = TextLook.of(label.style());
        svg.open("text")
                .attribute("x", label.at().x())
                .attribute("y", label.at().y())
                .attribute(
                        "font-family",
                        "'" + look.family().familyName() + "','Noto Sans CJK SC',"
                                + look.family().fallback())
                .attribute("font-size", look.size())
                .attribute("font-weight", look.weight().number())
                .attribute("fill", hex(label.ink()))
                .attribute("xml:space", "preserve");
        switch (label.align()) {
            case LEFT -> {}
            case CENTER -> svg.attribute("text-anchor", "middle");
            case RIGHT -> svg.attribute("text-anchor", "end");
        }
        if (label.struck()) {
            svg.attribute("text-decoration", "line-through");
        }
        svg.body().text(text).raw("</text>\n");
    }

    private void write(SvgText svg, Mark.Glyph glyph) {
        if (glyph.ink() == Ink.NONE) {
            return;
        }
        Icon icon = Icon.of(glyph.icon());
        Rect rect = glyph.rect();
        double size = Math.min(rect.width(), rect.height());
        String place = "translate(" + Decimal.of(rect.center().x() - size / 2) + " "
                + Decimal.of(rect.center().y() - size / 2) + ") scale(" + Decimal.of(size / Icon.GRID) + ")";
        svg.open("g").attribute("transform", place).body();
        if (!icon.area().isEmpty()) {
            svg.open("path").attribute("d", icon.area()).attribute("fill-rule", "evenodd");
            svg.attribute("fill", hex(glyph.ink())).close();
        }
        if (!icon.line().isEmpty()) {
            svg.open("path").attribute("d", icon.line());
            paint(svg, Ink.NONE, glyph.ink(), new Stroke(Icon.LINE_WIDTH, Mark.Dash.SOLID))
                    .close();
        }
        svg.raw("</g>\n");
    }

    private void write(SvgText svg, Mark.Line line) {
        SvgPath path = new SvgPath();
        LineShape.trace(line, path);
        svg.open("path").attribute("d", path.toString());
        paint(svg, Ink.NONE, line.ink(), line.line()).close();
        if (line.arrow()) {
            svg.open("polygon").attribute("points", points(LineShape.head(line)));
            paint(svg, line.ink(), Ink.NONE, Stroke.NONE).close();
        }
    }

    private void write(SvgText svg, Mark.Arc arc) {
        if (arc.share() <= 0) {
            return;
        }
        svg.open("path").attribute("d", SvgPath.arc(arc.center(), arc.radius(), Math.min(0.9999, arc.share())));
        paint(svg, Ink.NONE, arc.ink(), arc.line()).close();
    }

    private SvgText paint(SvgText svg, Ink fill, Ink stroke, Stroke line) {
        svg.attribute("fill", fill == Ink.NONE ? "none" : hex(fill));
        if (stroke == Ink.NONE || line.width() <= 0) {
            return svg;
        }
        svg.attribute("stroke", hex(stroke)).attribute("stroke-width", line.width());
        return switch (line.dash()) {
            case SOLID ->
                svg.attribute("stroke-linecap", line.width() > 1 ? "round" : "butt")
                        .attribute("stroke-linejoin", "round");
            case DASHED -> svg.attribute("stroke-dasharray", "6 4");
            case DOTTED -> svg.attribute("stroke-dasharray", "0.1 4").attribute("stroke-linecap", "round");
        };
    }

    private static SvgText at(SvgText svg, Rect rect) {
        return svg.attribute("x", rect.x())
                .attribute("y", rect.y())
                .attribute("width", rect.width())
                .attribute("height", rect.height());
    }

    private String hex(Ink ink) {
        return theme.colour(ink).hex();
    }

    private static String points(List<Point> points) {
        StringBuilder text = new StringBuilder();
        for (Point p : points) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(Decimal.of(p.x()))
                    .append(',')
                    .append(Decimal.of(p.y()));
        }
        return text.toString();
    }
}
