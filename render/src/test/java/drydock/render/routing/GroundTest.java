package drydock.render.routing;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.geometry.Rect;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundTest {

    private static final Rect EVERYWHERE = new Rect(-5000, -5000, 10_000, 10_000);
    private static final Rect LEFT = new Rect(0, 0, 100, 40);
    private static final Rect MIDDLE = new Rect(600, 0, 100, 40);
    private static final Rect RIGHT = new Rect(1200, 0, 100, 40);

    private final Ground ground = new Ground();

    @Test
    void whatStaysWhereItIsHasNotChanged() {
        ground.become(List.of(LEFT, MIDDLE));

        Obstacles changed = ground.become(List.of(LEFT, MIDDLE));

        assertThat(changed.touches(EVERYWHERE)).isFalse();
        assertThat(ground.obstacles().touching(EVERYWHERE)).containsExactlyInAnyOrder(LEFT, MIDDLE);
    }

    @Test
    void whatMovesHasChangedWhereItWasAndWhereItIs() {
        ground.become(List.of(LEFT, MIDDLE));

        Obstacles changed = ground.become(List.of(LEFT, RIGHT));

        assertThat(changed.touching(EVERYWHERE)).containsExactlyInAnyOrder(MIDDLE, RIGHT);
        assertThat(ground.obstacles().touching(EVERYWHERE)).containsExactlyInAnyOrder(LEFT, RIGHT);
    }

    @Test
    void ofTwoAtOnePlaceOneStaysWhenTheOtherGoes() {
        ground.become(List.of(LEFT, MIDDLE, LEFT));

        ground.become(List.of(MIDDLE, LEFT));

        assertThat(ground.obstacles().touches(LEFT)).isTrue();
        ground.become(List.of(MIDDLE));
        assertThat(ground.obstacles().touches(LEFT)).isFalse();
    }
}
