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
        SceneTransition way = SceneTransition.between(painted.scene(), next, still || byHand);
        transition = way.isOver(0) ? Optional.empty() : Optional.of(way);
        sinceNanos = nowNanos;
        index = index.updated(next);
        painted = index;
        turns = !still && next.figures().stream().anyMatch(ShownScene::turns);
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
