package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// What stands in place of a Secret's values where it is compared: stars, which tell no more than whether a value
/// changes (`kubectl/pkg/cmd/diff/diff.go Masker`).
///
/// @param first what it has
/// @param second what it would have
record MaskedData(Map<String, String> first, Map<String, String> second) {

    private static final String MASK = "***";

    static MaskedData of(Optional<HasMetadata> live, Secret merged) {
        return new MaskedData(live.map(Secret.class::cast).map(MaskedData::data).orElse(Map.of()), data(merged));
    }

    private static Map<String, String> data(Secret secret) {
        return Objects.requireNonNullElse(secret.getData(), Map.of());
    }

    /// The Secret as it is, `tree`, with its values hidden.
    Object before(Object tree) {
        return masked(tree, first, " (before)");
    }

    /// The Secret as it would be, with its values hidden.
    Object after(Object tree) {
        return masked(tree, second, " (after)");
    }

    private Object masked(Object tree, Map<String, String> data, String changed) {
        if (!(tree instanceof Map<?, ?> object) || data.isEmpty()) {
            return tree;
        }
        Map<String, Object> hidden = new TreeMap<>();
        data.keySet().forEach(key -> hidden.put(key, changes(key) ? MASK + changed : MASK));
        Map<String, Object> copy = new TreeMap<>();
        object.forEach((key, value) -> copy.put(String.valueOf(key), key.equals("data") ? hidden : value));
        return copy;
    }

    private boolean changes(String key) {
        return first.containsKey(key)
                && second.containsKey(key)
                && !first.get(key).equals(second.get(key));
    }
}
