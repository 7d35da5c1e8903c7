package drydock.app.palette;

import drydock.model.diagram.Position;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the figures of a pattern stand to each other: from left to right what leads to Pods, and what makes them; in a
/// column below each other.
///
/// @param offsets where each stands, from the left upper corner of all
/// @param width of all, in scene units
/// @param height of all, in scene units
record PatternShape(Map<ResourceId, Point> offsets, double width, double height) {

    /// The size that figures seldom exceed; what is drawn may be smaller.
    private static final double CARD_WIDTH = 264;

    private static final double CARD_HEIGHT = 96;
    private static final double COLUMN = 456;
    private static final double ROW = 136;

    PatternShape {
        offsets = new LinkedHashMap<>(offsets);
    }

    static PatternShape of(List<ResourceId> objects) {
        List<Integer> columns =
                objects.stream().map(PatternShape::rank).distinct().sorted().toList();
        Map<Integer, Integer> rows = new TreeMap<>();
        Map<ResourceId, Point> offsets = new LinkedHashMap<>();
        for (ResourceId object : objects) {
            int row = rows.merge(rank(object), 1, Integer::sum) - 1;
            offsets.put(object, new Point(columns.indexOf(rank(object)) * COLUMN, row * ROW));
        }
        int most = rows.values().stream().mapToInt(count -> count).max().orElse(1);
        return new PatternShape(offsets, (columns.size() - 1) * COLUMN + CARD_WIDTH, (most - 1) * ROW + CARD_HEIGHT);
    }

    private static int rank(ResourceId object) {
        return switch (object.kind()) {
            case "Ingress" -> 0;
            case "Pod",
                    "Deployment",
                    "StatefulSet",
                    "DaemonSet",
                    "ReplicaSet",
                    "ReplicationController",
                    "Job",
                    "CronJob" -> 2;
            default -> 1;
        };
    }

    /// What it takes up with its left upper corner at `place`.
    Rect at(Point place) {
        return new Rect(place.x(), place.y(), width, height);
    }

    /// What it takes up with its middle at `place`.
    Rect around(Point place) {
        return at(place.plus(-width / 2, -height / 2));
    }

    Map<ResourceId, Position> positions(Position corner) {
        Map<ResourceId, Position> positions = new TreeMap<>();
        offsets.forEach((id, offset) -> positions.put(id, corner.plus(offset.x(), offset.y())));
        return positions;
    }
}
