package drydock.render.figure;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A copy of a map that is never changed, in its order; a copy of a copy is the copy itself.
final class Kept<K, V> extends AbstractMap<K, V> {

    private final Map<K, V> map;

    private Kept(Map<K, V> map) {
        this.map = Collections.unmodifiableMap(map);
    }

    static <K, V> Map<K, V> of(Map<K, V> map) {
        return map instanceof Kept<K, V> kept ? kept : new Kept<>(new LinkedHashMap<>(map));
    }

    /// A map that nobody else has, kept without a copy.
    static <K, V> Map<K, V> own(Map<K, V> map) {
        return new Kept<>(map);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return map.entrySet();
    }

    @Override
    public Set<K> keySet() {
        return map.keySet();
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return map.containsKey(key);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return map.get(key);
    }
}
