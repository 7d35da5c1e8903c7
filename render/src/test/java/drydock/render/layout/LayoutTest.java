package drydock.render.layout;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    private static List<Item<Integer>> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Item<>(i, 208 + (i % 3) * 24, 56 + (i % 4) * 32))
                .toList();
    }

    /// Groups of five: one in front, three behind it, one alone.
    private static List<Link<Integer>> links(int count) {
        return IntStream.range(0, count)
                .filter(i -> i % 5 != 0 && i % 5 != 4)
                .mapToObj(i -> new Link<>(i - i % 5, i))
                .toList();
    }

    private static List<Rect> rects(List<Item<Integer>> items, Map<Integer, Point> places) {
        return items.stream()
                .filter(i -> places.containsKey(i.key()))
                .map(i -> {
                    Point at = places.getOrDefault(i.key(), new Point(0, 0));
                    return new Rect(at.x(), at.y(), i.width(), i.height());
                })
                .toList();
    }

    private static void assertApart(List<Rect> rects) {
        for (int i = 0; i < rects.size(); i++) {
            for (int j = i + 1; j < rects.size(); j++) {
                assertThat(rects.get(i).grown(3.9).intersects(rects.get(j).grown(3.9)))
                        .as("%s and %s", rects.get(i), rects.get(j))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 100, 1000})
    void everythingStandsOnTheGridAndApart(int count) {
        List<Item<Integer>> items = items(count);

        Map<Integer, Point> places = Layout.complete(items, links(count), Map.of());

        assertThat(places).hasSize(count);
        assertThat(places.values()).allMatch(p -> p.x() % Grid.STEP == 0 && p.y() % Grid.STEP == 0);
        assertApart(rects(items, places));
    }

    @Test
    void theSameThingsStandAtTheSamePlaces() {
        assertThat(Layout.complete(items(100), links(100), Map.of()))
                .isEqualTo(Layout.complete(items(100), links(100), Map.of()));
    }

    @Test
    void whatIsLinkedStandsFromLeftToRight() {
        Map<Integer, Point> places = Layout.complete(items(2), List.of(new Link<>(0, 1)), Map.of());

        assertThat(places.get(1).x()).isGreaterThan(places.get(0).x() + 208);
    }

    @Test
    void whatIsFixedIsNotPlacedAgainAndNotCovered() {
        Map<Integer, Rect> fixed = new LinkedHashMap<>();
        fixed.put(0, new Rect(3.5, -7.25, 208, 56));
        fixed.put(1, new Rect(600, 0, 232, 88));

        Map<Integer, Point> places = Layout.complete(items(20), links(20), fixed);

        assertThat(places).doesNotContainKeys(0, 1).hasSize(18);
        List<Rect> all = new ArrayList<>(rects(items(20), places));
        all.addAll(fixed.values());
        assertApart(all);
    }

    @Test
    void aNewThingStandsBesideWhatItIsLinkedTo() {
        Map<Integer, Rect> fixed = Map.of(0, new Rect(0, 0, 208, 56));

        Map<Integer, Point> places = Layout.complete(items(2), List.of(new Link<>(0, 1)), fixed);

        assertThat(places).containsEntry(1, new Point(208 + Grid.LAYER_GAP, 0));
    }

    @Test
    void theNearestFreePlaceIsTheWantedOneIfNothingIsThere() {
        FreeSpace space = new FreeSpace(16);
        Rect wanted = new Rect(16, 24, 100, 50);

        assertThat(space.nearest(wanted)).isEqualTo(wanted);
        space.take(wanted);

        Rect next = space.nearest(wanted);
        assertThat(next.grown(15).intersects(wanted)).isFalse();
        assertThat(next.center().distance(wanted.center())).isLessThan(100);
    }
}
