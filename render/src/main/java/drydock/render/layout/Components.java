package drydock.render.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What hangs together through links.
final class Components {

    private Components() {}

    /// The items in groups that hang together; groups and their members in the order of `items`.
    static <K> List<List<Item<K>>> of(List<Item<K>> items, List<Link<K>> links) {
        Map<K, K> leader = new HashMap<>();
        items.forEach(i -> leader.put(i.key(), i.key()));
        for (Link<K> link : links) {
            if (leader.containsKey(link.from()) && leader.containsKey(link.to())) {
                leader.put(find(leader, link.from()), find(leader, link.to()));
            }
        }
        Map<K, List<Item<K>>> groups = new LinkedHashMap<>();
        for (Item<K> item : items) {
            groups.computeIfAbsent(find(leader, item.key()), k -> new ArrayList<>())
                    .add(item);
        }
        return List.copyOf(groups.values());
    }

    private static <K> K find(Map<K, K> leader, K key) {
        K at = key;
        while (true) {
            K next = leader.getOrDefault(at, at);
            if (next.equals(at)) {
                return at;
            }
            K afterNext = leader.getOrDefault(next, next);
            leader.put(at, afterNext);
            at = afterNext;
        }
    }
}
