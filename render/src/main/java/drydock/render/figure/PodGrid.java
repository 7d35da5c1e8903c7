package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.layout.Grid;
import java.util.Map;
import java.util.Set;

/// Pods in rows and columns, each in a place that it keeps while it lives.
final class PodGrid {

    /// Room between columns.
    static final double GAP = 16;
    /// Room between rows: lines run through it.
    static final double AISLE = 24;

    private final Slots<ResourceId> slots = new Slots<>();
    private double cellWidth;
    private double cellHeight;

    /// Gives each Pod its place; what a Pod takes is its figure's size.
    void settle(Set<ResourceId> pods, Map<ResourceId, Rect> sizes) {
        slots.settle(pods);
        cellWidth = PodShape.MIN_WIDTH;
        cellHeight = 0;
        for (ResourceId pod : pods) {
            Rect size = sizes.get(pod);
            if (size != null) {
                cellWidth = Math.max(cellWidth, Grid.up(size.width()));
                cellHeight = Math.max(cellHeight, Grid.up(size.height()));
            }
        }
    }

    int size() {
        return slots.size();
    }

    double cellWidth() {
        return cellWidth;
    }

    int rows(int columns) {
        return (slots.size() + columns - 1) / columns;
    }

    double width(int columns, double cell) {
        return columns * (cell + GAP) - GAP;
    }

    double height(int columns) {
        return Math.max(0, rows(columns) * (cellHeight + AISLE) - AISLE);
    }

    /// Where `pod`, as large as `size`, stands in a grid with its upper left corner at (x, y).
    Rect place(ResourceId pod, Rect size, double x, double y, int columns, double cell) {
        int number = slots.number(pod);
        int row = number / columns;
        return new Rect(
                x + (number % columns) * (cell + GAP), y + row * (cellHeight + AISLE), size.width(), size.height());
    }
}
