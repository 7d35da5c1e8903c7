package drydock.render.routing;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final Rect LEFT = new Rect(0, 0, 100, 40);
    private static final Rect RIGHT = new Rect(300, 0, 100, 40);

    @Test
    void aLineBetweenNeighboursIsStraightFromBorderToBorder() {
        Route route = Router.route(LEFT, RIGHT, new Obstacles());

        assertThat(route.points()).containsExactly(new Point(100, 20), new Point(300, 20));
    }

    @Test
    void piecesAreHorizontalOrVertical() {
        Route route = Router.route(LEFT, new Rect(300, 500, 100, 40), new Obstacles());

        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            assertThat(a.x() == b.x() || a.y() == b.y()).isTrue();
        }
    }

    @Test
    void aLineGoesAroundWhatStandsBetween() {
        Obstacles obstacles = new Obstacles();
        Rect between = new Rect(170, 5, 60, 30);
        obstacles.add(LEFT);
        obstacles.add(between);
        obstacles.add(RIGHT);

        Route route = Router.route(LEFT, RIGHT, obstacles);

        assertThat(obstacles.hits(route.points(), LEFT, RIGHT)).isZero();
    }

    @Test
    void thingsThatCoverEachOtherStillHaveALine() {
        assertThat(Router.route(LEFT, LEFT, new Obstacles()).points()).hasSize(2);
    }

    @Test
    void aLineIntoARowComesFromAbove() {
        Route route = Router.intoRows(LEFT, new Rect(500, 200, 100, 100), 400, 88, 492, 188, new Obstacles());

        assertThat(route.points().getLast()).isEqualTo(new Point(550, 200));
        assertThat(route.points()).contains(new Point(400, 88), new Point(492, 188), new Point(550, 188));
    }

    @Test
    void neighboursAtAlmostOneHeightAreJoinedByAStraightLine() {
        Route route = Router.route(LEFT, new Rect(300, -10, 100, 70), new Obstacles());

        assertThat(route.points()).containsExactly(new Point(100, 20), new Point(300, 20));
    }
}
