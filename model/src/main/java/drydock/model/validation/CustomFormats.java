package drydock.model.validation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The formats of texts that a custom kind's schema may ask for
/// (`apiextensions-apiserver/pkg/apiserver/validation/formats.go`, `kube-openapi/pkg/validation/strfmt/default.go`).
/// Of addresses of mail and the web only what is surely wrong is told.
final class CustomFormats {

    private static final Set<String> KNOWN = Set.of(
            "bsonobjectid",
            "uri",
            "email",
            "hostname",
            "ipv4",
            "ipv6",
            "cidr",
            "mac",
            "uuid",
            "uuid3",
            "uuid4",
            "uuid5",
            "isbn",
            "isbn10",
            "isbn13",
            "creditcard",
            "ssn",
            "hexcolor",
            "rgbcolor",
            "byte",
            "password",
            "date",
            "duration",
            "datetime");

    private static final Pattern TIME =
            Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))");
    private static final Pattern DURATION = Pattern.compile(
            "\\d\\s*(ns|nano|us|µs|μs|micro|ms|milli|s|sec|m|min|h|hr|hour|d|day|w|wk|week)|^[+-]?0$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BASE64 = Pattern.compile("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|)");
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}");
    private static final Pattern COLOUR = Pattern.compile("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F.:-]{14,}");
    private static final Pattern URI = Pattern.compile("/.*|[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final int SHORTEST_TIME = 4;

    private CustomFormats() {}

    /// Whether the API server holds texts to the format; others it passes over.
    static boolean isKnown(String format) {
        return KNOWN.contains(plain(format));
    }

    /// Whether a text has a format, as far as that can be told; any has one that is empty.
    static boolean fits(String format, String text) {
        return switch (plain(format)) {
            case "date" -> isDate(text);
            case "datetime" -> isTime(text);
            case "duration" -> DURATION.matcher(text).find();
            case "byte" -> BASE64.matcher(text).matches();
            case "uuid" -> UUID.matcher(text).matches();
            case "hexcolor" -> COLOUR.matcher(text).matches();
            case "mac" -> MAC.matcher(text).matches();
            case "ipv4" -> text.indexOf('.') >= 0 && Addresses.isAddress(text);
            case "ipv6" -> text.indexOf(':') >= 0 && Addresses.isAddress(text);
            case "cidr" -> Addresses.range(text).isPresent();
            case "email" -> text.indexOf('@') >= 0;
            case "uri" -> URI.matcher(text).matches();
            default -> true;
        };
    }

    private static String plain(String format) {
        return format.replace("-", "");
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == "2006-01-02".length() && LocalDate.parse(text) != null;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("t", -1);
        if (text.length() < SHORTEST_TIME || parts.length < 2 || !isDate(parts[0])) {
            return false;
        }
        Matcher time = TIME.matcher(parts[1]);
        return time.matches()
                && time.group(1).compareTo("23") <= 0
                && time.group(2).compareTo("59") <= 0
                && time.group(3).compareTo("59") <= 0;
    }
}
