package drydock.app.comparison;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public static Comparison of(Stream<HasMetadata> first, Stream<HasMetadata> second) {
        Map<ResourceId, String> here = standings(first);
        Map<ResourceId, String> there = standings(second);
        Set<ResourceId> all = new TreeSet<>(here.keySet());
        all.addAll(there.keySet());
        List<Row> rows = new ArrayList<>();
        for (ResourceId id : all) {
            Optional<String> inFirst = Optional.ofNullable(here.get(id));
            Optional<String> inSecond = Optional.ofNullable(there.get(id));
            if (!inFirst.equals(inSecond)) {
                rows.add(new Row(id, inFirst, inSecond));
            }
        }
        return new Comparison(rows);
    }

    private static Map<ResourceId, String> standings(Stream<HasMetadata> objects) {
        return objects.filter(object -> !LEFT_OUT.contains(object.getKind()))
                .collect(Collectors.toMap(ResourceId::of, Standing::of));
    }
}
