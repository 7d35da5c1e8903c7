package drydock.render.layout;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.LinkedHashMap;
import java.util.Map;

/// Brings things into a line with the outermost of them, or about the middle of all.
public enum Alignment {
    LEFT,
    CENTER,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM;

    /// Where the upper left corner of each comes to be.
    public <K> Map<K, Point> of(Map<K, Rect> things) {
        Map<K, Point> places = new LinkedHashMap<>();
        things.values().stream()
                .reduce(Rect::union)
                .ifPresent(all -> things.forEach((key, rect) -> places.put(key, place(rect, all))));
        return places;
    }

    private Point place(Rect rect, Rect all) {
        return switch (this) {
            case LEFT -> new Point(all.x(), rect.y());
            case CENTER -> new Point(all.center().x() - rect.width() / 2, rect.y());
            case RIGHT -> new Point(all.right() - rect.width(), rect.y());
            case TOP -> new Point(rect.x(), all.y());
            case MIDDLE -> new Point(rect.x(), all.center().y() - rect.height() / 2);
            case BOTTOM -> new Point(rect.x(), all.bottom() - rect.height());
        };
    }
}
