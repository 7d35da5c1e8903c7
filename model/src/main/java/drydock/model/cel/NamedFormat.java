package drydock.model.cel;

import drydock.model.resource.Names;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A way in which texts are written, by its name (`apiserver/pkg/cel/library/format.go ConstantFormats`).
///
/// @param name as expressions call it
/// @param problems what is wrong with a text; nothing if it is written so
record NamedFormat(String name, Function<String, List<String>> problems) {

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");
    private static final Pattern BASE64 = Pattern.compile("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

    static final List<NamedFormat> ALL = List.of(
            new NamedFormat("dns1123Label", Names::labelProblems),
            new NamedFormat("dns1123Subdomain", Names::subdomainProblems),
            new NamedFormat("dns1035Label", Names::oldLabelProblems),
            new NamedFormat("qualifiedName", Names::qualifiedNameProblems),
            prefix("dns1123LabelPrefix", Names::labelProblems),
            prefix("dns1123SubdomainPrefix", Names::subdomainProblems),
            prefix("dns1035LabelPrefix", Names::oldLabelProblems),
            new NamedFormat("labelValue", Names::labelValueProblems),
            of("uri", "invalid URI for request", text -> Url.of(text).isPresent()),
            of(
                    "uuid",
                    "does not match the UUID format",
                    text -> UUID.matcher(text).matches()),
            of("byte", "invalid base64", text -> BASE64.matcher(text).matches()),
            of("date", "invalid date", text -> reads(text, LocalDate::parse)),
            of("datetime", "invalid datetime", text -> reads(text, OffsetDateTime::parse)));

    private static NamedFormat of(String name, String problem, Predicate<String> fits) {
        return new NamedFormat(name, text -> fits.test(text) ? List.of() : List.of(problem));
    }

    private static NamedFormat prefix(String name, Function<String, List<String>> problems) {
        return new NamedFormat(name, text -> problems.apply(Names.withoutTrailingDash(text)));
    }

    private static boolean reads(String text, Function<String, ?> parser) {
        try {
            return parser.apply(text) != null;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }
}
