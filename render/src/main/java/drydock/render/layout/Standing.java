package drydock.render.layout;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands on a plane, and what comes to stand there in the course of a layout.
final class Standing<K> {

    /// A block that is wider or higher than this is not tried at every place near by.
    private static final double LARGE = 4_000;

    private final Map<K, Rect> rects = new LinkedHashMap<>();
    private final Map<String, Rect> areas = new HashMap<>();
    private final Map<K, String> areaOf = new HashMap<>();
    private final FreeSpace space = new FreeSpace(Grid.GAP / 2);
    private final Map<K, List<Link<K>>> links = new HashMap<>();
    private Optional<Rect> bounds = Optional.empty();

    Standing(Plan<K> plan) {
        plan.items().forEach(item -> areaOf.put(item.key(), item.area()));
        for (Link<K> link : plan.links()) {
            links.computeIfAbsent(link.from(), key -> new ArrayList<>()).add(link);
            links.computeIfAbsent(link.to(), key -> new ArrayList<>()).add(link);
        }
        plan.fixed().forEach(this::put);
        plan.taken().forEach(this::take);
    }

    private void put(K key, Rect rect) {
        rects.put(key, rect);
        areas.merge(areaOf.getOrDefault(key, ""), rect, Rect::union);
        take(rect);
    }

    private void take(Rect rect) {
        space.take(rect);
        bounds = Optional.of(bounds.map(rect::union).orElse(rect));
    }

    /// Whether a member of `group` is linked to something that stands.
    boolean isLinked(List<Item<K>> group) {
        return group.stream()
                .flatMap(item -> links.getOrDefault(item.key(), List.of()).stream())
                .anyMatch(link -> rects.containsKey(link.from()) || rects.containsKey(link.to()));
    }

    /// Where `block` is to stand that holds `group`: beside the first standing thing that a member is linked
    /// to; below everything if none is.
    Rect beside(List<Item<K>> group, Block<K> block) {
        for (Item<K> item : group) {
            for (Link<K> link : links.getOrDefault(item.key(), List.of())) {
                Rect from = rects.get(link.from());
                Rect to = rects.get(link.to());
                if (from != null) {
                    return new Rect(from.right() + Grid.LAYER_GAP, from.y(), block.width(), block.height());
                }
                if (to != null) {
                    return new Rect(to.x() - Grid.LAYER_GAP - block.width(), to.y(), block.width(), block.height());
                }
            }
        }
        return below(block);
    }

    /// The links between members of `group`.
    List<Link<K>> within(List<Item<K>> group) {
        return group.stream()
                .flatMap(item -> links.getOrDefault(item.key(), List.of()).stream()
                        .filter(link -> link.from().equals(item.key())))
                .toList();
    }

    /// Below what stands of an area; below everything, where nothing does.
    Rect below(String area, Block<K> block) {
        Rect above = areas.get(area);
        return above == null
                ? below(block)
                : new Rect(above.x(), above.bottom() + Grid.GAP, block.width(), block.height());
    }

    /// Below everything.
    Rect below(Block<K> block) {
        Rect above = bounds.orElse(new Rect(0, -Grid.GAP, 0, 0));
        return new Rect(above.x(), above.bottom() + Grid.GAP, block.width(), block.height());
    }

    /// The free place nearest to `wanted`, or one below everything if there is none near by.
    Rect nearest(Rect wanted) {
        Rect snapped = new Rect(Grid.snap(wanted.x()), Grid.up(wanted.y()), wanted.width(), wanted.height());
        if (space.isFree(snapped)) {
            return snapped;
        }
        if (Math.max(wanted.width(), wanted.height()) <= LARGE) {
            Rect found = space.nearest(snapped);
            if (space.isFree(found)) {
                return found;
            }
        }
        Rect all = bounds.orElse(snapped);
        return new Rect(Grid.snap(all.x()), Grid.up(all.bottom() + Grid.GAP), wanted.width(), wanted.height());
    }

    /// Puts what a block holds where the block has come to stand.
    ///
    /// @param result told where each thing stands
    void put(Block<K> block, Rect place, List<Item<K>> items, Map<K, Point> result) {
        for (Item<K> item : items) {
            Point at = block.places().getOrDefault(item.key(), new Point(0, 0)).plus(place.x(), place.y());
            put(item.key(), new Rect(at.x(), at.y(), item.width(), item.height()));
            result.put(item.key(), at);
        }
    }
}
