package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {

    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, -200, 2560, 1440);
    private static final List<Rectangle2D> BOTH = List.of(LEFT, RIGHT);

    @Test
    void aPlaceThatIsOnAScreenIsKept() {
        Rectangle2D place = new Rectangle2D(2000, -100, 1200, 800);
        assertThat(WindowPlace.within(place, BOTH)).isEqualTo(place);
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesToOneThatIsThere() {
        assertThat(WindowPlace.within(new Rectangle2D(3000, 100, 1200, 800), List.of(LEFT)))
                .isEqualTo(new Rectangle2D(720, 100, 1200, 800));
    }

    @Test
    void aWindowThatIsLargerThanTheScreenFitsIt() {
        assertThat(WindowPlace.within(new Rectangle2D(-50, -50, 9000, 9000), List.of(LEFT)))
                .isEqualTo(LEFT);
    }

    @Test
    void aWindowThatIsTooSmallToBeFoundIsMadeLarger() {
        assertThat(WindowPlace.within(new Rectangle2D(10, 10, 1, 1), BOTH))
                .isEqualTo(new Rectangle2D(10, 10, 640, 480));
    }
}
