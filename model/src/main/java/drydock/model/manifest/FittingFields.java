package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Mapping;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What can be made of an object some of whose fields do not fit its kind: the object without these.
final class FittingFields {

    /// An object in which more than so many fields do not fit is hardly of this kind.
    private static final int MOST = 32;

    private FittingFields() {}

    /// The object without the fields that do not fit; empty where nothing is left that could be named.
    static Optional<HasMetadata> of(Mapping mapping, Class<? extends HasMetadata> type) {
        try {
            return of(ObjectReader.tree(mapping), type);
        } catch (JacksonException notEvenJson) {
            return Optional.empty();
        }
    }

    private static Optional<HasMetadata> of(JsonNode tree, Class<? extends HasMetadata> type) {
        for (int i = 0; i < MOST; i++) {
            try {
                return Optional.of(ObjectReader.read(tree, type));
            } catch (JacksonException misfit) {
                if (!remove(tree, ObjectReader.pathOf(misfit))) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /// Takes out a field.
    ///
    /// @return whether it was there, and nothing that the object is named by
    private static boolean remove(JsonNode tree, FieldPath field) {
        if (field.steps().isEmpty() || field.equals(FieldPath.ROOT.key("metadata"))) {
            return false;
        }
        JsonNode holder = tree;
        for (FieldPath.Step step : field.steps().subList(0, field.steps().size() - 1)) {
            holder = switch (step) {
                case FieldPath.Key(String name) -> holder.path(name);
                case FieldPath.Index(int position) -> holder.path(position);
            };
        }
        return switch (field.steps().getLast()) {
            case FieldPath.Key(String name) -> holder instanceof ObjectNode object && object.remove(name) != null;
            case FieldPath.Index(int position) -> holder instanceof ArrayNode array && array.remove(position) != null;
        };
    }
}
