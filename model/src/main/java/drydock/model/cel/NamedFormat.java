package drydock.model.cel;

import drydock.model.resource.Names;
import drydock.model.resource.StringFormats;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// A way in which texts are written, by its name (`apiserver/pkg/cel/library/format.go ConstantFormats`).
///
/// @param name as expressions call it
/// @param problems what is wrong with a text; nothing if it is written so
record NamedFormat(String name, Function<String, List<String>> problems) {

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
            of("uuid", "does not match the UUID format", StringFormats::isUuid),
            of("byte", "invalid base64", StringFormats::isBase64),
            of("date", "invalid date", StringFormats::isDate),
            of("datetime", "invalid datetime", StringFormats::isDateTime));

    private static NamedFormat of(String name, String problem, Predicate<String> fits) {
        return new NamedFormat(name, text -> fits.test(text) ? List.of() : List.of(problem));
    }

    private static NamedFormat prefix(String name, Function<String, List<String>> problems) {
        return new NamedFormat(name, text -> problems.apply(Names.withoutTrailingDash(text)));
    }
}
