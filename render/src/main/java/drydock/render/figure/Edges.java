package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.routing.Ground;
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
import drydock.render.traffic.Flow;
import drydock.render.traffic.Outside;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The figures of relations. A line is routed again only when one of its ends has moved, or something
/// stands elsewhere that it could run through; its label is placed again only when something near it has changed.
final class Edges {

    private record Ends(Relation relation, Rect from, Rect to, Rect block, boolean outdated) {}

    private record Line(Ends ends, Route route, Optional<Flow> load) {

        Line carrying(Optional<Flow> newLoad) {
            return load.equals(newLoad) ? this : new Line(ends, route, newLoad);
        }
    }

    /// @param width of its label, 0 where it has none
    private record Drawn(Line line, double width, Optional<Rect> label, Figure figure) {}

    private record Between(ResourceId from, ResourceId to) {}

    /// All that the figures of edges depend on.
    private record Asked(
            List<Relation> relations,
            Set<ResourceId> cards,
            Places places,
            Set<ResourceId> outdated,
            List<Flow> flows) {

        boolean isSame(Asked other) {
            return relations.equals(other.relations)
                    && flows.equals(other.flows)
                    && outdated.equals(other.outdated)
                    && cards.equals(other.cards)
                    && places.areSame(other.places);
        }
    }

    private static final Rect NO_BLOCK = new Rect(0, 0, 0, 0);
    private static final double MARGIN = 8;
    private static final double PORT = 16;

    private final Words words;
    private final TextMeasure measure;

    /// What lines are led around.
    private final Ground cards = new Ground();

    /// What no label lies on.
    private final Ground standing = new Ground();

    private final Ground pieces = new Ground();
    private Map<Relation, Drawn> drawnBefore = Map.of();
    private Asked askedBefore = new Asked(List.of(), Set.of(), new Places(), Set.of(), List.of());
    private List<Figure> figuresBefore = List.of();

    Edges(Words words, TextMeasure measure) {
        this.words = words;
        this.measure = measure;
    }

    /// @param outdated the objects that are only known from the past, and with them their edges
    /// @param flows what goes along lines
    List<Figure> of(
            List<Relation> relations, Contents contents, Places places, Set<ResourceId> outdated, List<Flow> flows) {
        Asked asked = new Asked(relations, contents.cards().keySet(), places, outdated, flows);
        if (!asked.isSame(askedBefore)) {
            figuresBefore = drawn(asked);
        }
        askedBefore = asked;
        return figuresBefore;
    }

    private List<Figure> drawn(Asked asked) {
        Places places = asked.places();
        List<Rect> aroundNow = asked.cards().stream()
                .filter(id -> !places.blocks().containsKey(id))
                .map(id -> places.rects().getOrDefault(id, NO_BLOCK))
                .toList();
        Map<Between, Flow> loads = new HashMap<>();
        asked.flows().forEach(flow -> loads.put(new Between(flow.from(), flow.to()), flow));
        drawnBefore = draw(lines(asked.relations(), places, cards.become(aroundNow), asked.outdated(), loads), places);
        return drawnBefore.values().stream().map(Drawn::figure).toList();
    }

    private Map<Relation, Line> lines(
            List<Relation> relations,
            Places places,
            Obstacles changed,
            Set<ResourceId> outdated,
            Map<Between, Flow> loads) {
        Map<Relation, Line> lines = new LinkedHashMap<>();
        for (Relation relation : relations) {
            Rect from = places.end(relation.from());
            Rect to = places.end(relation.to());
            boolean isSeen = relation.kind() == Relation.Kind.OWNS && places.isDocked(relation.to());
            if (from != null && to != null && !isSeen) {
                Ends ends = new Ends(
                        relation,
                        from,
                        to,
                        places.blocks().getOrDefault(relation.to(), NO_BLOCK),
                        outdated.contains(relation.from()) || outdated.contains(relation.to()));
                Drawn before = drawnBefore.get(relation);
                boolean stays =
                        before != null && before.line().ends().equals(ends) && !isConcerned(before.line(), changed);
                Optional<Flow> load = Optional.ofNullable(loads.get(new Between(relation.from(), relation.to())));
                lines.put(
                        relation,
                        stays ? before.line().carrying(load) : new Line(ends, route(ends, cards.obstacles()), load));
            }
        }
        return lines;
    }

    /// Whether the way of a line could be another one after a change.
    private static boolean isConcerned(Line line, Obstacles changed) {
        Rect area =
                line.ends().from().union(line.ends().to()).union(line.route().bounds());
        return changed.touches(area.grown(Router.reach(line.route())));
    }

    /// The lines with their labels. Where the lines are those of before in their order, only labels are
    /// placed again that something has changed near, labels before them included.
    private Map<Relation, Drawn> draw(Map<Relation, Line> lines, Places places) {
        boolean sameLines = List.copyOf(lines.keySet()).equals(List.copyOf(drawnBefore.keySet()));
        List<Rect> standingNow = new ArrayList<>(places.rects().values());
        standingNow.addAll(places.frames().values());
        Obstacles changed = standing.become(standingNow);
        Obstacles changedLines = pieces.become(lines.values().stream()
                .flatMap(line -> EdgeLabels.rects(line.route()).stream())
                .toList());
        EdgeLabels labels = new EdgeLabels(standing.obstacles(), pieces.obstacles());
        Map<Relation, Drawn> drawn = new LinkedHashMap<>();
        lines.forEach((relation, line) -> {
            Optional<Drawn> before = Optional.ofNullable(drawnBefore.get(relation));
            double width = before.map(Drawn::width).orElseGet(() -> width(relation));
            boolean stays = sameLines && before.isPresent() && !isConcerned(before.get(), line, changed, changedLines);
            Optional<Rect> label = stays ? before.get().label() : place(line, width, labels);
            if (stays) {
                label.ifPresent(labels::keep);
            } else if (!label.equals(before.flatMap(Drawn::label))) {
                label.ifPresent(changed::add);
                before.flatMap(Drawn::label).ifPresent(changed::add);
            }
            drawn.put(relation, drawn(line, width, label, before));
        });
        return drawn;
    }

    /// Whether the label of a line could come to lie elsewhere after a change.
    private static boolean isConcerned(Drawn before, Line line, Obstacles changed, Obstacles changedLines) {
        if (before.width() == 0) {
            return false;
        }
        Rect reach = EdgeLabels.reach(line.route(), before.width());
        return !before.line().route().equals(line.route()) || changed.touches(reach) || changedLines.touches(reach);
    }

    private double width(Relation relation) {
        return relation.label().isEmpty() ? 0 : measure.width(relation.label(), TextStyle.SMALL) + 2 * MARGIN;
    }

    private static Optional<Rect> place(Line line, double width, EdgeLabels labels) {
        return width == 0 ? Optional.empty() : labels.place(line.route(), width);
    }

    @SuppressWarnings("ReferenceEquality") // a line that was not led anew is the same
    private Drawn drawn(Line line, double width, Optional<Rect> label, Optional<Drawn> before) {
        return before.filter(known -> known.line() == line && known.label().equals(label))
                .orElseGet(() -> new Drawn(line, width, label, figure(line, label)));
    }

    private Figure figure(Line line, Optional<Rect> label) {
        Relation relation = line.ends().relation();
        Route route = line.route();
        Rect bounds = label.map(route.bounds()::union).orElse(route.bounds()).grown(MARGIN);
        List<Point> points = route.points().stream()
                .map(p -> p.plus(-bounds.x(), -bounds.y()))
                .toList();
        MarkList marks = new MarkList();
        Ink ink = ink(relation);
        line.load().ifPresent(flow -> {
            Ink under = flow.fails() ? Ink.FAILED_SOFT : Ink.ACCENT_SOFT;
            marks.add(new Mark.Line(points, true, false, under, new Stroke(4 + 2.5 * flow.weight(), Dash.SOLID)));
        });
        marks.add(new Mark.Line(points, true, hasArrow(relation.kind()), ink, stroke(relation.kind())));
        label.ifPresent(place -> {
            Rect inside = place.moved(-bounds.x(), -bounds.y());
            marks.backing(inside, 10, TextStyle.SMALL);
            marks.textAround(
                    relation.label(), inside.center().x(), inside.y() + 14, inside.width(), TextStyle.SMALL, ink);
        });
        Figure figure = new Figure(
                new FigureId.Edge(relation.kind().name().toLowerCase(Locale.ROOT), relation.from(), relation.to()),
                bounds,
                Figure.Layer.EDGE,
                marks.marks(),
                description(relation) + line.load().map(this::rate).orElse(""),
                Optional.empty());
        return line.ends().outdated() ? Past.of(figure, words) : figure;
    }

    private static Route route(Ends ends, Obstacles obstacles) {
        return Outside.isOutside(ends.relation().from())
                ? fromOutside(ends, obstacles)
                : route(ends, ends.from(), obstacles);
    }

    /// To the right at first, for below it is what it is called.
    private static Route fromOutside(Ends ends, Obstacles obstacles) {
        Point border = new Point(ends.from().right(), ends.from().center().y());
        Rect port = new Rect(border.x() + PORT, border.y(), 0, 0);
        List<Point> points = new ArrayList<>(List.of(border));
        points.addAll(route(ends, port, obstacles).points());
        return new Route(points);
    }

    private static Route route(Ends ends, Rect from, Obstacles obstacles) {
        Rect block = ends.block();
        if (block.equals(NO_BLOCK)) {
            return Router.route(from, ends.to(), obstacles);
        }
        double gate = block.y() - PodGrid.AISLE / 2;
        double aisle = ends.to().y() - PodGrid.AISLE / 2;
        // Lines of different Services share no upright piece outside, as far as the room goes.
        double trunk = ends.relation().kind() == Relation.Kind.OWNS
                ? block.x() - 16
                : block.x() - 28 - 6 * Hue.number(ends.relation().from());
        return Router.intoRows(from, ends.to(), trunk, gate, block.x() - 8, aisle, obstacles);
    }

    static boolean hasArrow(Relation.Kind kind) {
        return switch (kind) {
            case ENDPOINT_READY,
                    ENDPOINT_SERVING,
                    ENDPOINT_NOT_READY,
                    ENDPOINT_TERMINATING,
                    SELECTS,
                    REQUESTS,
                    REPLACED -> true;
            case OWNS, USES -> false;
        };
    }

    private static Ink ink(Relation relation) {
        return switch (relation.kind()) {
            case OWNS, USES -> Ink.TEXT_MUTED;
            case REPLACED -> Ink.PENDING;
            case REQUESTS -> Ink.ACCENT;
            case ENDPOINT_TERMINATING -> Ink.LEAVING;
            case SELECTS, ENDPOINT_READY, ENDPOINT_SERVING, ENDPOINT_NOT_READY -> Hue.of(relation.from());
        };
    }

    static Stroke stroke(Relation.Kind kind) {
        return switch (kind) {
            case OWNS -> Stroke.THIN;
            case USES -> new Stroke(1.25, Dash.DOTTED);
            case SELECTS -> Stroke.DASHED;
            case REPLACED -> Stroke.BOLD;
            case ENDPOINT_READY -> new Stroke(1.75, Dash.SOLID);
            case ENDPOINT_SERVING -> new Stroke(1.75, Dash.DASHED);
            case ENDPOINT_NOT_READY -> Stroke.DOTTED;
            case ENDPOINT_TERMINATING -> new Stroke(1, Dash.DOTTED);
            case REQUESTS -> new Stroke(1.25, Dash.SOLID);
        };
    }

    private String rate(Flow flow) {
        String rate = words.get("edge.rate", FlowRelations.number(flow.perSecond()));
        return ". " + rate
                + (flow.fails() ? ", " + words.get("edge.failing", FlowRelations.number(flow.failed())) : "");
    }

    private String description(Relation relation) {
        String from = relation.from().name();
        String to = relation.to().name();
        String what = switch (relation.kind()) {
            case OWNS -> words.get("edge.owns");
            case USES -> words.get("edge.uses");
            case SELECTS -> relation.label();
            case REPLACED -> words.get("edge.replaced", relation.label());
            case ENDPOINT_READY -> words.get("edge.endpoint.ready");
            case ENDPOINT_SERVING -> words.get("edge.endpoint.serving");
            case ENDPOINT_NOT_READY -> words.get("edge.endpoint.notReady");
            case ENDPOINT_TERMINATING -> words.get("edge.endpoint.terminating");
            case REQUESTS -> words.get("edge.requests");
        };
        return from + " → " + to + (what.isEmpty() ? "" : ": " + what);
    }
}
