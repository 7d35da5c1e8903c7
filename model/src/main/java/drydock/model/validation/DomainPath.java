package drydock.model.validation;

import drydock.model.resource.Names;

/// A domain and a path, as `example.com/controller` (`apimachinery/pkg/util/validation/validation.go
/// IsDomainPrefixedPath`).
public final class DomainPath {

    private static final String FORM = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";

    private DomainPath() {}

    /// Tells what is wrong with the text at `field`, where nothing is as wrong as an empty one.
    ///
    /// @param key the message, which takes the part that is wrong
    public static void check(Visit visit, String rule, String field, String key) {
        String text = visit.textOrEmpty(field);
        int slash = text.indexOf('/');
        if (text.isEmpty()) {
            Checks.missing(visit, field);
        } else if (slash <= 0 || slash == text.length() - 1) {
            wrong(visit, rule, field, key, text, "must be a domain-prefixed path (such as \"acme.io/foo\")");
        } else {
            String host = text.substring(0, slash);
            String path = text.substring(slash + 1);
            Names.subdomainProblems(host).stream()
                    .findFirst()
                    .ifPresent(problem -> wrong(visit, rule, field, key, host, problem));
            if (!path.matches(FORM)) {
                wrong(visit, rule, field, key, path, "Invalid path (regex used for validation is '" + FORM + "')");
            }
        }
    }

    private static void wrong(Visit visit, String rule, String field, String key, String part, String words) {
        visit.error(rule, field, key, Checks.shown(part)).words(ServerWords.invalid(part, words));
    }
}
