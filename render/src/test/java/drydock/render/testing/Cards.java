package drydock.render.testing;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Align;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Figures of every kind of mark, for tests and measurements.
public final class Cards {

    public static final double WIDTH = 208;
    public static final double HEIGHT = 112;

    private static final Ink[] STATES = {Ink.READY, Ink.PENDING, Ink.FAILED, Ink.SUCCEEDED};

    private Cards() {}

    /// A card such as a Pod's, its state told by `number`.
    public static Figure card(int number, double x, double y) {
        Ink state = STATES[number % STATES.length];
        Ink soft = Ink.valueOf(state.name() + "_SOFT");
        Point badge = new Point(22, 22);
        String name = "nginx-" + number;
        List<Mark> marks = List.of(
                new Mark.Box(new Rect(0, 0, WIDTH, HEIGHT), 8, Ink.SURFACE, state, Stroke.BOLD),
                new Mark.Disc(badge, 9, state, Ink.NONE, Stroke.NONE),
                new Mark.Line(
                        List.of(new Point(18, 22), new Point(21, 25), new Point(26, 19)),
                        false,
                        false,
                        Ink.TEXT_ON_STRONG,
                        Stroke.BOLD),
                new Mark.Arc(badge, 11, 0.3, true, state, Stroke.BOLD),
                label(name, 40, 20, TextStyle.BODY_STRONG, Ink.TEXT),
                label("10.244.1." + number % 250, 40, 36, TextStyle.SMALL, Ink.TEXT_MUTED),
                new Mark.Box(new Rect(12, 48, 88, 24), 5, soft, Ink.NONE, Stroke.NONE),
                label("app", 20, 64, TextStyle.SMALL, Ink.TEXT),
                new Mark.Box(new Rect(108, 48, 88, 24), 5, soft, Ink.NONE, Stroke.NONE),
                label("sidecar", 116, 64, TextStyle.SMALL, Ink.TEXT),
                new Mark.Box(new Rect(12, 74, 184, 12), 2, Ink.SURFACE_SUNKEN, Ink.NONE, Stroke.NONE),
                new Mark.Glyph("volume", new Rect(12, 90, 16, 16), Ink.TEXT_MUTED),
                label("Ready", 150, 102, TextStyle.SMALL_STRONG, state));
        return new Figure(
                        new FigureId.Named(name),
                        new Rect(x, y, WIDTH, HEIGHT),
                        Figure.Layer.CARD,
                        marks,
                        name,
                        Optional.empty())
                .seenAs(new Cell(state, state, Dash.SOLID, name));
    }

    /// A straight or cornered line through `points`, which are in scene units.
    public static Figure edge(String name, Point... points) {
        Rect bounds = new Rect(points[0].x(), points[0].y(), 0, 0);
        for (Point p : points) {
            bounds = bounds.union(new Rect(p.x(), p.y(), 0, 0));
        }
        Rect all = bounds;
        List<Point> inside =
                List.of(points).stream().map(p -> p.plus(-all.x(), -all.y())).toList();
        return new Figure(
                new FigureId.Named(name),
                all,
                Figure.Layer.EDGE,
                List.of(new Mark.Line(inside, true, true, Ink.SERVICE_1, Stroke.BOLD)),
                name,
                Optional.empty());
    }

    /// `count` cards in rows of `columns`.
    public static Scene grid(int count, int columns) {
        List<Figure> figures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            figures.add(card(i, i % columns * (WIDTH + 16), row * (HEIGHT + 16)));
        }
        return scene(figures);
    }

    /// The scene of these figures.
    public static Scene scene(List<Figure> figures) {
        return new Scene(
                figures,
                figures.stream().map(Figure::bounds).reduce(Rect::union).orElse(new Rect(0, 0, 0, 0)));
    }

    private static Mark label(String text, double x, double y, TextStyle style, Ink ink) {
        return new Mark.Label(text, new Point(x, y), WIDTH - x - 4, style, Align.LEFT, ink, false);
    }
}
