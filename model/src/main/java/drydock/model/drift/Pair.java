package drydock.model.drift;

import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A manifest and a live object, made alike: without what says which object it is, and without what the server added.
///
/// @param type what the schema says of the kind; null if it knows nothing
record Pair(@Nullable SchemaObject type, Map<String, Object> wanted, Map<String, Object> live) {

    private static final List<String> NAMING = List.of("apiVersion", "kind", "status");
    private static final List<String> SECRET_CONTENT = List.of("data", "stringData", "type", "immutable");

    static Pair of(Schema schema, Map<?, ?> manifest, HasMetadata object) {
        String apiVersion = String.valueOf(manifest.get("apiVersion"));
        String kind = String.valueOf(manifest.get("kind"));
        Map<String, Object> wanted = Values.strings(manifest);
        Map<String, Object> live = Values.of(object);
        if (kind.equals("Secret")) {
            wanted = SecretData.encoded(wanted);
            if (!live.containsKey("type")) {
                wanted.keySet().removeAll(SECRET_CONTENT);
                live.keySet().removeAll(SECRET_CONTENT);
            }
        }
        SchemaObject type = schema.kind(apiVersion, kind).orElse(null);
        Map<String, Object> cleaned = new ReadableObject(schema, kind).whole(type, live, wanted);
        return new Pair(type, stripped(wanted), stripped(cleaned));
    }

    private static Map<String, Object> stripped(Map<String, Object> object) {
        Map<String, Object> result = new LinkedHashMap<>(object);
        result.keySet().removeAll(NAMING);
        if (object.get("metadata") instanceof Map<?, ?> metadata) {
            Map<String, Object> rest = Values.strings(metadata);
            rest.keySet().removeAll(List.of("name", "namespace"));
            result.put("metadata", rest);
        }
        return result;
    }
}
