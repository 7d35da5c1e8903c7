package drydock.render.paint;

import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The way from one scene to the next: figures that are in both move, new ones fade in, those that are gone fade out
/// where they stood. Lines and looks change at once.
public final class SceneTransition {

    /// How long it takes, in milliseconds.
    public static final double MILLIS = 240;

    /// More changes than this are not animated: they would be too many to follow with the eye.
    private static final int MOST_CHANGES = 2_000;

    private final Scene target;
    /// For each figure of the target where it was; the figure itself where it has not moved; null where it is new.
    private final List<@Nullable Figure> before;
    private final List<Figure> gone;
    private final boolean still;

    private SceneTransition(Scene target, List<@Nullable Figure> before, List<Figure> gone, boolean still) {
        this.target = target;
        this.before = before;
        this.gone = gone;
        this.still = still;
    }

    /// From `from` to `to`; with `reducedMotion` at once.
    public static SceneTransition between(Scene from, Scene to, boolean reducedMotion) {
        if (from.hasSameIds(to)) {
            return betweenSame(from.figures(), to, reducedMotion);
        }
        Map<FigureId, Figure> left = HashMap.newHashMap(from.figures().size());
        from.figures().forEach(f -> left.put(f.id(), f));
        List<@Nullable Figure> before = new ArrayList<>(to.figures().size());
        int changes = 0;
        for (Figure figure : to.figures()) {
            Figure old = left.remove(figure.id());
            boolean same = old != null && stays(old, figure);
            before.add(same ? figure : old);
            changes += same ? 0 : 1;
        }
        List<Figure> gone =
                from.figures().stream().filter(f -> left.containsKey(f.id())).toList();
        changes += gone.size();
        boolean still = reducedMotion || changes == 0 || changes > MOST_CHANGES;
        return new SceneTransition(to, before, gone, still);
    }

    /// As most often: the very same things in the same order, and hardly one has moved.
    private static SceneTransition betweenSame(List<Figure> from, Scene to, boolean reducedMotion) {
        List<@Nullable Figure> before = new ArrayList<>(from.size());
        int changes = 0;
        for (int i = 0; i < from.size(); i++) {
            Figure figure = to.figures().get(i);
            boolean same = stays(from.get(i), figure);
            before.add(same ? figure : from.get(i));
            changes += same ? 0 : 1;
        }
        return new SceneTransition(to, before, List.of(), reducedMotion || changes == 0 || changes > MOST_CHANGES);
    }

    /// Whether all has arrived `millis` after the beginning.
    public boolean isOver(double millis) {
        return still || millis >= MILLIS;
    }

    /// What is seen `millis` after the beginning; the target itself once all has arrived.
    public Scene at(double millis) {
        if (isOver(millis)) {
            return target;
        }
        double share = eased(Math.max(0, millis / MILLIS));
        List<Figure> figures = new ArrayList<>(target.figures().size() + gone.size());
        for (int i = 0; i < target.figures().size(); i++) {
            figures.add(between(before.get(i), target.figures().get(i), share));
        }
        gone.forEach(f -> figures.add(f.faded(f.opacity() * (1 - share))));
        if (!gone.isEmpty()) {
            figures.sort(Comparator.comparing(Figure::layer));
        }
        Rect bounds = gone.stream().map(Figure::bounds).reduce(target.bounds(), Rect::union);
        return new Scene(figures, bounds);
    }

    private static Figure between(@Nullable Figure from, Figure to, double share) {
        if (from == null) {
            return to.faded(to.opacity() * share);
        }
        return to.at(
                from.bounds().x() + (to.bounds().x() - from.bounds().x()) * share,
                from.bounds().y() + (to.bounds().y() - from.bounds().y()) * share);
    }

    private static boolean stays(Figure old, Figure figure) {
        return figure.layer() == Figure.Layer.EDGE
                || (old.bounds().x() == figure.bounds().x()
                        && old.bounds().y() == figure.bounds().y());
    }

    /// Slow at both ends.
    private static double eased(double share) {
        return share * share * (3 - 2 * share);
    }
}
