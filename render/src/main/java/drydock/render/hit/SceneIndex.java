package drydock.render.hit;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Region;
import drydock.render.scene.Scene;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A scene that can be searched by place and by id. Never changed: the next scene has an index of its own, which
/// takes over the search tree where nothing has moved.
public final class SceneIndex {

    /// How far marks may reach beyond the bounds of their figure, in scene units.
    private static final double OVERHANG = 12;

    private final Scene scene;
    private final BoxTree tree;
    private @Nullable Map<FigureId, Figure> byId;

    private SceneIndex(Scene scene, BoxTree tree) {
        this.scene = scene;
        this.tree = tree;
    }

    public static SceneIndex of(Scene scene) {
        return new SceneIndex(
                scene, new BoxTree(scene.figures().stream().map(Figure::bounds).toList()));
    }

    /// The index of `next`, which takes the place of this scene: made quickly where only looks have changed.
    public SceneIndex updated(Scene next) {
        return sameBounds(next) ? new SceneIndex(next, tree) : of(next);
    }

    public Scene scene() {
        return scene;
    }

    /// The figure of `id`.
    public Optional<Figure> find(FigureId id) {
        if (byId == null) {
            Map<FigureId, Figure> map = HashMap.newHashMap(scene.figures().size());
            scene.figures().forEach(f -> map.put(f.id(), f));
            byId = map;
        }
        return Optional.ofNullable(byId.get(id));
    }

    /// The uppermost figure at `point`. A line counts as hit within `tolerance` of it, anything else within its bounds.
    public Optional<Figure> topmost(Point point, double tolerance) {
        return last(point, tolerance, figure -> isHit(figure, point, tolerance));
    }

    /// The line nearest to `point`, at most `tolerance` away.
    public Optional<Figure> nearestEdge(Point point, double tolerance) {
        return numbers(around(point, tolerance))
                .mapToObj(scene.figures()::get)
                .filter(f -> f.layer() == Figure.Layer.EDGE)
                .filter(f -> LineDistance.of(f, point) <= tolerance)
                .min(Comparator.comparingDouble(f -> LineDistance.of(f, point)));
    }

    /// The uppermost part of `figure` at `point` of the scene.
    public static Optional<Region> regionAt(Figure figure, Point point) {
        Point inside = point.plus(-figure.bounds().x(), -figure.bounds().y());
        return figure.regions().reversed().stream()
                .filter(r -> r.rect().contains(inside))
                .findFirst();
    }

    /// The figures that lie wholly in `area`, from below to above.
    public List<Figure> within(Rect area) {
        return touching(area).stream()
                .filter(f -> f.bounds().x() >= area.x() && f.bounds().right() <= area.right())
                .filter(f -> f.bounds().y() >= area.y() && f.bounds().bottom() <= area.bottom())
                .toList();
    }

    /// The figures whose bounds touch `area`, from below to above.
    public List<Figure> touching(Rect area) {
        return numbers(area).sorted().mapToObj(scene.figures()::get).toList();
    }

    /// The numbers, in [Scene#figures], of all that may be seen in `area`, ascending: in the order of painting.
    public int[] visible(Rect area) {
        Rect seen = area.grown(OVERHANG);
        Rect all = scene.bounds();
        if (seen.x() <= all.x()
                && seen.y() <= all.y()
                && seen.right() >= all.right()
                && seen.bottom() >= all.bottom()) {
            return IntStream.range(0, scene.figures().size()).toArray();
        }
        return numbers(seen).sorted().toArray();
    }

    private IntStream numbers(Rect area) {
        IntStream.Builder found = IntStream.builder();
        tree.search(area, found::add);
        return found.build();
    }

    private Optional<Figure> last(Point point, double tolerance, Predicate<Figure> condition) {
        int best = numbers(around(point, tolerance))
                .filter(i -> condition.test(scene.figures().get(i)))
                .max()
                .orElse(-1);
        return best < 0 ? Optional.empty() : Optional.of(scene.figures().get(best));
    }

    private static boolean isHit(Figure figure, Point point, double tolerance) {
        return figure.layer() == Figure.Layer.EDGE
                ? LineDistance.of(figure, point) <= tolerance
                : figure.bounds().contains(point);
    }

    private static Rect around(Point point, double tolerance) {
        return new Rect(point.x(), point.y(), 0, 0).grown(tolerance);
    }

    private boolean sameBounds(Scene next) {
        List<Figure> now = scene.figures();
        List<Figure> then = next.figures();
        if (now.size() != then.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!then.get(i).bounds().equals(now.get(i).bounds())) {
                return false;
            }
        }
        return true;
    }
}
