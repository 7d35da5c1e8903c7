package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.routing.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EdgeLabelsTest {

    private static final Rect LEFT = new Rect(0, 0, 100, 40);
    private static final Rect RIGHT = new Rect(300, 0, 100, 40);
    private static final Route STRAIGHT = new Route(List.of(new Point(100, 20), new Point(300, 20)));

    private static Optional<Rect> place(Route route, double width, Rect... standing) {
        return new EdgeLabels(Stream.of(standing), Stream.of(route)).place(route, width);
    }

    @Test
    void aLabelLiesInTheMiddleOfALevelLineOfWhichMuchIsLeft() {
        assertThat(place(STRAIGHT, 100, LEFT, RIGHT)).contains(new Rect(150, 10, 100, 20));
    }

    @Test
    void aLabelAlmostAsLongAsItsLineLiesAboveItSoThatTheArrowIsSeen() {
        Rect label = place(STRAIGHT, 190, LEFT, RIGHT).orElseThrow();

        assertThat(label.bottom()).isLessThan(20);
        assertThat(label.x()).isBetween(100.0, 110.0);
    }

    @Test
    void aLabelThatIsTooLongIsCutAndWithoutRoomLeftOut() {
        Route shortLine = new Route(List.of(new Point(100, 20), new Point(130, 20)));

        assertThat(place(STRAIGHT, 500, LEFT, RIGHT).orElseThrow().width()).isEqualTo(192);
        assertThat(place(shortLine, 100, LEFT, new Rect(130, 0, 100, 40))).isEmpty();
    }

    @Test
    void twoLabelsOfLinesThatLieOnEachOtherStandApart() {
        Route line = new Route(List.of(new Point(100, 20), new Point(500, 20)));
        EdgeLabels labels = new EdgeLabels(Stream.of(LEFT), Stream.of(line, line));
        Rect first = labels.place(line, 80).orElseThrow();
        Rect second = labels.place(line, 80).orElseThrow();

        assertThat(first.intersects(second)).isFalse();
    }

    @Test
    void aLabelKeepsOffTheLinesOfOthersWhereItCan() {
        Route across = new Route(List.of(new Point(200, -100), new Point(200, 200)));
        EdgeLabels labels = new EdgeLabels(Stream.of(LEFT, RIGHT), Stream.of(STRAIGHT, across));

        Rect label = labels.place(STRAIGHT, 60).orElseThrow();

        assertThat(label.intersects(new Rect(200, -100, 0, 300))).isFalse();
    }
}
