package drydock.app.comparison;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is different between what two runs hold: objects that only one has, and objects that stand otherwise.
///
/// @param rows the differences, by namespace, kind and name
public record Comparison(List<Row> rows) {

    /// Kinds that say nothing that their owners do not say.
    private static final Set<String> LEFT_OUT = Set.of("Event", "Lease", "EndpointSlice", "ControllerRevision");

    /// An object that is not the same in both.
    ///
    /// @param first how it stands in the first, empty if it is not there
    /// @param second how it stands in the second, empty if it is not there
    public record Row(ResourceId object, Optional<String> first, Optional<String> second) {}

    public Comparison {
        rows = List.copyOf(rows);
    }

    /// Compares what two runs hold.
    public static Comparison of(Map<ResourceId, HasMetadata> first, Map<ResourceId, HasMetadata> second) {
        Set<ResourceId> all = new TreeSet<>(first.keySet());
        all.addAll(second.keySet());
        List<Row> rows = new ArrayList<>();
        for (ResourceId id : all) {
            Optional<String> here = Optional.ofNullable(first.get(id)).map(Standing::of);
            Optional<String> there = Optional.ofNullable(second.get(id)).map(Standing::of);
            if (!LEFT_OUT.contains(id.kind()) && !here.equals(there)) {
                rows.add(new Row(id, here, there));
            }
        }
        return new Comparison(rows);
    }
}
