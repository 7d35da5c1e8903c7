package drydock.render.layout;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is taken of the plane, and where there is room.
///
/// Kept in square buckets, so that asking costs what is near and not what there is.
public final class FreeSpace {

    private static final double BUCKET = 512;
    private static final int RINGS = 400;

    private record Bucket(long column, long row) {}

    private final Map<Bucket, List<Rect>> taken = new HashMap<>();
    private final double gap;

    /// An empty plane on which `gap` scene units are kept between things.
    public FreeSpace(double gap) {
        this.gap = gap;
    }

    public void take(Rect rect) {
        long lastColumn = index(rect.right());
        long lastRow = index(rect.bottom());
        for (long column = index(rect.x()); column <= lastColumn; column++) {
            for (long row = index(rect.y()); row <= lastRow; row++) {
                taken.computeIfAbsent(new Bucket(column, row), b -> new ArrayList<>(2))
                        .add(rect);
            }
        }
    }

    /// Whether nothing is nearer to `rect` than the gap.
    public boolean isFree(Rect rect) {
        Rect wide = rect.grown(gap - 0.5);
        for (long column = index(wide.x()); column <= index(wide.right()); column++) {
            for (long row = index(wide.y()); row <= index(wide.bottom()); row++) {
                for (Rect other : taken.getOrDefault(new Bucket(column, row), List.of())) {
                    if (other.intersects(wide)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// The place on the grid nearest to `wanted` where a thing of its size has room; of places as near, one
    /// to the right or below comes first. `wanted` itself, wherever nothing within 400 steps is free.
    public Rect nearest(Rect wanted) {
        double x = Grid.snap(wanted.x());
        double y = Grid.snap(wanted.y());
        Rect start = new Rect(x, y, wanted.width(), wanted.height());
        double step = Grid.STEP * 2;
        for (int ring = 0; ring <= RINGS; ring++) {
            Rect best = start;
            double bestDistance = Double.MAX_VALUE;
            for (Point offset : ring(ring)) {
                Rect candidate = start.moved(offset.x() * step, offset.y() * step);
                double distance = Math.hypot(offset.x(), offset.y());
                if (distance < bestDistance && isFree(candidate)) {
                    best = candidate;
                    bestDistance = distance;
                }
            }
            if (bestDistance < Double.MAX_VALUE) {
                return best;
            }
        }
        return start;
    }

    /// The offsets that are `ring` steps away in one direction at least: right, below, left, above.
    private static List<Point> ring(int ring) {
        if (ring == 0) {
            return List.of(new Point(0, 0));
        }
        List<Point> offsets = new ArrayList<>(8 * ring);
        for (int i = 0; i <= ring; i++) {
            for (int sign = 1; sign >= (i == 0 ? 1 : -1); sign -= 2) {
                offsets.add(new Point(ring, sign * i));
                offsets.add(new Point(sign * i, ring));
                offsets.add(new Point(-ring, sign * i));
                offsets.add(new Point(sign * i, -ring));
            }
        }
        return offsets;
    }

    private static long index(double coordinate) {
        return (long) Math.floor(coordinate / BUCKET);
    }
}
