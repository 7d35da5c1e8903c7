package drydock.render.layout;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Finds a place for each thing that has none.
public final class Layout {

    private static final double ASPECT = 2.2;
    /// Groups above this size are laid out without their links: layers of more take too long, and nobody
    /// could read them.
    private static final int MOST_LINKED = 20_000;

    private Layout() {}

    /// Places for those of `items` that are not in `fixed`; what is fixed is never moved.
    ///
    /// What hangs together is laid out in layers, what stands alone in rows. Where nothing is fixed, all of
    /// it starts at (0, 0). A thing that is linked to a fixed one goes to the nearest free place beside it,
    /// anything else below all that is fixed.
    ///
    /// @param fixed where things stand already, with their sizes
    public static <K> Map<K, Point> complete(List<Item<K>> items, List<Link<K>> links, Map<K, Rect> fixed) {
        List<Item<K>> open =
                items.stream().filter(i -> !fixed.containsKey(i.key())).toList();
        if (open.isEmpty()) {
            return Map.of();
        }
        if (fixed.isEmpty()) {
            return fresh(open, links);
        }
        FreeSpace space = new FreeSpace(Grid.GAP / 2);
        fixed.values().forEach(space::take);
        Map<K, Point> result = new LinkedHashMap<>();
        Map<K, Rect> standing = new LinkedHashMap<>(fixed);
        for (List<Item<K>> group : Components.of(open, links)) {
            group(group, links, standing, space).forEach((key, rect) -> {
                standing.put(key, rect);
                space.take(rect);
                result.put(key, new Point(rect.x(), rect.y()));
            });
        }
        return result;
    }

    /// All of `items` on an empty plane: what is linked above, what stands alone below, in rows.
    private static <K> Map<K, Point> fresh(List<Item<K>> items, List<Link<K>> links) {
        List<List<Item<K>>> groups = Components.of(items, links);
        List<Map<K, Point>> places = new ArrayList<>();
        List<Item<Integer>> blocks = new ArrayList<>();
        List<Item<K>> alone = new ArrayList<>();
        for (List<Item<K>> group : groups) {
            if (group.size() == 1) {
                alone.addAll(group);
            } else {
                Map<K, Point> inside = group(group, links);
                Rect bounds = bounds(group, inside);
                blocks.add(new Item<>(places.size(), bounds.width(), bounds.height()));
                places.add(inside);
            }
        }
        blocks.sort(Comparator.comparingDouble((Item<Integer> b) -> -b.height()));
        Map<K, Point> result = new LinkedHashMap<>();
        double bottom = 0;
        Map<Integer, Point> corners = Shelves.pack(blocks, Grid.GAP, ASPECT);
        for (Item<Integer> block : blocks) {
            Point corner = corners.getOrDefault(block.key(), new Point(0, 0));
            places.get(block.key()).forEach((key, at) -> result.put(key, at.plus(corner.x(), corner.y())));
            bottom = Math.max(bottom, corner.y() + block.height() + Grid.GAP);
        }
        double top = Grid.up(bottom);
        rows(alone).forEach((key, at) -> result.put(key, at.plus(0, top)));
        return result;
    }

    /// Rows and columns, the higher ones first, so that each row is about as high as what stands in it.
    private static <K> Map<K, Point> rows(List<Item<K>> alone) {
        double gap = Grid.GAP - 2 * Grid.STEP;
        double cell = alone.stream().mapToDouble(Item::width).max().orElse(0) + gap;
        double area = alone.stream().mapToDouble(i -> cell * (i.height() + gap)).sum();
        double columns = cell == 0 ? 1 : Math.ceil(Math.sqrt(area * ASPECT) / cell);
        List<Item<K>> cells = alone.stream()
                .sorted(Comparator.comparingDouble((Item<K> i) -> -i.height()))
                .map(i -> new Item<>(i.key(), cell - gap, i.height()))
                .toList();
        return Shelves.within(cells, gap, columns * cell);
    }

    private static <K> Map<K, Point> group(List<Item<K>> group, List<Link<K>> links) {
        return group.size() == 1 || group.size() > MOST_LINKED
                ? Shelves.pack(group, Grid.GAP, ASPECT)
                : Layered.place(group, links);
    }

    private static <K> Map<K, Rect> group(
            List<Item<K>> group, List<Link<K>> links, Map<K, Rect> standing, FreeSpace space) {
        Map<K, Point> inside = group(group, links);
        Rect bounds = bounds(group, inside);
        Rect place = space.nearest(wanted(group, links, standing, bounds));
        return group.stream()
                .collect(Collectors.toMap(
                        Item::key,
                        i -> {
                            Point at = inside.getOrDefault(i.key(), new Point(0, 0));
                            return new Rect(place.x() + at.x(), place.y() + at.y(), i.width(), i.height());
                        },
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    /// Beside the first standing thing that a member is linked to; else below everything.
    private static <K> Rect wanted(List<Item<K>> group, List<Link<K>> links, Map<K, Rect> standing, Rect size) {
        var members = group.stream().map(Item::key).collect(Collectors.toSet());
        for (Link<K> link : links) {
            Rect from = standing.get(link.from());
            Rect to = standing.get(link.to());
            if (from != null && members.contains(link.to())) {
                return new Rect(from.right() + Grid.LAYER_GAP, from.y(), size.width(), size.height());
            }
            if (to != null && members.contains(link.from())) {
                return new Rect(to.x() - Grid.LAYER_GAP - size.width(), to.y(), size.width(), size.height());
            }
        }
        Rect all = standing.values().stream().reduce(Rect::union).orElse(size);
        return new Rect(all.x(), all.bottom() + Grid.GAP, size.width(), size.height());
    }

    private static <K> Rect bounds(List<Item<K>> items, Map<K, Point> places) {
        return items.stream()
                .map(i -> {
                    Point at = places.getOrDefault(i.key(), new Point(0, 0));
                    return new Rect(at.x(), at.y(), i.width(), i.height());
                })
                .reduce(Rect::union)
                .orElse(new Rect(0, 0, 0, 0));
    }
}
