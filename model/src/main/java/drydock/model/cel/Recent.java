package drydock.model.cel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Values that were made before, those used last at the end; as many as there is room for are kept.
final class Recent<K, V> {

    private final Map<K, V> kept;

    Recent(int most) {
        kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    /// The value of `key`, which is made if it is not kept.
    V get(K key, Function<K, V> make) {
        return kept.computeIfAbsent(key, make);
    }
}
