package drydock.render.figure;

import drydock.model.resource.ResourceId;
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

    private record Ends(Relation relation, Rect from, Rect to, boolean inGrid, Rect frame) {}

    private static final Rect NO_FRAME = new Rect(0, 0, 0, 0);
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
                .filter(id -> !places.carriers().containsKey(id))
                .map(id -> places.rects().getOrDefault(id, NO_FRAME))
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
            ResourceId node = places.carriers().get(relation.to());
            Rect frame = node == null ? NO_FRAME : places.frames().getOrDefault(node, NO_FRAME);
            boolean inGrid = node != null || contents.grown().containsKey(relation.to());
            Ends ends = new Ends(relation, from, to, inGrid, frame);
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
        Rect label = new Rect(route.label().x() - labelWidth / 2, route.label().y() - 10, labelWidth, 20);
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

    private Route route(Ends ends, Obstacles obstacles) {
        if (!ends.inGrid()) {
            return Router.route(ends.from(), ends.to(), obstacles);
        }
        double aisle = ends.to().y() - PodGrid.AISLE / 2;
        if (!ends.frame().equals(NO_FRAME)) {
            // Lines of different Services share no upright piece, as far as the room goes.
            double trunk =
                    ends.frame().x() - 24 - 8 * Hue.number(ends.relation().from());
            return Router.alongAisle(ends.from(), ends.to(), trunk, aisle);
        }
        return ends.relation().kind() == Relation.Kind.OWNS
                        && ends.to().x() > ends.from().right()
                ? Router.alongAisle(ends.from(), ends.to(), ends.from().right() + 40, aisle)
                : Router.route(ends.from(), ends.to(), obstacles);
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
            case USES -> new Stroke(1, Dash.DOTTED);
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
