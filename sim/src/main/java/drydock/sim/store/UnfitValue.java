package drydock.sim.store;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/// A value that is none of its field's type, in the words of the server's decoder
/// (`sigs.k8s.io/json`, UnmarshalTypeError).
final class UnfitValue {

    private static final Map<String, String> FOUND = Map.of(
            "Object",
            "object",
            "Array",
            "array",
            "String",
            "string",
            "Integer",
            "number",
            "Floating",
            "number",
            "Boolean",
            "bool");
    private static final Pattern TOKEN = Pattern.compile(" from (Object|Array|String|Integer|Floating|Boolean)");

    private UnfitValue() {}

    static String words(MismatchedInputException wrong) {
        Matcher matcher = TOKEN.matcher(String.valueOf(wrong.getOriginalMessage()));
        String found = matcher.find() ? FOUND.getOrDefault(matcher.group(1), "value") : "value";
        List<JacksonException.Reference> path = wrong.getPath();
        String fields = path.stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
        String holder = path.isEmpty() ? "" : holder(path.getLast().from());
        return "json: cannot unmarshal " + found + " into Go struct field " + holder + "." + fields + " of type "
                + type(wrong.getTargetType());
    }

    /// What the converter of maps says that strategic merges are made with (`runtime/converter.go`).
    static String unrecognized(MismatchedInputException wrong) {
        String type = type(wrong.getTargetType());
        return switch (type) {
            case "[]interface {}" -> "cannot restore slice from string";
            case "map[string]string" -> "cannot restore map from string";
            case String plain when plain.startsWith("v1.") -> "cannot restore struct from: string";
            default -> "unrecognized type: " + type;
        };
    }

    /// A value as Go prints it: `map[spec:map[replicas:many]]`.
    static String go(@Nullable Object value) {
        return switch (value) {
            case null -> "<nil>";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + go(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(" ", "map[", "]"));
            case List<?> list -> list.stream().map(UnfitValue::go).collect(Collectors.joining(" ", "[", "]"));
            default -> String.valueOf(value);
        };
    }

    private static String holder(@Nullable Object from) {
        Class<?> type = from instanceof Class<?> known ? known : from == null ? Object.class : from.getClass();
        return type.getSimpleName();
    }

    private static String type(@Nullable Class<?> type) {
        String name = type == null ? "" : type.getSimpleName();
        return switch (name) {
            case "Integer", "int" -> "int32";
            case "Long", "long" -> "int64";
            case "Boolean", "boolean" -> "bool";
            case "String" -> "string";
            case "List", "ArrayList" -> "[]interface {}";
            case "Map", "LinkedHashMap" -> "map[string]string";
            default -> "v1." + name;
        };
    }
}
