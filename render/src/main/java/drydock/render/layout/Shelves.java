package drydock.render.layout;

import drydock.render.geometry.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Packs things in rows from left to right, one below the other, in the order they are given.
final class Shelves {

    /// How much wider than high a picture is that fills a window.
    static final double ASPECT = 2.2;

    private Shelves() {}

    /// The upper left corners of `items` in rows about as wide as makes the whole `aspect` times wider than
    /// high.
    static <K> Map<K, Point> pack(List<Item<K>> items, double gap, double aspect) {
        double area = 0;
        double widest = 0;
        for (Item<K> item : items) {
            area += (item.width() + gap) * (item.height() + gap);
            widest = Math.max(widest, item.width());
        }
        return within(items, gap, Math.max(widest, Math.sqrt(area * aspect)));
    }

    /// The upper left corners of `items` in rows of at most `width`, or of one item that is wider.
    static <K> Map<K, Point> within(List<Item<K>> items, double gap, double width) {
        Map<K, Point> result = new LinkedHashMap<>();
        double x = 0;
        double y = 0;
        double height = 0;
        for (Item<K> item : items) {
            if (x > 0 && x + item.width() > width) {
                x = 0;
                y = Grid.up(y + height + gap);
                height = 0;
            }
            result.put(item.key(), new Point(x, y));
            x = Grid.up(x + item.width() + gap);
            height = Math.max(height, item.height());
        }
        return result;
    }
}
