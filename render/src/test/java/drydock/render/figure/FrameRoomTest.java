package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.geometry.Rect;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameRoomTest {

    private static final Rect FIRST = new Rect(0, 0, 400, 160);

    @Test
    void aFrameThatCoversNothingStandsWhereItWasPlaced() {
        Rect beside = new Rect(424, 0, 400, 160);

        assertThat(FrameRoom.beside(beside, List.of(FIRST), 24)).isEqualTo(beside);
    }

    @Test
    void aFrameGivesWayToWhereItIsNear() {
        assertThat(FrameRoom.beside(new Rect(160, 0, 400, 160), List.of(FIRST), 24)
                        .y())
                .isEqualTo(184);
        assertThat(FrameRoom.beside(new Rect(380, 0, 400, 160), List.of(FIRST), 24)
                        .x())
                .isEqualTo(424);
    }

    @Test
    void aFrameThatGaveWayDoesNotCoverAnother() {
        Rect second = new Rect(0, 184, 400, 160);

        Rect third = FrameRoom.beside(new Rect(8, 0, 400, 160), List.of(FIRST, second), 24);

        assertThat(third.intersects(FIRST)).isFalse();
        assertThat(third.intersects(second)).isFalse();
    }
}
