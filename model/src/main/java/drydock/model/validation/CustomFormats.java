package drydock.model.validation;

import drydock.model.resource.AddressRange;
import drydock.model.resource.StringFormats;
import java.util.Set;
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

    private static final Pattern DURATION = Pattern.compile(
            "\\d\\s*(ns|nano|us|µs|μs|micro|ms|milli|s|sec|m|min|h|hr|hour|d|day|w|wk|week)|^[+-]?0$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COLOUR = Pattern.compile("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F.:-]{14,}");
    private static final Pattern URI = Pattern.compile("/.*|[A-Za-z][A-Za-z0-9+.-]*:.*");

    private CustomFormats() {}

    /// Whether the API server holds texts to the format; others it passes over.
    static boolean isKnown(String format) {
        return KNOWN.contains(plain(format));
    }

    /// Whether a text has a format, as far as that can be told; any has one that is empty.
    static boolean fits(String format, String text) {
        return switch (plain(format)) {
            case "date" -> StringFormats.isDate(text);
            case "datetime" -> StringFormats.isDateTime(text);
            case "duration" -> DURATION.matcher(text).find();
            case "byte" -> StringFormats.isBase64(text);
            case "uuid" -> StringFormats.isUuid(text);
            case "hexcolor" -> COLOUR.matcher(text).matches();
            case "mac" -> MAC.matcher(text).matches();
            case "ipv4" -> text.indexOf('.') >= 0 && Addresses.isAddress(text);
            case "ipv6" -> text.indexOf(':') >= 0 && Addresses.isAddress(text);
            case "cidr" -> AddressRange.parse(text).isPresent();
            case "email" -> text.indexOf('@') >= 0;
            case "uri" -> URI.matcher(text).matches();
            default -> true;
        };
    }

    private static String plain(String format) {
        return format.replace("-", "");
    }
}
