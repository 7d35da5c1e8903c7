package drydock.sim.controller;

import drydock.model.resource.LabelOperator;
import drydock.model.resource.LabelSelector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Index keys by which the objects that carry a label are found, so that a selector need not be held against all.
final class LabelKeys {

    private LabelKeys() {}

    /// One key for each label.
    static List<String> of(String namespace, @Nullable Map<String, String> labels) {
        List<String> keys = new ArrayList<>();
        if (labels != null) {
            labels.forEach((key, value) -> keys.add(key(namespace, key, value)));
        }
        return keys;
    }

    /// One key for a whole selector: that of its first label, in the order of the labels' names.
    static List<String> ofSelector(String namespace, @Nullable Map<String, String> selector) {
        return selector == null
                ? List.of()
                : selector.entrySet().stream()
                        .min(Map.Entry.comparingByKey())
                        .map(e -> List.of(key(namespace, e.getKey(), e.getValue())))
                        .orElse(List.of());
    }

    /// The fewest objects among which all are that a selector matches.
    static <T extends io.fabric8.kubernetes.api.model.HasMetadata> Collection<T> candidates(
            Informer<T> informer, String namespace, Map<String, String> selector) {
        return of(namespace, selector).stream()
                .map(informer::of)
                .min(Comparator.comparingInt(Collection::size))
                .orElse(List.of());
    }

    /// The fewest objects among which all are that a selector matches: all there are, if it asks for no value of a
    /// label.
    static <T extends io.fabric8.kubernetes.api.model.HasMetadata> Collection<T> candidates(
            Informer<T> informer, String namespace, LabelSelector selector) {
        if (selector.nothing()) {
            return List.of();
        }
        return selector.requirements().stream()
                .filter(requirement -> requirement.operator() == LabelOperator.EQUALS)
                .map(requirement -> informer.of(
                        key(namespace, requirement.key(), requirement.values().getFirst())))
                .min(Comparator.comparingInt(Collection::size))
                .orElseGet(informer::all);
    }

    private static String key(String namespace, String label, String value) {
        return "label/" + namespace + "/" + label + "=" + value;
    }
}
