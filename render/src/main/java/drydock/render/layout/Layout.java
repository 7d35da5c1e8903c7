package drydock.render.layout;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Finds a place for each thing that has none.
public final class Layout {

    private Layout() {}

    /// Places for those of `items` that are not in `fixed`; what is fixed is never moved.
    public static <K> Map<K, Point> complete(List<Item<K>> items, List<Link<K>> links, Map<K, Rect> fixed) {
        return complete(new Plan<>(items, links, fixed), LayoutWatch.NONE);
    }

    /// Places for all that is open in a plan.
    ///
    /// What hangs together is laid out in layers, what stands alone in rows, areas apart. Where nothing
    /// stands, all of it starts at (0, 0). A thing that is linked to a fixed one goes to the nearest free
    /// place beside it, anything else below its area, or below everything.
    ///
    /// @throws java.util.concurrent.CancellationException if `watch` stops it
    public static <K> Map<K, Point> complete(Plan<K> plan, LayoutWatch watch) {
        List<Item<K>> open = plan.open();
        if (open.isEmpty()) {
            return Map.of();
        }
        Progress progress = new Progress(plan.anew() ? plan.items().size() : open.size(), watch);
        if (plan.fixed().isEmpty() && plan.taken().isEmpty()) {
            return ended(Fresh.of(open, plan.links(), progress).places(), progress);
        }
        Standing<K> standing = new Standing<>(plan);
        boolean all = plan.anew() || plan.fixed().isEmpty();
        return ended(all ? anew(plan, standing, progress) : added(plan, open, standing, progress), progress);
    }

    private static <K> Map<K, Point> ended(Map<K, Point> places, Progress progress) {
        progress.end();
        return places;
    }

    /// Places for all that is open, together at `corner`, or at the nearest place where all of it has room.
    ///
    /// @throws java.util.concurrent.CancellationException if `watch` stops it
    public static <K> Map<K, Point> together(Plan<K> plan, Point corner, LayoutWatch watch) {
        List<Item<K>> open = plan.open();
        Progress progress = new Progress(open.size(), watch);
        Block<K> block = Fresh.of(open, plan.links(), progress);
        Standing<K> standing = new Standing<>(plan);
        Map<K, Point> result = new LinkedHashMap<>();
        Rect wanted = new Rect(corner.x(), corner.y(), block.width(), block.height());
        standing.put(block, standing.nearest(wanted), open, result);
        return ended(result, progress);
    }

    /// A place for all that is open at once, without regard to links: rows below all that stands.
    public static <K> Map<K, Point> sketch(Plan<K> plan) {
        List<Item<K>> open = plan.open();
        Map<Integer, Point> corners = Shelves.pack(
                IntStream.range(0, open.size())
                        .mapToObj(i -> Block.of(open.get(i)).item(i))
                        .toList(),
                Grid.GAP,
                Shelves.ASPECT);
        Block<K> rows = Block.joined(open.stream().map(Block::of).toList(), corners);
        Standing<K> standing = new Standing<>(plan);
        Map<K, Point> result = new LinkedHashMap<>();
        standing.put(rows, standing.nearest(standing.below(rows)), open, result);
        return result;
    }

    /// Where a layout of all has them; beside that, where something stands there.
    private static <K> Map<K, Point> anew(Plan<K> plan, Standing<K> standing, Progress progress) {
        Block<K> all = Fresh.of(plan.items(), plan.links(), progress);
        Map<K, Point> result = new LinkedHashMap<>();
        for (Item<K> item : plan.open()) {
            progress.count(0);
            Point at = all.places().getOrDefault(item.key(), new Point(0, 0));
            Rect wanted = new Rect(at.x(), at.y(), item.width(), item.height());
            standing.put(Block.of(item), standing.nearest(wanted), List.of(item), result);
        }
        return result;
    }

    private static <K> Map<K, Point> added(Plan<K> plan, List<Item<K>> open, Standing<K> standing, Progress progress) {
        Map<K, Point> result = new LinkedHashMap<>();
        Map<String, List<Item<K>>> apart = new LinkedHashMap<>();
        for (List<Item<K>> group : Components.of(open, plan.links())) {
            if (!standing.isLinked(group)) {
                group.forEach(item -> apart.computeIfAbsent(item.area(), area -> new ArrayList<>())
                        .add(item));
                continue;
            }
            Block<K> block = Fresh.of(group, standing.within(group), progress);
            standing.put(block, standing.nearest(standing.beside(group, block)), group, result);
        }
        apart.forEach((area, items) -> {
            Block<K> block = Fresh.of(items, standing.within(items), progress);
            standing.put(block, standing.nearest(standing.below(area, block)), items, result);
        });
        return result;
    }
}
