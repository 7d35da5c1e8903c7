package drydock.sim.http;

import drydock.model.cluster.ClusterException;
import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestFile;
import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Objects and statuses as bodies.
final class Bodies {

    static final String JSON = "application/json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Bodies() {}

    static Map<?, ?> tree(Object object) {
        return MAPPER.convertValue(object, Map.class);
    }

    static String text(Object object) {
        return JsonText.compact(object instanceof Map<?, ?> map ? map : tree(object)) + "\n";
    }

    /// JSON as maps and lists; an empty text is an empty map.
    static Map<?, ?> map(String text) {
        return text.isBlank() ? Map.of() : read(text, Map.class);
    }

    /// JSON as maps, lists and values.
    static Object json(String text) {
        return read(text, Object.class);
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException wrong) {
            throw bad("the body is no JSON: " + wrong.getOriginalMessage());
        }
    }

    /// The object that a body in JSON or YAML describes.
    ///
    /// @param apiVersion what it is where the body does not say
    static HasMetadata object(String body, String apiVersion, String kind) {
        String text = body;
        if (body.stripLeading().startsWith("{")) {
            Map<Object, Object> whole = new LinkedHashMap<>(map(body));
            whole.putIfAbsent("apiVersion", apiVersion);
            whole.putIfAbsent("kind", kind);
            text = JsonText.compact(whole);
        }
        List<HasMetadata> objects = ManifestFile.parse("body", text).documents().stream()
                .flatMap(document -> document.declared().stream())
                .map(DeclaredObject::object)
                .flatMap(Optional::stream)
                .toList();
        if (objects.size() != 1) {
            throw bad("the body of the request describes no object");
        }
        return objects.getFirst();
    }

    static Map<String, Object> status(ClusterException refused) {
        return status(refused.status());
    }

    static Map<String, Object> status(Status status) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree(status).forEach((key, value) -> tree.put(String.valueOf(key), value));
        tree.put("apiVersion", "v1");
        tree.put("kind", "Status");
        tree.putIfAbsent("metadata", Map.of());
        return tree;
    }

    static ClusterException bad(String why) {
        return new ClusterException(400, "BadRequest", why);
    }

    static ClusterException noPath() {
        return new ClusterException(404, "NotFound", "the server could not find the requested resource");
    }
}
