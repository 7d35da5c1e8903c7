package drydock.render.routing;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RoutingPropertyTest {

    /// Cards on a board with an aisle between any two, each with a card or not, a little beside its place.
    private static List<Rect> cards(int count, Random random) {
        List<Rect> cards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (random.nextInt(5) > 0) {
                cards.add(new Rect(
                        i % 6 * 300 + random.nextInt(40),
                        i / 6 * 160 + random.nextInt(30),
                        100 + random.nextInt(120),
                        40 + random.nextInt(60)));
            }
        }
        return cards;
    }

    @Property(tries = 200)
    void betweenCardsWithAislesEveryLineRunsThroughNothingButItsEnds(
            @ForAll @IntRange(min = 12, max = 60) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<Rect> cards = cards(count, random);
        Obstacles obstacles = new Obstacles();
        cards.forEach(obstacles::add);
        Rect from = cards.get(random.nextInt(cards.size()));
        Rect to = cards.get(random.nextInt(cards.size()));
        if (from.equals(to)) {
            return;
        }

        Route route = Router.route(from, to, obstacles);

        assertThat(obstacles.hits(route.points(), from, to)).isZero();
        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            assertThat(a.x() == b.x() || a.y() == b.y()).isTrue();
        }
        assertThat(from.grown(0.01).contains(route.points().getFirst())).isTrue();
        assertThat(to.grown(0.01).contains(route.points().getLast())).isTrue();
    }
}
