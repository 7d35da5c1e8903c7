package drydock.app.act;

import drydock.sim.kubectl.text.YamlText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An object as YAML to be edited: without what only the server writes, which is kept beside it and goes along when the
/// text is sent.
///
/// @param yaml what is shown
/// @param kept top-level fields that are not shown, as `status`
/// @param keptMetadata fields of `metadata` that are not shown, as `resourceVersion`
record ObjectText(String yaml, Map<String, Object> kept, Map<String, Object> keptMetadata) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String CREATED = "creationTimestamp";

    /// What the server fills in and nobody edits.
    private static final List<String> SERVER = List.of(
            "resourceVersion",
            "uid",
            "generation",
            CREATED,
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "selfLink");

    ObjectText {
        kept = Map.copyOf(kept);
        keptMetadata = Map.copyOf(keptMetadata);
    }

    static ObjectText of(HasMetadata object) {
        Map<String, @Nullable Object> tree = tree(object);
        Map<String, Object> kept = new LinkedHashMap<>();
        move("status", tree, kept);
        Map<String, Object> keptMetadata = new LinkedHashMap<>();
        if (tree.get("metadata") instanceof Map<?, ?> metadata) {
            Map<String, @Nullable Object> shown = copy(metadata);
            shown.remove("managedFields");
            SERVER.forEach(field -> move(field, shown, keptMetadata));
            tree.put("metadata", shown);
        }
        return new ObjectText(YamlText.of(tree), kept, keptMetadata);
    }

    /// A part of an object as YAML.
    static String yaml(Object part) {
        return YamlText.of(tree(part));
    }

    /// The version that the text was made of.
    String version() {
        return Objects.toString(keptMetadata.get("resourceVersion"), "");
    }

    private static void move(String field, Map<String, @Nullable Object> from, Map<String, Object> to) {
        Object value = from.remove(field);
        if (value != null) {
            to.put(field, value);
        }
    }

    private static Map<String, @Nullable Object> tree(Object part) {
        Map<String, @Nullable Object> tree = copy(JSON.convertValue(part, Map.class));
        dropEmptyTimes(tree);
        return tree;
    }

    /// Servers before v1.34 write `creationTimestamp: null` into each template.
    private static void dropEmptyTimes(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                if (map.containsKey(CREATED) && map.get(CREATED) == null) {
                    map.remove(CREATED);
                }
                map.values().forEach(ObjectText::dropEmptyTimes);
            }
            case List<?> list -> list.forEach(ObjectText::dropEmptyTimes);
            case null, default -> {
                // a scalar
            }
        }
    }

    static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
