package drydock.sim.scheduler;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What selectors see of a Pod. The Pods of one owner have equal ones, so that a node holds few that differ however
/// many
/// Pods are on it.
///
/// @param leaving whether the Pod is being deleted
record LabelSet(String namespace, Map<String, String> labels, boolean leaving) {

    static LabelSet of(String namespace, @Nullable Map<String, String> labels, boolean leaving) {
        return new LabelSet(namespace, Map.copyOf(Objects.requireNonNullElse(labels, Map.of())), leaving);
    }
}
