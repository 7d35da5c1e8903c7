package drydock.render.hit;

import drydock.render.geometry.Rect;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// Rectangles, numbered from 0, that can be searched by place: an R-tree packed along a Hilbert curve, as in
/// Kamel and Faloutsos, "On packing R-trees" (1993). Made in one go, never changed.
final class BoxTree {

    private static final int WIDTH = 16;

    private final int count;
    private final int[] levelEnds;
    /// Of each node, leaves first: which rectangle it is, or the first of the nodes below it.
    private final int[] targets;
    /// Of each node: left, upper, right and lower edge.
    private final double[] edges;

    BoxTree(List<Rect> boxes) {
        count = boxes.size();
        levelEnds = levelEnds(count);
        int nodes = levelEnds[levelEnds.length - 1];
        targets = new int[nodes];
        edges = new double[nodes * 4];
        int at = 0;
        for (int box : byCurve(boxes)) {
            Rect rect = boxes.get(box);
            targets[at] = box;
            set(at++, rect.x(), rect.y(), rect.right(), rect.bottom());
        }
        packLevels();
    }

    /// Calls `visitor` with the number of each rectangle that touches `area`, in no order.
    void search(Rect area, IntConsumer visitor) {
        if (count > 0) {
            search(levelEnds[levelEnds.length - 1] - 1, levelEnds.length - 1, area, visitor);
        }
    }

    private void search(int node, int level, Rect area, IntConsumer visitor) {
        if (edges[node * 4] > area.right()
                || edges[node * 4 + 1] > area.bottom()
                || edges[node * 4 + 2] < area.x()
                || edges[node * 4 + 3] < area.y()) {
            return;
        }
        if (level == 0) {
            visitor.accept(targets[node]);
            return;
        }
        int end = Math.min(targets[node] + WIDTH, levelEnds[level - 1]);
        for (int child = targets[node]; child < end; child++) {
            search(child, level - 1, area, visitor);
        }
    }

    private void packLevels() {
        int at = count;
        int first = 0;
        for (int level = 1; level < levelEnds.length; level++) {
            int end = levelEnds[level - 1];
            for (; first < end; first += WIDTH) {
                targets[at] = first;
                set(at, Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE);
                for (int child = first; child < Math.min(first + WIDTH, end); child++) {
                    extend(at, child);
                }
                at++;
            }
            first = end;
        }
    }

    private static int[] levelEnds(int count) {
        int[] ends = new int[10];
        int levels = 1;
        int size = count;
        ends[0] = count;
        while (size > 1) {
            size = (size + WIDTH - 1) / WIDTH;
            ends[levels] = ends[levels - 1] + size;
            levels++;
        }
        return Arrays.copyOf(ends, levels);
    }

    private static int[] byCurve(List<Rect> boxes) {
        Rect all = boxes.isEmpty() ? new Rect(0, 0, 0, 0) : boxes.getFirst();
        for (Rect box : boxes) {
            all = all.union(box);
        }
        long[] keys = new long[boxes.size()];
        for (int i = 0; i < keys.length; i++) {
            Rect box = boxes.get(i);
            int x = cell(box.x() + box.width() / 2 - all.x(), all.width());
            int y = cell(box.y() + box.height() / 2 - all.y(), all.height());
            keys[i] = (long) alongCurve(x, y) << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    private static int cell(double distance, double size) {
        return size == 0 ? 0 : (int) (distance / size * 0x7FFF);
    }

    /// How far along a Hilbert curve of 2^15 by 2^15 cells the cell lies.
    private static int alongCurve(int column, int row) {
        int x = column;
        int y = row;
        int distance = 0;
        for (int side = 1 << 14; side > 0; side >>= 1) {
            int right = (x & side) == 0 ? 0 : 1;
            int lower = (y & side) == 0 ? 0 : 1;
            distance += side * side * ((3 * right) ^ lower);
            if (lower == 0) {
                if (right == 1) {
                    x = 0x7FFF - x;
                    y = 0x7FFF - y;
                }
                int swapped = x;
                x = y;
                y = swapped;
            }
        }
        return distance;
    }

    private void set(int node, double left, double top, double right, double bottom) {
        edges[node * 4] = left;
        edges[node * 4 + 1] = top;
        edges[node * 4 + 2] = right;
        edges[node * 4 + 3] = bottom;
    }

    private void extend(int node, int child) {
        edges[node * 4] = Math.min(edges[node * 4], edges[child * 4]);
        edges[node * 4 + 1] = Math.min(edges[node * 4 + 1], edges[child * 4 + 1]);
        edges[node * 4 + 2] = Math.max(edges[node * 4 + 2], edges[child * 4 + 2]);
        edges[node * 4 + 3] = Math.max(edges[node * 4 + 3], edges[child * 4 + 3]);
    }
}
