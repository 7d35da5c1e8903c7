package drydock.render.figure;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.routing.Obstacles;
import drydock.render.routing.Route;
import drydock.render.routing.Router;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.TextMeasure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The figures of relations. A line is routed again only when one of its ends has moved, or something
/// stands elsewhere that it could run through.
final class Edges {

    private record Ends(Relation relation, Rect from, Rect to, Rect block) {}

    private static final Rect NO_BLOCK = new Rect(0, 0, 0, 0);
    private static final double MARGIN = 8;

    private final Words words;
    private final TextMeasure measure;
    private Map<Ends, Figure> before = new HashMap<>();
    private List<Rect> obstaclesBefore = List.of();

    Edges(Words words, TextMeasure measure) {
        this.words = words;
        this.measure = measure;
    }

    List<Figure> of(List<Relation> relations, Contents contents, Places places) {
        List<Rect> standing = contents.cards().keySet().stream()
                .filter(id -> !places.blocks().containsKey(id))
                .map(id -> places.rects().getOrDefault(id, NO_BLOCK))
                .toList();
        Obstacles obstacles = new Obstacles();
        standing.forEach(obstacles::add);
        Map<Ends, Figure> reusable = standing.equals(obstaclesBefore) ? before : Map.of();
        Map<Ends, Figure> current = new HashMap<>();
        List<Figure> result = new ArrayList<>(relations.size());
        for (Relation relation : relations) {
            Rect from = places.rects().get(relation.from());
            Rect to = places.rects().get(relation.to());
            if (from == null || to == null) {
                continue;
            }
            Ends ends = new Ends(relation, from, to, places.blocks().getOrDefault(relation.to(), NO_BLOCK));
            Figure figure = reusable.containsKey(ends) ? reusable.get(ends) : draw(ends, obstacles);
            current.put(ends, figure);
            result.add(figure);
        }
        before = current;
        obstaclesBefore = standing;
        return result;
    }

    private Figure draw(Ends ends, Obstacles obstacles) {
        Relation relation = ends.relation();
        Route route = route(ends, obstacles);
        double labelWidth =
                relation.label().isEmpty() ? 0 : measure.width(relation.label(), TextStyle.SMALL) + 2 * MARGIN;
        Point middle = route.label(labelWidth);
        Rect label = new Rect(middle.x() - labelWidth / 2, middle.y() - 10, labelWidth, 20);
        Rect bounds = (labelWidth == 0 ? route.bounds() : route.bounds().union(label)).grown(MARGIN);
        List<Point> points = route.points().stream()
                .map(p -> p.plus(-bounds.x(), -bounds.y()))
                .toList();
        MarkList marks = new MarkList();
        Ink ink = ink(relation);
        marks.add(new Mark.Line(points, true, hasArrow(relation), ink, stroke(relation)));
        if (labelWidth > 0) {
            Rect inside = label.moved(-bounds.x(), -bounds.y());
            marks.box(inside, 10, Ink.CANVAS, Ink.NONE, Stroke.NONE);
            marks.textAround(
                    relation.label(), inside.center().x(), inside.y() + 14, inside.width(), TextStyle.SMALL, ink);
        }
        return new Figure(
                new FigureId.Edge(relation.kind().name().toLowerCase(Locale.ROOT), relation.from(), relation.to()),
                bounds,
                Figure.Layer.EDGE,
                marks.marks(),
                description(relation),
                Optional.empty());
    }

    private static Route route(Ends ends, Obstacles obstacles) {
        Rect block = ends.block();
        if (block.equals(NO_BLOCK)) {
            return Router.route(ends.from(), ends.to(), obstacles);
        }
        double gate = block.y() - PodGrid.AISLE / 2;
        double aisle = ends.to().y() - PodGrid.AISLE / 2;
        // Lines of different Services share no upright piece outside, as far as the room goes.
        double trunk = ends.relation().kind() == Relation.Kind.OWNS
                ? block.x() - 16
                : block.x() - 28 - 6 * Hue.number(ends.relation().from());
        return Router.intoRows(ends.from(), ends.to(), trunk, gate, block.x() - 8, aisle, obstacles);
    }

    private static boolean hasArrow(Relation relation) {
        return switch (relation.kind()) {
            case ENDPOINT_READY, ENDPOINT_NOT_READY, SELECTS -> true;
            case OWNS, USES -> false;
        };
    }

    private static Ink ink(Relation relation) {
        return switch (relation.kind()) {
            case OWNS, USES -> Ink.TEXT_MUTED;
            case SELECTS, ENDPOINT_READY, ENDPOINT_NOT_READY -> Hue.of(relation.from());
        };
    }

    private static Stroke stroke(Relation relation) {
        return switch (relation.kind()) {
            case OWNS -> Stroke.THIN;
            case USES -> new Stroke(1.25, Dash.DOTTED);
            case SELECTS -> Stroke.DASHED;
            case ENDPOINT_READY -> new Stroke(1.75, Dash.SOLID);
            case ENDPOINT_NOT_READY -> Stroke.DOTTED;
        };
    }

    private String description(Relation relation) {
        String from = relation.from().name();
        String to = relation.to().name();
        String what = switch (relation.kind()) {
            case OWNS -> words.get("edge.owns");
            case USES -> words.get("edge.uses");
            case SELECTS -> relation.label();
            case ENDPOINT_READY -> words.get("edge.endpoint.ready");
            case ENDPOINT_NOT_READY -> words.get("edge.endpoint.notReady");
        };
        return from + " → " + to + (what.isEmpty() ? "" : ": " + what);
    }
}
