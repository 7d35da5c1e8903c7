package drydock.sim.kubelet;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Two maps as one: what the upper one has hides what the lower one has. Neither may change any more.
///
/// So every container of a namespace can have the variables of all its Services, which are many, and none holds them.
final class Layered extends AbstractMap<String, String> {

    private final Map<String, String> upper;
    private final Map<String, String> lower;

    Layered(Map<String, String> upper, Map<String, String> lower) {
        this.upper = upper;
        this.lower = lower;
    }

    @Override
    public @Nullable String get(@Nullable Object key) {
        return upper.containsKey(key) ? upper.get(key) : lower.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return upper.containsKey(key) || lower.containsKey(key);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
                return entries().iterator();
            }

            @Override
            public int size() {
                return (int) entries().count();
            }
        };
    }

    private Stream<Entry<String, String>> entries() {
        return Stream.concat(
                upper.entrySet().stream(),
                lower.entrySet().stream().filter(entry -> !upper.containsKey(entry.getKey())));
    }
}
