package drydock.render.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whatever is to be laid out, linked however: areas, frames, cycles, hubs, things without a link, of any size.
class LayoutPropertyTest {

    private static List<Item<Integer>> items(int count, Random random) {
        int areas = 1 + random.nextInt(4);
        List<Item<Integer>> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new Item<>(
                    i,
                    random.nextInt(10) == 0 ? 900 : 200 + random.nextInt(120),
                    50 + random.nextInt(200),
                    random.nextInt(5) == 0 ? "" : "area" + random.nextInt(areas),
                    random.nextInt(6) == 0 ? "frame" + random.nextInt(3) : ""));
        }
        return items;
    }

    /// Cycles and links to itself among them, and sometimes one that all are linked to.
    private static List<Link<Integer>> links(int count, Random random) {
        List<Link<Integer>> links = new ArrayList<>();
        boolean hub = random.nextBoolean();
        for (int i = 0; i < count; i++) {
            if (hub && random.nextInt(3) > 0) {
                links.add(new Link<>(i, 0));
            }
            if (random.nextInt(3) > 0) {
                links.add(new Link<>(i, random.nextInt(count)));
            }
        }
        return links;
    }

    private static Map<Integer, Rect> fixed(List<Item<Integer>> items, Random random) {
        Map<Integer, Rect> fixed = new LinkedHashMap<>();
        FreeSpace space = new FreeSpace(Grid.GAP);
        for (Item<Integer> item : items) {
            Rect rect =
                    new Rect(random.nextInt(6000) + 0.25, random.nextInt(4000) - 2000.5, item.width(), item.height());
            if (random.nextInt(4) == 0 && space.isFree(rect)) {
                space.take(rect);
                fixed.put(item.key(), rect);
            }
        }
        return fixed;
    }

    private static Map<Integer, Rect> rects(Plan<Integer> plan, Map<Integer, Point> places) {
        Map<Integer, Rect> rects = new LinkedHashMap<>(plan.fixed());
        for (Item<Integer> item : plan.items()) {
            Point at = places.get(item.key());
            if (at != null) {
                rects.put(item.key(), new Rect(at.x(), at.y(), item.width(), item.height()));
            }
        }
        return rects;
    }

    private static void assertApart(List<Rect> rects) {
        for (int i = 0; i < rects.size(); i++) {
            for (int j = i + 1; j < rects.size(); j++) {
                assertThat(rects.get(i).grown(4).intersects(rects.get(j).grown(4)))
                        .as("%s and %s", rects.get(i), rects.get(j))
                        .isFalse();
            }
        }
    }

    private static void assertPlaced(Plan<Integer> plan, Map<Integer, Point> places) {
        assertThat(places.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        plan.open().stream().map(Item::key).toList());
        assertThat(places.values())
                .allMatch(at -> Double.isFinite(at.x()) && Double.isFinite(at.y()))
                .allMatch(at -> at.x() % Grid.STEP == 0 && at.y() % Grid.STEP == 0);
        List<Rect> all = new ArrayList<>(rects(plan, places).values());
        all.addAll(plan.taken());
        assertApart(all);
    }

    private static Rect union(List<Rect> rects) {
        return rects.stream().reduce(Rect::union).orElseThrow();
    }

    @Property(tries = 60)
    void onAnEmptyPlaneNothingOverlapsFramesHoldOnlyTheirOwnAndAreasStandApart(
            @ForAll @IntRange(max = 120) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<Item<Integer>> items = items(count, random);
        Plan<Integer> plan = new Plan<>(items, links(count, random), Map.of());

        Map<Integer, Point> places = Layout.complete(plan, LayoutWatch.NONE);

        assertPlaced(plan, places);
        assertThat(Layout.complete(plan, LayoutWatch.NONE)).isEqualTo(places);
        assertFramesHoldOnlyTheirOwn(plan, places);
        assertAreasApart(plan, places);
    }

    private static void assertFramesHoldOnlyTheirOwn(Plan<Integer> plan, Map<Integer, Point> places) {
        Map<Integer, Rect> rects = rects(plan, places);
        Map<String, List<Rect>> frames = new HashMap<>();
        plan.items().stream()
                .filter(item -> !item.frame().isEmpty())
                .forEach(item -> frames.computeIfAbsent(item.frame(), f -> new ArrayList<>())
                        .add(rects.get(item.key())));
        frames.forEach((frame, members) -> {
            Rect inside = union(members);
            Rect around = new Rect(
                    inside.x() - Grid.FRAME_MARGIN,
                    inside.y() - Grid.FRAME_HEAD,
                    inside.width() + 2 * Grid.FRAME_MARGIN,
                    inside.height() + Grid.FRAME_HEAD + Grid.FRAME_MARGIN);
            plan.items().stream()
                    .filter(item -> !item.frame().equals(frame))
                    .forEach(item -> assertThat(rects.get(item.key()).intersects(around))
                            .as("%s in the frame %s", item, frame)
                            .isFalse());
        });
    }

    private static void assertAreasApart(Plan<Integer> plan, Map<Integer, Point> places) {
        if (plan.items().stream().anyMatch(item -> !item.frame().isEmpty())) {
            return; // a frame may hold things of several areas
        }
        Map<Integer, Rect> rects = rects(plan, places);
        Map<String, List<Rect>> areas = new HashMap<>();
        Areas.of(plan.items(), plan.links())
                .forEach((key, area) ->
                        areas.computeIfAbsent(area, a -> new ArrayList<>()).add(rects.get(key)));
        assertApart(areas.values().stream().map(LayoutPropertyTest::union).toList());
    }

    @Property(tries = 40)
    void areasStandApart(@ForAll @IntRange(max = 80) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<Item<Integer>> items = items(count, random).stream()
                .map(item -> new Item<>(item.key(), item.width(), item.height(), item.area(), ""))
                .toList();
        Plan<Integer> plan = new Plan<>(items, links(count, random), Map.of());

        assertAreasApart(plan, Layout.complete(plan, LayoutWatch.NONE));
    }

    @Property(tries = 60)
    void whatStandsStaysAndWhatIsNewFindsFreeSpace(
            @ForAll @IntRange(max = 100) int count, @ForAll boolean anew, @ForAll long seed) {
        Random random = new Random(seed);
        List<Item<Integer>> items = items(count, random);
        Map<Integer, Rect> fixed = fixed(items, random);
        Rect note = new Rect(-900, -300, 300, 200);
        Plan<Integer> plan = new Plan<>(items, links(count, random), fixed, List.of(note), anew);

        Map<Integer, Point> places = Layout.complete(plan, LayoutWatch.NONE);

        assertPlaced(plan, places);
        assertThat(Layout.complete(plan, LayoutWatch.NONE)).isEqualTo(places);
    }

    @Property(tries = 40)
    void rowsAndASelectionKeepOffWhatStands(@ForAll @IntRange(max = 100) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<Item<Integer>> items = items(count, random);
        Plan<Integer> plan = new Plan<>(items, links(count, random), fixed(items, random));

        assertPlaced(plan, Layout.sketch(plan));
        assertPlaced(plan, Layout.together(plan, new Point(3000.3, 100), LayoutWatch.NONE));
    }

    @Property(tries = 20)
    void aLayoutTellsHowFarItIsAndCanBeStopped(@ForAll @IntRange(min = 2, max = 80) int count, @ForAll long seed) {
        Random random = new Random(seed);
        Plan<Integer> plan = new Plan<>(items(count, random), links(count, random), Map.of());
        List<Double> told = new ArrayList<>();
        Layout.complete(plan, watch(told, Integer.MAX_VALUE));

        assertThat(told).isSorted();
        assertThat(told.getLast()).isEqualTo(1);
        assertThatThrownBy(() -> Layout.complete(plan, watch(new ArrayList<>(), random.nextInt(told.size()))))
                .isInstanceOf(CancellationException.class);
    }

    private static LayoutWatch watch(List<Double> told, int stopAfter) {
        AtomicInteger asked = new AtomicInteger();
        return new LayoutWatch() {
            @Override
            public boolean isStopped() {
                return asked.getAndIncrement() >= stopAfter;
            }

            @Override
            public void done(double share) {
                told.add(share);
            }
        };
    }
}
