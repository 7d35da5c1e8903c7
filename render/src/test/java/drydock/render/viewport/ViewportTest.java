package drydock.render.viewport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import org.junit.jupiter.api.Test;

class ViewportTest {

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        Viewport viewport = new Viewport(0.7, -120, 45);
        Point before = viewport.toScene(300, 200);

        Viewport zoomed = viewport.zoomed(1.9, 300, 200);

        assertThat(zoomed.scale()).isCloseTo(1.33, within(1e-9));
        assertThat(zoomed.toScene(300, 200).distance(before)).isLessThan(1e-9);
    }

    @Test
    void zoomingStopsAtTheLimits() {
        Viewport far = Viewport.IDENTITY.zoomed(1e-9, 10, 10);
        Viewport near = Viewport.IDENTITY.zoomed(1e9, 10, 10);

        assertThat(far.scale()).isEqualTo(Viewport.MIN_SCALE);
        assertThat(near.scale()).isEqualTo(Viewport.MAX_SCALE);
        assertThat(near.toScene(10, 10)).isEqualTo(new Point(10, 10));
    }

    @Test
    void fittingShowsAllWithItsMarginInTheMiddle() {
        Viewport fit = Viewport.fitting(new Rect(-50, 100, 400, 100), 1000, 600, 20, 4);

        Rect seen = fit.toScreen(new Rect(-50, 100, 400, 100));
        assertThat(seen.x()).isCloseTo(20, within(1e-9));
        assertThat(seen.right()).isCloseTo(980, within(1e-9));
        assertThat(seen.center().y()).isCloseTo(300, within(1e-9));
    }

    @Test
    void fittingNothingOrOnNoScreenIsStillAViewport() {
        assertThat(Viewport.fitting(new Rect(5, 5, 0, 0), 800, 600, 24, 1).scale())
                .isEqualTo(1);
        assertThat(Viewport.fitting(new Rect(0, 0, 100, 100), 0, 0, 24, 1).scale())
                .isEqualTo(0.01);
        assertThat(Viewport.fitting(new Rect(0, 0, 1e9, 1e9), 800, 600, 24, 1).scale())
                .isEqualTo(Viewport.MIN_SCALE);
    }

    @Test
    void whatIsInViewAlreadyIsNotMovedWhenRevealed() {
        Viewport viewport = Viewport.IDENTITY;

        assertThat(viewport.revealing(new Rect(50, 50, 100, 100), 800, 600, 10)).isEqualTo(viewport);
        assertThat(viewport.revealing(new Rect(790, 50, 100, 100), 800, 600, 10))
                .isEqualTo(new Viewport(1, -100, 0));
        assertThat(viewport.revealing(new Rect(-5, -5, 2000, 10), 800, 600, 10)).isEqualTo(new Viewport(1, 15, 15));
    }

    @Test
    void aFlightBeginsAndEndsWhereItShould() {
        Viewport from = new Viewport(0.1, 5, 7);
        Viewport to = new Viewport(2, -300, 40);

        assertThat(from.towards(to, 0)).isEqualTo(from);
        assertThat(from.towards(to, 1)).isEqualTo(to);
        assertThat(from.towards(to, 0.5).scale()).isCloseTo(Math.sqrt(0.2), within(1e-9));
    }

    @Test
    void aViewportThatShowsNothingIsRefused() {
        assertThatThrownBy(() -> new Viewport(0, 0, 0)).hasMessageContaining("scale 0");
        assertThatThrownBy(() -> new Viewport(1, Double.NaN, 0)).hasMessageContaining("NaN");
    }
}
