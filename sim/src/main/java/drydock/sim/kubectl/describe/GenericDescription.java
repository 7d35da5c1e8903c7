package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// An object of a kind that has no description of its own: all its fields, their names made to words
/// (`describe.go genericDescriber`).
final class GenericDescription {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> ACRONYMS = Set.of("API", "URL", "UID", "OSB", "GUID");
    private static final Set<String> TOLD_BEFORE = Set.of(
            ".metadata.managedFields",
            ".metadata.name",
            ".metadata.namespace",
            ".metadata.labels",
            ".metadata.annotations");
    private static final Pattern WORD_BORDER =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private GenericDescription() {}

    static void of(Lines lines, Cluster cluster, HasMetadata object) {
        Metadata.name(lines, object);
        Metadata.labelsAndAnnotations(lines, object.getMetadata());
        fields(lines, 0, JSON.convertValue(object, Map.class), "");
        EventLines.of(lines, cluster, object);
    }

    private static void fields(Lines lines, int level, Map<?, ?> fields, String path) {
        Map<String, Object> sorted = new TreeMap<>();
        fields.forEach((key, value) -> {
            if (value != null && !TOLD_BEFORE.contains(path + "." + key)) {
                sorted.put(String.valueOf(key), value);
            }
        });
        sorted.forEach((key, value) -> {
            if (value instanceof Map<?, ?> map) {
                lines.line(level, label(key) + ":");
                fields(lines, level + 1, map, path + "." + key);
            } else if (value instanceof List<?> list) {
                lines.line(level, label(key) + ":");
                items(lines, level + 1, list, path + "." + key);
            } else {
                lines.field(level, label(key), value);
            }
        });
    }

    private static void items(Lines lines, int level, List<?> items, String path) {
        for (Object item : items) {
            if (item instanceof Map<?, ?> map) {
                fields(lines, level, map, path);
            } else {
                lines.line(level, item);
            }
        }
    }

    /// `apiVersion` as `API Version`; a name with digits or signs stays as it is.
    static String label(String field) {
        if (!field.codePoints().allMatch(c -> Character.isLetter(c) || c == '-')) {
            return field;
        }
        List<String> words = new ArrayList<>(List.of(WORD_BORDER.split(field, -1)));
        return words.stream()
                .map(word -> {
                    String upper = word.toUpperCase(Locale.ROOT);
                    return ACRONYMS.contains(upper) || word.isEmpty() ? upper : upper.charAt(0) + word.substring(1);
                })
                .collect(Collectors.joining(" "));
    }
}
