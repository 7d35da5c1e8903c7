package drydock.model.validation.device;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is asked for in one claim, and what its parts say of each other
/// (`pkg/apis/resource/validation/validation.go validateDeviceClaim`, `validateRequestNameRef`).
final class ClaimRules {

    static final String RULE = "device-request";

    private static final int MOST = 32;
    private static final int LONGEST_IDENTIFIER = 32;
    private static final String NO_IDENTIFIER = "a valid C identifier must start with alphabetic character or '_',"
            + " followed by a string of alphanumeric characters or '_' (e.g. 'my_name',  or 'MY_NAME',  or 'MyName',"
            + " regex used for validation is '[A-Za-z_][A-Za-z0-9_]*')";
    private static final String NO_REQUEST = "must be the name of a request in the claim or the name of a request and"
            + " a subrequest separated by '/'";

    static final List<Rule> RULES = List.of(Rule.of("DeviceClaim", ClaimRules::claim));

    private ClaimRules() {}

    private static void claim(Visit claim) {
        List<Visit> requests = claim.each("requests");
        namesOnce(requests);
        for (String field : List.of("requests", "constraints", "config")) {
            many(claim, field, claim.each(field).size());
        }
        Map<String, Set<String>> names = new HashMap<>();
        requests.forEach(request -> {
            List<Visit> available = request.each("firstAvailable");
            namesOnce(available);
            names.put(
                    request.textOrEmpty("name"),
                    available.stream().map(s -> s.textOrEmpty("name")).collect(Collectors.toSet()));
        });
        claim.each("constraints").forEach(constraint -> {
            meant(constraint, names);
            attribute(constraint);
        });
        claim.each("config").forEach(config -> meant(config, names));
    }

    static void many(Visit claim, String field, int found) {
        if (found > MOST) {
            claim.error("too-many", field, "too-many", MOST).words(ServerWords.tooMany(found, MOST));
        }
    }

    private static void namesOnce(List<Visit> requests) {
        Set<String> seen = new HashSet<>();
        for (Visit request : requests) {
            String name = request.textOrEmpty("name");
            if (!name.isEmpty() && !seen.add(name)) {
                request.error(Checks.DUPLICATE, request.path(), "duplicate-value", Checks.shown(name))
                        .words(ServerWords.duplicate(name));
            }
        }
    }

    /// That the requests are there that a part is meant for.
    private static void meant(Visit part, Map<String, Set<String>> names) {
        List<String> requests = part.list("requests");
        many(part, "requests", requests.size());
        for (int i = 0; i < requests.size(); i++) {
            String request = requests.get(i);
            if (requests.indexOf(request) < i) {
                FieldPath at = part.path().key("requests").index(i);
                part.error(Checks.DUPLICATE, at, "duplicate-value", Checks.shown(request))
                        .words(ServerWords.duplicate(request));
            }
            String[] steps = request.split("/", -1);
            Set<String> inner = names.get(steps[0]);
            boolean known = inner != null && (steps.length == 1 || (steps.length == 2 && inner.contains(steps[1])));
            if (!known) {
                FieldPath at = part.path().key("requests").index(i);
                part.error(RULE, at, "device-no-request", Checks.shown(request))
                        .words(ServerWords.invalid(request, NO_REQUEST));
            }
        }
    }

    private static void attribute(Visit constraint) {
        String field = constraint.has("distinctAttribute") && !constraint.has("matchAttribute")
                ? "distinctAttribute"
                : "matchAttribute";
        String name = constraint.textOrEmpty(field);
        if (!constraint.has(field)) {
            Checks.missing(constraint, field);
        } else if (name.indexOf('/') < 0) {
            constraint
                    .error(RULE, field, "device-attribute")
                    .words(ServerWords.invalid(
                            name, "a fully qualified name must be a domain and a name separated by a slash"));
        } else {
            String domain = name.substring(0, name.indexOf('/'));
            identifier(constraint, field, name.substring(name.indexOf('/') + 1));
            Names.subdomainProblems(domain).stream()
                    .findFirst()
                    .ifPresent(problem -> constraint
                            .error("name", field, "name-subdomain", Checks.shown(domain), problem)
                            .words(ServerWords.invalid(domain, problem)));
        }
    }

    /// What stands behind the domain (`validateCIdentifier`); of more slashes the API server says nothing.
    private static void identifier(Visit constraint, String field, String name) {
        if (name.indexOf('/') >= 0) {
            return;
        }
        String problem = name.isEmpty() ? "the name must not be empty" : NO_IDENTIFIER;
        if (name.length() > LONGEST_IDENTIFIER) {
            constraint
                    .error(RULE, field, "too-long", LONGEST_IDENTIFIER)
                    .words(ServerWords.tooLong(LONGEST_IDENTIFIER));
        }
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            constraint
                    .error(RULE, field, "device-identifier", Checks.shown(name), problem)
                    .words(ServerWords.invalid(name, problem));
        }
    }
}
