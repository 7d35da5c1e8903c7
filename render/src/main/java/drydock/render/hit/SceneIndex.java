package drydock.render.hit;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Region;
import drydock.render.scene.Scene;
import java.util.BitSet;
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

    /// So many may have moved since the search tree was made; they are looked through one by one.
    private static final int MOST_MOVED = 64;

    private final Scene scene;

    /// The scene that the tree was made of.
    private final Scene planted;

    private final BoxTree tree;

    /// The numbers of those that the tree has elsewhere.
    private final BitSet moved;

    private @Nullable Map<FigureId, Integer> numbers;

    private SceneIndex(Scene scene, Scene planted, BoxTree tree, BitSet moved) {
        this.scene = scene;
        this.planted = planted;
        this.tree = tree;
        this.moved = moved;
    }

    public static SceneIndex of(Scene scene) {
        BoxTree tree = new BoxTree(scene.figures().stream().map(Figure::bounds).toList());
        return new SceneIndex(scene, scene, tree, new BitSet());
    }

    /// The index of `next`, which takes the place of this scene: made quickly where little has moved.
    public SceneIndex updated(Scene next) {
        Optional<BitSet> elsewhere = elsewhere(next);
        if (elsewhere.isEmpty()) {
            return of(next);
        }
        SceneIndex index = new SceneIndex(next, planted, tree, elsewhere.get());
        if (numbers != null && scene.hasSameIds(next)) {
            index.numbers = numbers;
        }
        return index;
    }

    public Scene scene() {
        return scene;
    }

    /// The figure of `id`.
    public Optional<Figure> find(FigureId id) {
        if (numbers == null) {
            Map<FigureId, Integer> map = HashMap.newHashMap(scene.figures().size());
            for (int i = 0; i < scene.figures().size(); i++) {
                map.put(scene.figures().get(i).id(), i);
            }
            numbers = map;
        }
        return Optional.ofNullable(numbers.get(id)).map(scene.figures()::get);
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
        tree.search(area, number -> {
            if (!moved.get(number)) {
                found.add(number);
            }
        });
        moved.stream()
                .filter(number -> scene.figures().get(number).bounds().intersects(area))
                .forEach(found::add);
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

    /// Which figures of `next` stand elsewhere than the tree has them; empty if it has others, or too many have moved.
    private Optional<BitSet> elsewhere(Scene next) {
        List<Figure> then = planted.figures();
        List<Figure> now = next.figures();
        if (now.size() != then.size()) {
            return Optional.empty();
        }
        BitSet elsewhere = new BitSet();
        int count = 0;
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).bounds().equals(then.get(i).bounds())) {
                elsewhere.set(i);
                if (++count > MOST_MOVED) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(elsewhere);
    }
}
