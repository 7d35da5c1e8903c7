package drydock.model.resource;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ways in which texts are written, as Kubernetes tells them (`kube-openapi/pkg/validation/strfmt`).
public final class StringFormats {

    private static final Pattern TIME =
            Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))");
    private static final Pattern BASE64 = Pattern.compile("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|)");
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}");
    private static final int SHORTEST_TIME = 4;

    private StringFormats() {}

    public static boolean isBase64(String text) {
        return BASE64.matcher(text).matches();
    }

    public static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    public static boolean isDate(String text) {
        try {
            return text.length() == "2006-01-02".length() && LocalDate.parse(text) != null;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }

    public static boolean isDateTime(String text) {
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
