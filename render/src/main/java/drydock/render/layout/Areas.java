package drydock.render.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands in which area.
final class Areas {

    /// How far from an area a thing without one may be linked to it.
    private static final int STEPS = 4;

    private Areas() {}

    /// The area of each item: its own, else the only one that it is linked to or that there is, else none.
    static <K> Map<K, String> of(List<Item<K>> items, List<Link<K>> links) {
        Map<K, String> areas = new LinkedHashMap<>();
        items.forEach(item -> areas.put(item.key(), item.area()));
        for (int step = 0; step < STEPS; step++) {
            Map<K, Set<String>> near = new HashMap<>();
            for (Link<K> link : links) {
                note(near, areas, link.from(), link.to());
                note(near, areas, link.to(), link.from());
            }
            boolean[] more = {false};
            near.forEach((key, names) -> {
                if (names.size() == 1) {
                    areas.put(key, names.iterator().next());
                    more[0] = true;
                }
            });
            if (!more[0]) {
                break;
            }
        }
        Set<String> named = new HashSet<>(areas.values());
        named.remove("");
        if (named.size() == 1) {
            // asked once: its table is as large as there are items, and the one name may stand at its end
            String only = named.iterator().next();
            areas.replaceAll((key, area) -> only);
        }
        return areas;
    }

    private static <K> void note(Map<K, Set<String>> near, Map<K, String> areas, K key, K other) {
        String there = areas.getOrDefault(other, "");
        if (!there.isEmpty() && "".equals(areas.get(key))) {
            near.computeIfAbsent(key, k -> new HashSet<>()).add(there);
        }
    }

    /// The items by area and, in it, frame; all in the order of `items`. What is framed stands where the
    /// first of its frame does.
    static <K> Map<String, Map<String, List<Item<K>>>> sorted(List<Item<K>> items, Map<K, String> areas) {
        Map<String, String> areaOfFrame = new HashMap<>();
        Map<String, Map<String, List<Item<K>>>> result = new LinkedHashMap<>();
        for (Item<K> item : items) {
            String own = areas.getOrDefault(item.key(), "");
            String area = item.frame().isEmpty() ? own : areaOfFrame.computeIfAbsent(item.frame(), f -> own);
            result.computeIfAbsent(area, a -> new LinkedHashMap<>())
                    .computeIfAbsent(item.frame(), f -> new ArrayList<>())
                    .add(item);
        }
        return result;
    }
}
