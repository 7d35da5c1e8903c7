package drydock.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.geometry.Rect;
import drydock.render.paint.SceneTransition;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Scene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownSceneTest {

    private static final long MILLI = 1_000_000;

    private final ShownScene shown = new ShownScene();

    private static Scene scene(double x, String description) {
        Rect bounds = new Rect(x, 0, 10, 10);
        FigureId id = new FigureId.Named("card");
        Figure card = new Figure(id, bounds, Figure.Layer.CARD, List.of(), description, Optional.empty());
        return new Scene(List.of(card), bounds);
    }

    private double x() {
        return shown.painted().scene().figures().getFirst().bounds().x();
    }

    @Test
    void whatIsOnItsWayArrivesThoughItIsShownAnewAllTheWhile() {
        shown.show(scene(0, ""), 0, true, false);
        shown.show(scene(100, "0"), 0, false, false);

        long arrived = ((long) SceneTransition.MILLIS) * MILLI + 1;
        for (long now = 0; now < arrived; now += 20 * MILLI) {
            shown.show(scene(100, "at " + now), now, false, false);
            shown.advance(now);
        }
        shown.advance(arrived);

        assertThat(x()).isEqualTo(100);
        assertThat(shown.moves(true)).isFalse();
    }

    @Test
    void whatIsToGoElsewhereSetsOutFromWhereItIs() {
        shown.show(scene(0, ""), 0, true, false);
        shown.show(scene(100, ""), 0, false, false);
        shown.advance(120 * MILLI);
        double underWay = x();

        shown.show(scene(0, ""), 120 * MILLI, false, false);
        shown.advance(120 * MILLI);

        assertThat(underWay).isStrictlyBetween(0.0, 100.0);
        assertThat(x()).isEqualTo(underWay);
    }
}
