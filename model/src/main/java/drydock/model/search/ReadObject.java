package drydock.model.search;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an object says, ready to be searched.
///
/// @param kinds what its kind is called: `service`, `services`, `svc`
/// @param values every value with its place, in the order of the object
/// @param all the values in lower case, one a line
record ReadObject(ResourceId id, Set<String> kinds, List<Value> values, String all) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What only machines read, and what is the object once more.
    private static final Set<String> UNREAD =
            Set.of("managedFields", "kubectl.kubernetes.io/last-applied-configuration");

    /// A value, as it is written and in lower case.
    record Value(Place place, String text, String lower) {}

    /// @param places gives the one place for a path and its last key
    static ReadObject of(HasMetadata object, BiFunction<String, String, Place> places) {
        ResourceId id = ResourceId.of(object);
        ResourceKind kind = Kinds.of(object);
        Set<String> kinds = new LinkedHashSet<>(kind.shortNames());
        kinds.add(kind.singular());
        kinds.add(kind.plural());
        List<Value> values = new ArrayList<>();
        new Walk(kind.equals(Kinds.SECRET), places, values).walk(JSON.valueToTree(object), "", "");
        StringBuilder all = new StringBuilder();
        values.forEach(value -> all.append(value.lower()).append('\n'));
        return new ReadObject(id, Set.copyOf(kinds), List.copyOf(values), all.toString());
    }

    /// @param secret whether values of `data` stay unread: a search must not bring them to the screen
    private record Walk(boolean secret, BiFunction<String, String, Place> places, List<Value> values) {

        void walk(JsonNode node, String path, String key) {
            if (UNREAD.contains(key)) {
                return;
            }
            if (node.isObject()) {
                node.properties().forEach(entry -> walk(entry.getValue(), join(path, entry.getKey()), entry.getKey()));
            } else if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    walk(node.get(i), path + "[" + i + "]", key);
                }
            } else if (!node.isNull()) {
                boolean hidden = secret && (path.startsWith("data") || path.startsWith("stringData"));
                String text = hidden ? "" : node.asString();
                values.add(new Value(places.apply(path, key), text, text.toLowerCase(Locale.ROOT)));
            }
        }

        private static String join(String path, String key) {
            if (key.isEmpty() || key.indexOf('.') >= 0 || key.indexOf('[') >= 0 || key.indexOf(']') >= 0) {
                return path + "[" + key + "]";
            }
            return path.isEmpty() ? key : path + "." + key;
        }
    }
}
