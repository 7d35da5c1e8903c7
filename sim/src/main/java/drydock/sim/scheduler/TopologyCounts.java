package drydock.sim.scheduler;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A number for each value of each topology label.
final class TopologyCounts {

    private record Domain(String key, String value) {}

    private final Map<Domain, Long> counts = new HashMap<>();

    /// Adds to the domain that `node` is in; nothing where it is in none.
    void add(NodeInfo node, String key, long amount) {
        String value = node.label(key);
        if (value != null && amount != 0) {
            counts.merge(new Domain(key, value), amount, Long::sum);
        }
    }

    /// The number of the domain that `node` is in.
    long of(NodeInfo node, String key) {
        return at(key, node.label(key));
    }

    private long at(String key, @Nullable String value) {
        return value == null ? 0 : counts.getOrDefault(new Domain(key, value), 0L);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /// The sum over all labels of the numbers of the domains that `node` is in.
    long total(NodeInfo node) {
        long total = 0;
        for (Map.Entry<Domain, Long> entry : counts.entrySet()) {
            if (entry.getKey().value().equals(node.label(entry.getKey().key()))) {
                total += entry.getValue();
            }
        }
        return total;
    }
}
