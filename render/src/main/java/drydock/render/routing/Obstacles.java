package drydock.render.routing;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What lines should not run through. Kept in square buckets, so that asking costs what is near.
public final class Obstacles {

    /// How near to a line a thing is in its way, in scene units.
    static final double NEAR = 4;

    private static final double BUCKET = 512;

    private record Bucket(long column, long row) {}

    private final Map<Bucket, List<Rect>> rects = new HashMap<>();

    public void add(Rect rect) {
        for (long column = index(rect.x()); column <= index(rect.right()); column++) {
            for (long row = index(rect.y()); row <= index(rect.bottom()); row++) {
                rects.computeIfAbsent(new Bucket(column, row), b -> new ArrayList<>(2))
                        .add(rect);
            }
        }
    }

    /// Takes back one [#add] of the same rectangle.
    public void remove(Rect rect) {
        for (long column = index(rect.x()); column <= index(rect.right()); column++) {
            for (long row = index(rect.y()); row <= index(rect.bottom()); row++) {
                List<Rect> there = rects.get(new Bucket(column, row));
                if (there != null) {
                    there.remove(rect);
                }
            }
        }
    }

    /// Whether anything touches `area`.
    public boolean touches(Rect area) {
        if (rects.isEmpty()) {
            return false;
        }
        for (long column = index(area.x()); column <= index(area.right()); column++) {
            for (long row = index(area.y()); row <= index(area.bottom()); row++) {
                for (Rect rect : rects.getOrDefault(new Bucket(column, row), List.of())) {
                    if (rect.intersects(area)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// How many things the straight pieces between `points` run through, `from` and `to` not counted; a
    /// thing counts once for each piece.
    int hits(List<Point> points, Rect from, Rect to) {
        int hits = 0;
        for (int i = 1; i < points.size(); i++) {
            hits += met(points.get(i - 1), points.get(i), from, to).size();
        }
        return hits;
    }

    /// The things that a straight piece from `a` to `b` runs through or near.
    List<Rect> met(Point a, Point b, Rect from, Rect to) {
        Rect piece = new Rect(
                Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
        return touching(piece.grown(NEAR))
                .filter(rect -> !rect.equals(from) && !rect.equals(to))
                .toList();
    }

    /// The things that touch `area`, each once.
    public Stream<Rect> touching(Rect area) {
        Set<Rect> found = new LinkedHashSet<>();
        for (long column = index(area.x()); column <= index(area.right()); column++) {
            for (long row = index(area.y()); row <= index(area.bottom()); row++) {
                for (Rect rect : rects.getOrDefault(new Bucket(column, row), List.of())) {
                    if (rect.intersects(area)) {
                        found.add(rect);
                    }
                }
            }
        }
        return found.stream();
    }

    private static long index(double coordinate) {
        return (long) Math.floor(coordinate / BUCKET);
    }
}
