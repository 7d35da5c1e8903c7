package drydock.model.validation.access;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Requests for certificates (`pkg/apis/certificates/validation/validation.go
/// validateCertificateSigningRequest`, `ValidateSignerName`). Whether the signature of a request is right is not
/// looked at.
final class CertificateRules {

    private static final String RULE = "certificate-request";
    private static final String SIGNER = "signerName";
    private static final int SHORTEST = 600;
    private static final String BEGIN = "-----BEGIN CERTIFICATE REQUEST-----";

    static final List<Rule> RULES = List.of(
            Rule.of("CertificateSigningRequestSpec", CertificateRules::request),
            Rule.of("CertificateSigningRequestSpec", CertificateRules::usages),
            Rule.of("CertificateSigningRequestSpec", CertificateRules::signer),
            Rule.of("CertificateSigningRequestSpec", CertificateRules::expiration));

    private CertificateRules() {}

    private static void request(Visit spec) {
        String request = spec.textOrEmpty("request");
        if (!request.isEmpty() && !spec.isRefused(spec.path().key("request")) && !isRequest(request)) {
            spec.error(RULE, "request", "certificate-no-request")
                    .words(ServerWords.invalidRaw("[…]", "PEM block type must be CERTIFICATE REQUEST"));
        }
    }

    private static boolean isRequest(String request) {
        try {
            byte[] text = Base64.getMimeDecoder().decode(request);
            return new String(text, StandardCharsets.ISO_8859_1).contains(BEGIN);
        } catch (IllegalArgumentException _) { // told with the types
            return true;
        }
    }

    private static void usages(Visit spec) {
        List<String> usages = spec.list("usages");
        if (usages.isEmpty() && (!spec.has("usages") || spec.value("usages") instanceof List<?>)) {
            Checks.missing(spec, "usages");
        }
        for (int i = 0; i < usages.size(); i++) {
            if (usages.indexOf(usages.get(i)) < i) {
                FieldPath at = spec.path().key("usages").index(i);
                spec.error(Checks.DUPLICATE, at, "duplicate-value", Checks.shown(usages.get(i)))
                        .words(ServerWords.duplicate(usages.get(i)));
            }
        }
    }

    private static void signer(Visit spec) {
        String signer = spec.textOrEmpty(SIGNER);
        if (!signer.isEmpty()) {
            problem(signer)
                    .ifPresent(problem -> spec.error(RULE, SIGNER, "certificate-signer", Checks.shown(signer))
                            .words(ServerWords.invalid(signer, problem)));
        }
    }

    private static Optional<String> problem(String signer) {
        String[] parts = signer.split("/", -1);
        if (parts.length != 2) {
            return Optional.of("must be a fully qualified domain and path of the form 'example.com/signer-name'");
        } else if (signer.equals("kubernetes.io/legacy-unknown")) {
            return Optional.of("the legacy signerName is not allowed via this API version");
        } else if (parts[0].indexOf('.') < 0) {
            return Optional.of("should be a domain with at least two segments separated by dots");
        }
        for (String label : parts[0].split("\\.", -1)) {
            List<String> problems = Names.labelProblems(label);
            if (!problems.isEmpty()) {
                return Optional.of("validating label \"" + label + "\": " + problems.getFirst());
            }
        }
        return Names.subdomainProblems(parts[1]).stream()
                .findFirst()
                .map(problem -> "validating label \"" + parts[1] + "\": " + problem);
    }

    private static void expiration(Visit spec) {
        long seconds = spec.number("expirationSeconds").orElse(SHORTEST);
        if (seconds < SHORTEST) {
            spec.error(Checks.NUMBER_RANGE, "expirationSeconds", "certificate-expires")
                    .words(ServerWords.invalid(
                            seconds, "may not specify a duration less than 600 seconds (10 minutes)"));
        }
    }
}
