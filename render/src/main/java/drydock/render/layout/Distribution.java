package drydock.render.layout;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts things between the outermost two so that all gaps are the same.
public enum Distribution {
    HORIZONTAL,
    VERTICAL;

    /// Where the upper left corner of each comes to be; the outermost stay, as do all where there are fewer than three.
    public <K> Map<K, Point> of(Map<K, Rect> things) {
        List<Map.Entry<K, Rect>> inOrder = things.entrySet().stream()
                .sorted(Comparator.comparingDouble(thing -> start(thing.getValue())))
                .toList();
        Map<K, Point> places = new LinkedHashMap<>();
        if (inOrder.size() < 3) {
            things.forEach((key, rect) -> places.put(key, new Point(rect.x(), rect.y())));
            return places;
        }
        double room =
                end(inOrder.getLast().getValue()) - start(inOrder.getFirst().getValue());
        double taken = things.values().stream().mapToDouble(this::length).sum();
        double gap = (room - taken) / (inOrder.size() - 1);
        double at = start(inOrder.getFirst().getValue());
        for (Map.Entry<K, Rect> thing : inOrder) {
            Rect rect = thing.getValue();
            places.put(thing.getKey(), this == HORIZONTAL ? new Point(at, rect.y()) : new Point(rect.x(), at));
            at += length(rect) + gap;
        }
        return places;
    }

    private double start(Rect rect) {
        return this == HORIZONTAL ? rect.x() : rect.y();
    }

    private double end(Rect rect) {
        return this == HORIZONTAL ? rect.right() : rect.bottom();
    }

    private double length(Rect rect) {
        return this == HORIZONTAL ? rect.width() : rect.height();
    }
}
