package drydock.render.figure;

import drydock.model.diagram.Position;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.layout.FreeSpace;
import drydock.render.layout.Grid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The places of what is outside of the cluster: left of everything, clients farthest, each on a level with what it has
/// to do with. What has found a place keeps it; what was put somewhere by hand stands there.
final class Outskirts {

    private static final double BETWEEN = 96;
    private static final double COLUMN = 200;

    private final Map<ResourceId, Point> found = new HashMap<>();

    /// Adds the places of `outsiders` to those of the cards.
    ///
    /// @param sizes their bounds, at the origin
    void place(List<Outsider> outsiders, Map<ResourceId, Rect> sizes, Picture picture, Places places) {
        found.keySet().retainAll(outsiders.stream().map(Outsider::id).collect(Collectors.toSet()));
        FreeSpace space = new FreeSpace(Grid.GAP / 2);
        places.rects().values().forEach(space::take);
        Optional<Rect> inside = places.rects().values().stream().reduce(Rect::union);
        double left = inside.map(Rect::x).orElse(0.0) - BETWEEN;
        double top = inside.map(Rect::y).orElse(0.0);
        boolean balanced = outsiders.stream().anyMatch(Outsider.Balancer.class::isInstance);
        for (Outsider outsider : outsiders) {
            Rect size = sizes.getOrDefault(outsider.id(), new Rect(0, 0, 0, 0));
            Position given = picture.diagram().positions().get(outsider.id());
            double column = left - size.width() - (outsider instanceof Outsider.Client && balanced ? COLUMN : 0);
            Point at = given == null
                    ? found.computeIfAbsent(
                            outsider.id(), _ -> beside(outsider, picture, places, size, column, top, space))
                    : new Point(given.x(), given.y());
            Rect place = size.moved(at.x(), at.y());
            space.take(place);
            places.rects().put(outsider.id(), place);
            places.outside().put(outsider.id(), OutsiderFigure.body(place));
        }
    }

    private static Point beside(
            Outsider outsider, Picture picture, Places places, Rect size, double x, double top, FreeSpace space) {
        double level = outsider.beside(picture).stream()
                .map(places::end)
                .filter(rect -> rect != null)
                .findFirst()
                .map(rect -> rect.center().y() - size.height() / 2)
                .orElse(top);
        Rect free = space.nearest(new Rect(Grid.snap(x), Grid.snap(level), size.width(), size.height()));
        return new Point(free.x(), free.y());
    }
}
