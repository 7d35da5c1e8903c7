package drydock.model.validation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the API server says of a wrong value, behind its path
/// (`apimachinery/pkg/util/validation/field/errors.go`).
public final class ServerWords {

    private ServerWords() {}

    public static String required() {
        return "Required value";
    }

    public static String required(String detail) {
        return "Required value: " + detail;
    }

    public static String invalid(@Nullable Object value, String detail) {
        return "Invalid value: " + shown(value) + ": " + detail;
    }

    /// That the value is wrong.
    ///
    /// @param json the value as the API server writes it
    public static String invalidRaw(String json, String detail) {
        return "Invalid value: " + json + ": " + detail;
    }

    public static String forbidden(String detail) {
        return "Forbidden: " + detail;
    }

    public static String duplicate(Object value) {
        return "Duplicate value: " + shown(value);
    }

    /// That the value is there twice.
    ///
    /// @param json the value as the API server writes it
    public static String duplicateRaw(String json) {
        return "Duplicate value: " + json;
    }

    /// That the value is none of those there are.
    ///
    /// @param supported the values, in any order
    public static String unsupported(Object value, List<String> supported) {
        return "Unsupported value: " + shown(value) + ": supported values: "
                + supported.stream().sorted().map(ServerWords::shown).collect(Collectors.joining(", "));
    }

    /// That the value is none of those there are.
    ///
    /// @param supported the values in the order in which the API server has them
    public static String unsupportedOf(Object value, List<String> supported) {
        return unsupportedRaw(shown(value), supported);
    }

    /// That the value is none of those there are, in the order in which the API server has them.
    ///
    /// @param json the value as the API server writes it
    public static String unsupportedRaw(String json, List<String> supported) {
        return "Unsupported value: " + json + ": supported values: "
                + supported.stream().map(ServerWords::shown).collect(Collectors.joining(", "));
    }

    public static String notFound(Object value) {
        return "Not found: " + shown(value);
    }

    public static String tooLong(int bytes) {
        return "Too long: may not be more than " + bytes + " bytes";
    }

    public static String tooMany(int found, int most) {
        return "Too many: " + found + ": must have at most " + most + " items";
    }

    /// As JSON, with the keys of an object in the order that they have.
    private static String shown(@Nullable Object value) {
        return switch (value) {
            case String text ->
                '"'
                        + text.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\t", "\\t")
                        + '"';
            case List<?> list -> list.stream().map(ServerWords::shown).collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> shown(String.valueOf(e.getKey())) + ":" + shown(e.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case null, default -> String.valueOf(value);
        };
    }
}
