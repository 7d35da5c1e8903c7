package drydock.app.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What may stand in place of a value, by what each is called.
final class Changes {

    private static final Map<String, Object> OF_TEXT = Map.ofEntries(
            Map.entry("number", 7),
            Map.entry("flag", true),
            Map.entry("map", Map.of()),
            Map.entry("list", List.of()),
            Map.entry("empty", ""),
            Map.entry("blank", " "),
            Map.entry("ill-formed", "Bad_ Name!"),
            Map.entry("capital", "Nonsense"),
            Map.entry("small", "nonsense"),
            Map.entry("dotted", "a.b/c"),
            Map.entry("negative", "-1"),
            Map.entry("upwards", "../up"),
            Map.entry("digits", "12345"),
            Map.entry("long", "x".repeat(300)),
            Map.entry("longish", "y".repeat(64)));

    private static final Map<String, Object> OF_NUMBER = Map.of(
            "text",
            "seven",
            "digits",
            "7",
            "flag",
            true,
            "map",
            Map.of(),
            "list",
            List.of(),
            "negative",
            -1,
            "zero",
            0,
            "fraction",
            1.5,
            "large",
            70_000,
            "huge",
            2_147_483_648L);

    private static final Map<String, Object> OF_FLAG =
            Map.of("text", "true", "number", 1, "map", Map.of(), "list", List.of(), "true", true, "false", false);

    private static final Map<String, Object> OF_LIST = Map.of("map", Map.of(), "text", "text", "emptied", List.of());

    private static final Map<String, Object> OF_MAP = Map.of("list", List.of(), "text", "text", "emptied", Map.of());

    private Changes() {}

    /// What may stand in place of `value`, and is another thing.
    static Map<String, Object> of(@Nullable Object value) {
        Map<String, Object> changes = new LinkedHashMap<>(
                switch (value) {
                    case null -> Map.of();
                    case String _ -> OF_TEXT;
                    case Number _ -> OF_NUMBER;
                    case Boolean _ -> OF_FLAG;
                    case List<?> list -> ofList(list);
                    case Map<?, ?> map -> ofMap(map);
                    default -> throw new IllegalArgumentException("no JSON value: " + value);
                });
        changes.values().removeIf(instead -> instead.equals(value));
        return changes;
    }

    private static Map<String, Object> ofList(List<?> list) {
        Map<String, Object> changes = new LinkedHashMap<>(OF_LIST);
        if (!list.isEmpty()) {
            List<Object> twice = new ArrayList<>(list);
            twice.add(list.getLast());
            changes.put("twice", twice);
        }
        return changes;
    }

    private static Map<String, Object> ofMap(Map<?, ?> map) {
        Map<String, Object> changes = new LinkedHashMap<>(OF_MAP);
        Map<Object, Object> more = new LinkedHashMap<>(map);
        more.put("Not a/key!", "x");
        changes.put("strange-key", more);
        return changes;
    }
}
