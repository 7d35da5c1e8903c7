package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Several sources in one volume (`pkg/apis/core/validation/validation.go validateProjectionSources`). What
/// gates that are off would bring, bundles and certificates, the API server takes away unread.
final class ProjectedRules {

    private static final String RULE = "projected-volume";
    private static final long LEAST_EXPIRATION = 600;
    private static final long MOST_EXPIRATION = 1L << 32;

    static final List<Rule> RULES = List.of(
            new Rule.OfObject(
                    List.of("SecretProjection", "ConfigMapProjection"), source -> Checks.required(source, "name")),
            Rule.of("ServiceAccountTokenProjection", ProjectedRules::token),
            Rule.of("VolumeProjection", ProjectedRules::kinds),
            Rule.of("ProjectedVolumeSource", ProjectedRules::paths));

    private ProjectedRules() {}

    private static void kinds(Visit source) {
        long kinds = source.names().stream()
                .filter(n -> !n.equals("clusterTrustBundle") && !n.equals("podCertificate"))
                .count();
        if (kinds > 1) {
            source.error("one-of", source.path(), "one-of.many")
                    .words(ServerWords.forbidden("may not specify more than 1 volume type per source"));
        }
    }

    /// The path is told of the whole volume.
    private static void token(Visit token) {
        token.number("expirationSeconds").ifPresent(seconds -> {
            if (seconds < LEAST_EXPIRATION) {
                token.error(Checks.NUMBER_RANGE, "expirationSeconds", "token-expires-early")
                        .words(ServerWords.invalid(seconds, "may not specify a duration less than 10 minutes"));
            } else if (seconds > MOST_EXPIRATION) {
                token.error(Checks.NUMBER_RANGE, "expirationSeconds", "token-expires-late")
                        .words(ServerWords.invalid(seconds, "may not specify a duration larger than 2^32 seconds"));
            }
        });
        FieldPath volume = token.path().parent().parent().parent();
        FieldPath called = volume.key("path");
        if (token.textOrEmpty("path").isEmpty()) {
            token.errorCalled(called, Checks.REQUIRED, token.path().key("path"), "required-field", called)
                    .words(ServerWords.required());
        }
        Paths.localAndNotReserved(token, "path", called);
    }

    /// No two sources write one file.
    private static void paths(Visit volume) {
        Set<String> seen = new HashSet<>();
        for (Visit source : volume.each("sources")) {
            for (String kind : List.of("secret", "configMap", "downwardAPI")) {
                Visit inner = source.in(kind);
                for (Visit item : inner.each("items")) {
                    String path = item.textOrEmpty("path");
                    String named = kind.equals("downwardAPI") ? path : inner.textOrEmpty("name");
                    if (!path.isEmpty() && !seen.add(path)) {
                        volume.errorCalled(
                                        volume.path().toString(),
                                        RULE,
                                        item.path().key("path"),
                                        "duplicate-value",
                                        Checks.shown(path))
                                .words(ServerWords.invalid(named, "conflicting duplicate paths"));
                    }
                }
            }
        }
    }
}
