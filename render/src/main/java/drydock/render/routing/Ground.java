package drydock.render.routing;

import drydock.render.geometry.Rect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stands on a plane from one picture to the next, and what of it has changed. What stays costs one comparison.
public final class Ground {

    private final Obstacles obstacles = new Obstacles();
    private List<Rect> rects = List.of();

    /// What stands there now.
    public Obstacles obstacles() {
        return obstacles;
    }

    /// Lets `now` stand there instead of what stood there before.
    ///
    /// @return what stands elsewhere than before, at the place before and at the one now
    public Obstacles become(List<Rect> now) {
        int first = 0;
        int shorter = Math.min(now.size(), rects.size());
        while (first < shorter && now.get(first).equals(rects.get(first))) {
            first++;
        }
        int same = 0;
        while (same < shorter - first && now.get(now.size() - 1 - same).equals(rects.get(rects.size() - 1 - same))) {
            same++;
        }
        Map<Rect, Integer> difference = new HashMap<>();
        now.subList(first, now.size() - same).forEach(rect -> difference.merge(rect, 1, Integer::sum));
        rects.subList(first, rects.size() - same).forEach(rect -> difference.merge(rect, -1, Integer::sum));
        rects = List.copyOf(now);
        return changed(difference);
    }

    private Obstacles changed(Map<Rect, Integer> difference) {
        Obstacles changed = new Obstacles();
        difference.forEach((rect, more) -> {
            for (int i = 0; i < more; i++) {
                obstacles.add(rect);
            }
            for (int i = 0; i > more; i--) {
                obstacles.remove(rect);
            }
            if (more != 0) {
                changed.add(rect);
            }
        });
        return changed;
    }
}
