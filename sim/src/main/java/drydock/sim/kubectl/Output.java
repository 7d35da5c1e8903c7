package drydock.sim.kubectl;

import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Objects as maps and lists, their keys in order, as kubectl prints them.
final class Output {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Output() {}

    static String json(Object value) {
        return JsonText.compact(value);
    }

    /// An object as maps and lists, its keys sorted; without the fields' managers, which kubectl does not show.
    static Object tree(HasMetadata object) {
        Map<?, ?> tree = JSON.convertValue(object, Map.class);
        if (tree.get("metadata") instanceof Map<?, ?> metadata) {
            metadata.remove("managedFields");
        }
        return sorted(tree);
    }

    /// Several objects in one, as kubectl prints them.
    static Map<String, Object> list(List<Object> items) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("apiVersion", "v1");
        list.put("items", items);
        list.put("kind", "List");
        list.put("metadata", new TreeMap<>(Map.of("resourceVersion", "")));
        return list;
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put(String.valueOf(key), sorted(inner)));
            return sorted;
        }
        return value instanceof List<?> list ? list.stream().map(Output::sorted).toList() : value;
    }
}
