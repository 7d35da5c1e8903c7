package drydock.sim.container;

import java.util.Map;
import java.util.TreeMap;

/// Sorted maps that have no entry or one nearly always, of which a cluster has many: an empty one costs nothing, one
/// with an entry little.
///
/// Whoever keeps such a map begins with `Map.of()` and keeps what each of these methods returns in its place.
public final class Few {

    private Few() {}

    /// The map with `value` at `key`.
    public static <K extends Comparable<? super K>, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        if (map instanceof TreeMap) {
            map.put(key, value);
            return map;
        }
        if (map.isEmpty() || map.containsKey(key)) {
            return Map.of(key, value);
        }
        Map<K, V> more = new TreeMap<>(map);
        more.put(key, value);
        return more;
    }

    /// The map without what is at `key`, if anything is.
    public static <K extends Comparable<? super K>, V> Map<K, V> without(Map<K, V> map, K key) {
        if (map instanceof TreeMap) {
            map.remove(key);
            return map;
        }
        return map.containsKey(key) ? Map.of() : map;
    }
}
