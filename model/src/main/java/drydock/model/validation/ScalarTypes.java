package drydock.model.validation;

import drydock.model.manifest.YamlNode;
import drydock.model.resource.FieldType;
import drydock.model.resource.Quantities;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a single value is of the type that its field has, as decoding JSON into the API's Go types
/// decides it.
final class ScalarTypes {

    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.,]\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private ScalarTypes() {}

    /// What is wrong with `value` in a field of `type`; empty if nothing is, or the type is no single
    /// value's.
    static Optional<FindingText> problem(FieldType type, Object value) {
        return switch (type) {
            case FieldType.Text(String format, List<String> _) ->
                value instanceof String text
                        ? badFormat(format, text)
                        : wrong(value instanceof Boolean ? "type.string-flag" : "type.string", value);
            case FieldType.Whole(int bits) -> whole(bits, value);
            case FieldType.Fraction _ -> value instanceof Number ? Optional.empty() : wrong("type.number", value);
            case FieldType.Flag _ -> value instanceof Boolean ? Optional.empty() : wrong("type.boolean", value);
            case FieldType.Amount _ -> amount(value);
            case FieldType.IntOrText _ ->
                value instanceof Integer || value instanceof String
                        ? Optional.empty()
                        : wrong("type.int-or-string", value);
            case FieldType.Anything _, FieldType.ListOf _, FieldType.MapOf _, FieldType.ObjectOf _ -> Optional.empty();
        };
    }

    private static Optional<FindingText> whole(int bits, Object value) {
        boolean fits = value instanceof Integer || (bits == 64 && value instanceof Long);
        return fits
                ? Optional.empty()
                : wrong(value instanceof Number ? "type.integer-" + bits : "type.integer", value);
    }

    private static Optional<FindingText> amount(Object value) {
        if (!(value instanceof String || value instanceof Number)) {
            return wrong("type.quantity", value);
        }
        return Quantities.problem(value.toString().strip()).flatMap(reason -> wrong("type.quantity", value));
    }

    private static Optional<FindingText> badFormat(String format, String text) {
        boolean bad = (format.equals("byte") && !isBase64(text)) || (format.equals("date-time") && !isTime(text));
        return bad ? wrong("type." + format, text) : Optional.empty();
    }

    /// Go's standard encoding: with padding, line breaks are passed over.
    private static boolean isBase64(String text) {
        String joined = text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replace("\n", "").replace("\r", "");
        try {
            Base64.getDecoder().decode(joined);
            return joined.length() % 4 == 0;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /// Go's `time.RFC3339`: with seconds and large letters, and an offset without seconds.
    private static boolean isTime(String text) {
        if (!TIME.matcher(text).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException notATime) {
            return false;
        }
    }

    private static Optional<FindingText> wrong(String key, Object value) {
        return Optional.of(FindingText.common(key, shown(value)));
    }

    /// A value as JSON writes it, shortened; a list or an object by its brackets.
    static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text when text.length() > 60 -> '"' + text.substring(0, 57) + "…\"";
            case String text -> '"' + text + '"';
            case YamlNode.Sequence _ -> "[…]";
            case YamlNode.Mapping _ -> "{…}";
            default -> value.toString();
        };
    }
}
