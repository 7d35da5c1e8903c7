package drydock.render.layout;

import drydock.render.geometry.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Things that are placed to each other, and the room they take from (0, 0).
record Block<K>(Map<K, Point> places, double width, double height) {

    static <K> Block<K> of(Item<K> item) {
        return new Block<>(Map.of(item.key(), new Point(0, 0)), item.width(), item.height());
    }

    /// Blocks as one, each at the place that `corners` has for its number.
    static <K> Block<K> joined(List<Block<K>> blocks, Map<Integer, Point> corners) {
        Map<K, Point> places = new LinkedHashMap<>();
        double width = 0;
        double height = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block<K> block = blocks.get(i);
            Point corner = corners.getOrDefault(i, new Point(0, 0));
            block.places.forEach((key, at) -> places.put(key, at.plus(corner.x(), corner.y())));
            width = Math.max(width, corner.x() + block.width);
            height = Math.max(height, corner.y() + block.height);
        }
        return new Block<>(places, width, height);
    }

    /// This one with the room of a frame around it.
    Block<K> framed() {
        Map<K, Point> moved = new LinkedHashMap<>();
        places.forEach((key, at) -> moved.put(key, at.plus(Grid.FRAME_MARGIN, Grid.FRAME_HEAD)));
        return new Block<>(moved, width + 2 * Grid.FRAME_MARGIN, height + Grid.FRAME_HEAD + Grid.FRAME_MARGIN);
    }

    /// This one above another, left edges in a line.
    Block<K> above(Block<K> other, double gap) {
        if (places.isEmpty() || other.places.isEmpty()) {
            return places.isEmpty() ? other : this;
        }
        return joined(List.of(this, other), Map.of(1, new Point(0, Grid.up(height + gap))));
    }

    Item<Integer> item(int number) {
        return new Item<>(number, width, height);
    }
}
