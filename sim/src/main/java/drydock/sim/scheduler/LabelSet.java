package drydock.sim.scheduler;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What selectors see of a Pod. The Pods of one owner have equal ones, so that a node holds few that differ however
/// many Pods are on it. They are looked up for every node again and again, so that their hash is kept.
final class LabelSet {

    private final String namespace;
    private final Map<String, String> labels;
    private final boolean leaving;
    private final int hash;

    private LabelSet(String namespace, Map<String, String> labels, boolean leaving) {
        this.namespace = namespace;
        this.labels = labels;
        this.leaving = leaving;
        this.hash = 31 * (31 * namespace.hashCode() + labels.hashCode()) + Boolean.hashCode(leaving);
    }

    /// @param leaving whether the Pod is being deleted
    static LabelSet of(String namespace, @Nullable Map<String, String> labels, boolean leaving) {
        return new LabelSet(
                namespace, labels == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(labels)), leaving);
    }

    String namespace() {
        return namespace;
    }

    Map<String, String> labels() {
        return labels;
    }

    boolean leaving() {
        return leaving;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof LabelSet set
                        && hash == set.hash
                        && leaving == set.leaving
                        && namespace.equals(set.namespace)
                        && labels.equals(set.labels));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return namespace + labels + (leaving ? " leaving" : "");
    }
}
