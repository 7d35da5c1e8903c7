package drydock.model.topology;

import drydock.model.resource.LabelOperator;
import drydock.model.resource.LabelRequirement;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What has labels, found by namespace and label without looking at all.
final class LabelIndex {

    private record Entry(ResourceId id, Map<String, String> labels) {}

    private record Label(String namespace, String key, String value) {}

    private final Map<String, List<Entry>> byNamespace = new HashMap<>();
    private final Map<Label, List<Entry>> byLabel = new HashMap<>();

    void add(ResourceId id, @Nullable Map<String, String> labels) {
        Entry entry = new Entry(id, labels == null ? Map.of() : labels);
        byNamespace.computeIfAbsent(id.namespace(), n -> new ArrayList<>()).add(entry);
        entry.labels()
                .forEach((key, value) -> byLabel.computeIfAbsent(
                                new Label(id.namespace(), key, value), l -> new ArrayList<>())
                        .add(entry));
    }

    /// What `selector` chooses in `namespace`, in the order in which it was added.
    List<ResourceId> find(String namespace, LabelSelector selector) {
        if (selector.nothing()) {
            return List.of();
        }
        List<Entry> fewest = byNamespace.getOrDefault(namespace, List.of());
        for (LabelRequirement requirement : selector.requirements()) {
            if (requirement.operator() == LabelOperator.EQUALS) {
                String value = requirement.values().getFirst();
                List<Entry> having = byLabel.getOrDefault(new Label(namespace, requirement.key(), value), List.of());
                fewest = having.size() < fewest.size() ? having : fewest;
            }
        }
        List<ResourceId> found = new ArrayList<>();
        for (Entry entry : fewest) {
            if (selector.matches(entry.labels())) {
                found.add(entry.id());
            }
        }
        return found;
    }
}
