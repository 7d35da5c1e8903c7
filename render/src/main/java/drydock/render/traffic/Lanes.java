package drydock.render.traffic;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The lanes of one scene: along its lines where there are some, else straight from figure to figure.
public final class Lanes {

    private static final List<String> LINES = List.of(
            "requests",
            "endpoint_ready",
            "endpoint_serving",
            "endpoint_not_ready",
            "endpoint_terminating",
            "uses",
            "selects");

    /// How far a request is seen to go that comes nowhere, and how far into a Pod the last piece leads.
    private static final double STUB = 72;

    private static final double INSIDE = 40;

    private final SceneIndex index;
    private final Map<List<ResourceId>, Optional<Lane>> lanes = new HashMap<>();

    public Lanes(SceneIndex index) {
        this.index = index;
    }

    /// The scene whose lanes they are.
    public SceneIndex index() {
        return index;
    }

    /// The lane of a way; empty if its first figure is not there.
    public Optional<Lane> of(Way way) {
        return lanes.computeIfAbsent(way.stops(), this::find);
    }

    private Optional<Lane> find(List<ResourceId> stops) {
        List<ResourceId> drawn =
                stops.stream().filter(stop -> figure(stop).isPresent()).toList();
        if (drawn.isEmpty() || !drawn.getFirst().equals(stops.getFirst())) {
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < drawn.size(); i++) {
            points.addAll(piece(drawn.get(i - 1), drawn.get(i)));
        }
        Rect last = figure(drawn.getLast()).orElseThrow().bounds();
        if (points.isEmpty()) {
            points.add(new Point(last.right(), last.center().y()));
            points.add(new Point(last.right() + STUB, last.center().y()));
        } else if (drawn.getLast().kind().equals("Pod")) {
            points.add(new Point(last.center().x(), last.y() + Math.min(INSIDE, last.height() / 2)));
        }
        return Optional.of(new Lane(points));
    }

    private List<Point> piece(ResourceId from, ResourceId to) {
        return LINES.stream()
                .flatMap(line -> Stream.concat(
                        points(new FigureId.Edge(line, from, to)).stream(),
                        points(new FigureId.Edge(line, to, from)).map(List::reversed).stream()))
                .findFirst()
                .orElseGet(() -> straight(from, to));
    }

    private Optional<List<Point>> points(FigureId.Edge line) {
        return index.find(line)
                .flatMap(figure -> figure.marks().stream()
                        .filter(Mark.Line.class::isInstance)
                        .map(Mark.Line.class::cast)
                        .findFirst()
                        .map(mark -> mark.points().stream()
                                .map(p -> p.plus(
                                        figure.bounds().x(), figure.bounds().y()))
                                .toList()));
    }

    private List<Point> straight(ResourceId from, ResourceId to) {
        return List.of(anchor(from), anchor(to));
    }

    /// The middle of a figure, of a frame the wall beside its head.
    private Point anchor(ResourceId id) {
        Figure figure = figure(id).orElseThrow();
        Rect bounds = figure.bounds();
        return figure.layer() == Figure.Layer.FRAME ? new Point(bounds.x(), bounds.y() + 20) : bounds.center();
    }

    private Optional<Figure> figure(ResourceId id) {
        return Outside.serviceOf(id)
                .<Optional<Figure>>map(service -> index.find(new FigureId.Part(service, Outside.part(id))))
                .orElseGet(() -> index.find(new FigureId.Of(id)));
    }
}
