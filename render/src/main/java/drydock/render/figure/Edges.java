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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The figures of relations. A line is routed again only when one of its ends has moved, or something
/// stands elsewhere that it could run through.
final class Edges {

    private record Ends(Relation relation, Rect from, Rect to, Rect block, boolean outdated) {}

    private record Line(Ends ends, Route route) {}

    private record Drawn(Line line, Optional<Rect> label) {}

    private static final Rect NO_BLOCK = new Rect(0, 0, 0, 0);
    private static final double MARGIN = 8;

    private final Words words;
    private final TextMeasure measure;
    private Map<Ends, Line> linesBefore = Map.of();
    private List<Rect> obstaclesBefore = List.of();
    private Map<Drawn, Figure> figuresBefore = Map.of();

    Edges(Words words, TextMeasure measure) {
        this.words = words;
        this.measure = measure;
    }

    /// @param outdated the objects that are only known from the past, and with them their edges
    List<Figure> of(List<Relation> relations, Contents contents, Places places, Set<ResourceId> outdated) {
        List<Rect> standing = contents.cards().keySet().stream()
                .filter(id -> !places.blocks().containsKey(id))
                .map(id -> places.rects().getOrDefault(id, NO_BLOCK))
                .toList();
        Map<Ends, Line> lines = lines(relations, places, standing, outdated);
        if (!lines.keySet().equals(linesBefore.keySet()) || !standing.equals(obstaclesBefore)) {
            figuresBefore = draw(List.copyOf(lines.values()), places);
        }
        linesBefore = lines;
        obstaclesBefore = standing;
        return List.copyOf(figuresBefore.values());
    }

    private Map<Ends, Line> lines(
            List<Relation> relations, Places places, List<Rect> standing, Set<ResourceId> outdated) {
        Obstacles obstacles = new Obstacles();
        standing.forEach(obstacles::add);
        Obstacles changed = changed(standing);
        Map<Ends, Line> lines = new LinkedHashMap<>();
        for (Relation relation : relations) {
            Rect from = places.rects().get(relation.from());
            Rect to = places.rects().get(relation.to());
            if (from != null && to != null) {
                Ends ends = new Ends(
                        relation,
                        from,
                        to,
                        places.blocks().getOrDefault(relation.to(), NO_BLOCK),
                        outdated.contains(relation.from()) || outdated.contains(relation.to()));
                Line line = linesBefore.get(ends);
                lines.put(
                        ends,
                        line == null || isConcerned(line, changed) ? new Line(ends, route(ends, obstacles)) : line);
            }
        }
        return lines;
    }

    /// What stands somewhere where nothing stood before, and where something stood that stands there no more.
    private Obstacles changed(List<Rect> standing) {
        Obstacles changed = new Obstacles();
        if (!standing.equals(obstaclesBefore)) {
            Set<Rect> now = new HashSet<>(standing);
            Set<Rect> before = new HashSet<>(obstaclesBefore);
            standing.stream().filter(rect -> !before.contains(rect)).forEach(changed::add);
            obstaclesBefore.stream().filter(rect -> !now.contains(rect)).forEach(changed::add);
        }
        return changed;
    }

    /// Whether the way of a line could be another one after a change.
    private static boolean isConcerned(Line line, Obstacles changed) {
        Rect area =
                line.ends().from().union(line.ends().to()).union(line.route().bounds());
        return changed.touching(area.grown(Router.reach(line.route())))
                .findAny()
                .isPresent();
    }

    private Map<Drawn, Figure> draw(List<Line> lines, Places places) {
        EdgeLabels labels = new EdgeLabels(
                Stream.concat(places.rects().values().stream(), places.frames().values().stream()),
                lines.stream().map(Line::route));
        Map<Drawn, Figure> figures = new LinkedHashMap<>();
        for (Line line : lines) {
            String text = line.ends().relation().label();
            Optional<Rect> label = text.isEmpty()
                    ? Optional.empty()
                    : labels.place(line.route(), measure.width(text, TextStyle.SMALL) + 2 * MARGIN);
            Drawn drawn = new Drawn(line, label);
            Figure before = figuresBefore.get(drawn);
            figures.put(drawn, before == null ? draw(line, label) : before);
        }
        return figures;
    }

    private Figure draw(Line line, Optional<Rect> label) {
        Relation relation = line.ends().relation();
        Route route = line.route();
        Rect bounds = label.map(route.bounds()::union).orElse(route.bounds()).grown(MARGIN);
        List<Point> points = route.points().stream()
                .map(p -> p.plus(-bounds.x(), -bounds.y()))
                .toList();
        MarkList marks = new MarkList();
        Ink ink = ink(relation);
        marks.add(new Mark.Line(points, true, hasArrow(relation.kind()), ink, stroke(relation.kind())));
        label.ifPresent(place -> {
            Rect inside = place.moved(-bounds.x(), -bounds.y());
            marks.box(inside, 10, Ink.CANVAS, Ink.NONE, Stroke.NONE);
            marks.textAround(
                    relation.label(), inside.center().x(), inside.y() + 14, inside.width(), TextStyle.SMALL, ink);
        });
        Figure figure = new Figure(
                new FigureId.Edge(relation.kind().name().toLowerCase(Locale.ROOT), relation.from(), relation.to()),
                bounds,
                Figure.Layer.EDGE,
                marks.marks(),
                description(relation),
                Optional.empty());
        return line.ends().outdated() ? Past.of(figure, words) : figure;
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

    static boolean hasArrow(Relation.Kind kind) {
        return switch (kind) {
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

    static Stroke stroke(Relation.Kind kind) {
        return switch (kind) {
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
