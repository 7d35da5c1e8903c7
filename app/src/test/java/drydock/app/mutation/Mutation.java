package drydock.app.mutation;

import drydock.model.manifest.FieldPath;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A manifest that differs from its seed at one place.
///
/// @param path the field that was changed
/// @param change what was done to it
/// @param object the whole manifest
record Mutation(Seed seed, FieldPath path, String change, Map<?, ?> object) {

    /// The manifest as JSON, which is YAML, too.
    String json() {
        return json(object);
    }

    /// The manifest under another version of its kind.
    String json(String apiVersion) {
        Map<Object, Object> other = new LinkedHashMap<>(object);
        other.put("apiVersion", apiVersion);
        return json(other);
    }

    private static String json(Map<?, ?> object) {
        return JsonMapper.shared().writeValueAsString(object);
    }

    /// As it is called in the list of differences: `Pod spec.restartPolicy removed`.
    @Override
    public String toString() {
        return seed.name() + " " + path + " " + change;
    }
}
