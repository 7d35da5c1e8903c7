package drydock.model.drift;

import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/// How one object of a project stands beside that of a cluster.
///
/// @param fields what is different, in the order of the manifest; empty unless the state is `DIFFERENT`
public record ObjectDrift(ResourceId id, State state, List<FieldDrift> fields) {

    /// Where an object is.
    public enum State {
        SAME,
        ONLY_HERE,
        ONLY_THERE,
        DIFFERENT
    }

    public ObjectDrift {
        fields = List.copyOf(fields);
    }

    /// An object that only the project has.
    public static ObjectDrift onlyHere(ResourceId id) {
        return new ObjectDrift(id, State.ONLY_HERE, List.of());
    }

    /// An object that only the cluster has.
    public static ObjectDrift onlyThere(ResourceId id) {
        return new ObjectDrift(id, State.ONLY_THERE, List.of());
    }

    /// Compares a manifest with the object that is there.
    ///
    /// @param wanted what the manifest writes of the object
    /// @param live the object as the cluster has it; of a Secret without its type only metadata is compared
    public static ObjectDrift of(Schema schema, ResourceId id, Map<?, ?> wanted, HasMetadata live) {
        Pair pair = Pair.of(schema, wanted, live);
        List<FieldDrift> fields = Comparison.of(schema, pair.type(), pair.wanted(), pair.live());
        return new ObjectDrift(
                id,
                fields.isEmpty() ? State.SAME : State.DIFFERENT,
                id.kind().equals("Secret")
                        ? fields.stream().map(ObjectDrift::masked).toList()
                        : fields);
    }

    /// What a Secret holds is not shown.
    private static FieldDrift masked(FieldDrift field) {
        return field.field().startsWith("data")
                ? new FieldDrift(
                        field.side(),
                        field.path(),
                        field.field(),
                        field.here().map(Manifests::mask),
                        field.there().map(Manifests::mask))
                : field;
    }
}
