package drydock.render.layout;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrangingTest {

    private static Map<String, Rect> three() {
        Map<String, Rect> things = new LinkedHashMap<>();
        things.put("b", new Rect(100, 50, 40, 20));
        things.put("a", new Rect(0, 0, 60, 80));
        things.put("c", new Rect(400, 10, 100, 40));
        return things;
    }

    @Test
    void aligningBringsEdgesOrMiddlesIntoOneLine() {
        assertThat(Alignment.LEFT.of(three()).values())
                .allSatisfy(p -> assertThat(p.x()).isZero());
        assertThat(Alignment.RIGHT.of(three()))
                .containsEntry("a", new Point(440, 0))
                .containsEntry("c", new Point(400, 10));
        assertThat(Alignment.TOP.of(three()).values())
                .allSatisfy(p -> assertThat(p.y()).isZero());
        assertThat(Alignment.BOTTOM.of(three())).containsEntry("b", new Point(100, 60));
        assertThat(Alignment.CENTER.of(three())).containsEntry("c", new Point(200, 10));
        assertThat(Alignment.MIDDLE.of(three())).containsEntry("b", new Point(100, 30));
        assertThat(Alignment.LEFT.of(Map.<String, Rect>of())).isEmpty();
    }

    @Test
    void distributingMakesAllGapsTheSameAndKeepsTheOutermost() {
        Map<String, Point> places = Distribution.HORIZONTAL.of(three());

        assertThat(places).containsEntry("a", new Point(0, 0)).containsEntry("c", new Point(400, 10));
        assertThat(places.get("b").x() - 60).isEqualTo(400 - places.get("b").x() - 40);
        assertThat(Distribution.VERTICAL.of(three()).get("b").x()).isEqualTo(100);
    }

    @Test
    void fewerThanThreeStayWhereTheyAre() {
        Map<String, Rect> two = three();
        two.remove("c");

        assertThat(Distribution.HORIZONTAL.of(two)).containsEntry("b", new Point(100, 50));
    }
}
