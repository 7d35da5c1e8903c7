package drydock.app.minimap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import drydock.app.action.Action;
import drydock.app.settings.Settings;
import drydock.app.testing.WindowTest;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.viewport.Viewport;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The small picture shows the whole and leads through it.
class MinimapTest extends WindowTest {

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
    }

    @Test
    void itIsThereWhileSomethingIsOutsideTheView() {
        assertThat(onScreen(() -> map().isVisible())).isFalse();
        interact(() -> canvas().zoom(4));
        awaitOnScreen("there", () -> map().isVisible());
        interact(() -> canvas().fit());
        awaitOnScreen("gone", () -> !map().isVisible());
    }

    @Test
    void aClickLooksAtThatPlaceFromTheSameDistance() {
        interact(() -> canvas().zoom(4));
        awaitOnScreen("drawn", () -> map().isVisible() && isPainted());
        double scale = onScreen(() -> canvas().viewport().scale());
        Bounds bounds = onScreen(() -> map().localToScreen(map().getLayoutBounds()));

        clickOn(new Point2D(bounds.getMinX() + 20, bounds.getCenterY()));
        Viewport left = onScreen(() -> canvas().viewport());
        clickOn(new Point2D(bounds.getMaxX() - 20, bounds.getCenterY()));
        Viewport right = onScreen(() -> canvas().viewport());

        assertThat(left.scale()).isEqualTo(scale);
        assertThat(right.offsetX()).isLessThan(left.offsetX());
        assertThat(onScreen(() -> canvas().middle().x())).isGreaterThan(600);
        assertThat(onScreen(() -> workspace().selection().objects())).isEmpty();
    }

    @Test
    void itFollowsAMove() {
        interact(() -> canvas().zoom(4));
        awaitOnScreen("drawn", () -> map().isVisible() && isPainted());
        double before = onScreen(
                () -> lookup("#minimap-frame").query().getLayoutBounds().getMinX());
        interact(() -> canvas().look(canvas().viewport().panned(-400, 0)));
        awaitOnScreen(
                "moved",
                () -> lookup("#minimap-frame").query().getLayoutBounds().getMinX() > before);
    }

    @Test
    void itIsSwitchedOffAndStaysOffAtTheNextStart() {
        interact(() -> canvas().zoom(4));
        awaitOnScreen("there", () -> map().isVisible());
        interact(() -> window().actions().stream()
                .filter(action -> action.id().equals("minimap"))
                .map(Action::run)
                .forEach(Runnable::run));

        assertThat(onScreen(() -> map().isVisible())).isFalse();
        assertThat(Settings.in(folder.resolve("settings.properties"))
                        .preferences()
                        .minimap())
                .isFalse();
    }

    @Test
    void aPlaceInThePictureIsTheSamePlaceInTheScene() {
        Mapping mapping = Mapping.fitting(new Rect(-50, 10, 4_000, 100), 200, 132, 6);
        Point place = mapping.toScene(mapping.toPicture(new Rect(700, 20, 0, 0)).x(), 66);

        assertThat(place.x()).isCloseTo(700, within(1e-9));
        assertThat(place.y()).isCloseTo(60, within(1e-9));
    }

    private MinimapView map() {
        return lookup("#minimap").query();
    }

    private boolean isPainted() {
        ImageView view = (ImageView) map().getChildrenUnmodifiable().getFirst();
        PixelReader pixels = view.getImage().getPixelReader();
        for (int x = 0; x < view.getImage().getWidth(); x++) {
            if (pixels.getArgb(x, (int) view.getImage().getHeight() / 2) != 0) {
                return true;
            }
        }
        return false;
    }
}
