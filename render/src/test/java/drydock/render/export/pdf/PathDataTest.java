package drydock.render.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.icons.Icon;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class PathDataTest {

    @Test
    void everyIconStaysOnItsGrid() {
        for (Icon icon : Icon.all()) {
            Rectangle2D bounds = drawn(icon.line() + " " + icon.area()).getBounds2D();

            assertThat(bounds.getMinX()).as(icon.name()).isBetween(1.0, 23.0);
            assertThat(bounds.getMinY()).as(icon.name()).isBetween(1.0, 23.0);
            assertThat(bounds.getMaxX()).as(icon.name()).isBetween(1.0, 23.0);
            assertThat(bounds.getMaxY()).as(icon.name()).isBetween(1.0, 23.0);
        }
    }

    @Test
    void aFullCircleOfTwoArcsIsRound() {
        Path2D circle = drawn("M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0Z");

        assertThat(circle.getBounds2D().getHeight()).isBetween(19.99, 20.01);
        assertThat(circle.contains(12 + 7, 12 + 7)).isTrue();
        assertThat(circle.contains(12 + 7.2, 12 + 7.2)).isFalse();
    }

    @Test
    void flagsMayStandWithoutAnythingBetween() {
        assertThat(drawn("M0 0a5 5 0 0110 0").getCurrentPoint().getX()).isEqualTo(10);
    }

    @Test
    void moreNumbersRepeatTheCommandAndALineFollowsAMove() {
        assertThat(drawn("m1 1 2 0 0 2-2 0z").getBounds2D()).isEqualTo(new Rectangle2D.Double(1, 1, 2, 2));
    }

    @Test
    void whatIsNoPathIsRefused() {
        assertThatThrownBy(() -> drawn("M1 2L3")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> drawn("12 13")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Path2D drawn(String data) {
        Path2D path = new Path2D.Double();
        PathData.draw(data, new Outline() {
            @Override
            public void moveTo(double x, double y) {
                path.moveTo(x, y);
            }

            @Override
            public void lineTo(double x, double y) {
                path.lineTo(x, y);
            }

            @Override
            public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
                path.curveTo(x1, y1, x2, y2, x, y);
            }

            @Override
            public void close() {
                path.closePath();
            }
        });
        return path;
    }
}
