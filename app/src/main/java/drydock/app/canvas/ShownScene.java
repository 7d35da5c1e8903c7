package drydock.app.canvas;

import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.paint.SceneTransition;
import drydock.render.scene.Figure;
import drydock.render.scene.Mark;
import drydock.render.scene.Scene;
import java.util.List;
import java.util.Optional;

/// The scene that is shown, and the way to it from the one before.
final class ShownScene {

    private SceneIndex index = SceneIndex.of(new Scene(List.of(), new Rect(0, 0, 0, 0)));

    /// What is on the screen: the scene, or a moment of the way to it.
    private SceneIndex painted = index;

    private Optional<SceneTransition> transition = Optional.empty();

    /// What was on the screen when the way began.
    private Scene origin = index.scene();

    private long sinceNanos;
    private boolean turns;

    /// The scene itself.
    SceneIndex index() {
        return index;
    }

    /// What is to be painted at this moment.
    SceneIndex painted() {
        return painted;
    }

    /// Whether the next frame looks different from this one though nothing has happened.
    ///
    /// @param near whether figures are seen with all their marks, and time goes on: then what turns is seen to turn
    boolean moves(boolean near) {
        return (turns && near) || transition.isPresent();
    }

    /// @param still whether motion is unwanted
    /// @param byHand whether figures are moved by hand: they are where the hand is, at once
    void show(Scene next, long nowNanos, boolean still, boolean byHand) {
        boolean goesOn = transition.isPresent() && leadsToTheSame(next);
        origin = goesOn ? origin : painted.scene();
        sinceNanos = goesOn ? sinceNanos : nowNanos;
        SceneTransition way = SceneTransition.between(origin, next, still || byHand);
        transition = way.isOver(0) ? Optional.empty() : Optional.of(way);
        index = index.updated(next);
        painted = index;
        turns = !still && next.figures().stream().anyMatch(ShownScene::turns);
    }

    /// Whether all figures come to stand where they are already on their way to: those that are shown anew again and
    /// again would else never get there.
    private boolean leadsToTheSame(Scene next) {
        List<Figure> now = standing(index.scene());
        List<Figure> then = standing(next);
        boolean same = now.size() == then.size();
        for (int i = 0; same && i < now.size(); i++) {
            Figure before = now.get(i);
            Figure after = then.get(i);
            same = before.id().equals(after.id())
                    && before.bounds().x() == after.bounds().x()
                    && before.bounds().y() == after.bounds().y();
        }
        return same;
    }

    private static List<Figure> standing(Scene scene) {
        return scene.figures().stream()
                .filter(figure -> figure.layer() != Figure.Layer.EDGE)
                .toList();
    }

    private static boolean turns(Figure figure) {
        for (Mark mark : figure.marks()) {
            if (mark instanceof Mark.Arc arc && arc.turning()) {
                return true;
            }
        }
        return false;
    }

    /// Goes on to where the scene is at a time.
    void advance(long nowNanos) {
        transition.ifPresent(way -> {
            double millis = (nowNanos - sinceNanos) / 1e6;
            painted = way.isOver(millis) ? index : SceneIndex.of(way.at(millis));
            if (way.isOver(millis)) {
                transition = Optional.empty();
            }
        });
    }
}
