package drydock.model.validation.network;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Where endpoints are, and for whom (`pkg/apis/discovery/validation/validation.go validateEndpoints`,
/// `validateHints`, `validatePorts`).
final class HintRules {

    private static final int MOST_TOPOLOGY = 16;
    private static final int MOST_HINTS = 8;

    /// From this version on it can be said for which nodes (gate PreferSameTrafficDistribution).
    private static final int NODES = 34;

    static final List<Rule> RULES = List.of(
            Rule.of("Endpoint", HintRules::node),
            Rule.of("Endpoint", HintRules::topology),
            Rule.of("EndpointHints", HintRules::hints),
            Rule.of("EndpointSlice", HintRules::protocols));

    private HintRules() {}

    private static void node(Visit endpoint) {
        endpoint.text("nodeName")
                .ifPresent(
                        n -> Checks.form(endpoint, "name", "nodeName", "name-subdomain", n, Names::subdomainProblems));
    }

    private static void topology(Visit endpoint) {
        Map<String, String> topology = endpoint.texts("deprecatedTopology");
        if (topology.size() > MOST_TOPOLOGY) {
            tooMany(endpoint, "deprecatedTopology", topology.size(), MOST_TOPOLOGY);
        }
        topology.forEach((key, value) -> {
            Checks.form(endpoint, "label", "deprecatedTopology", "label-key", key, Names::qualifiedNameProblems);
            Checks.form(endpoint, "label", "deprecatedTopology", "label-value", value, Names::labelValueProblems);
        });
    }

    private static void tooMany(Visit visit, String field, int found, int most) {
        visit.error("too-many", field, "too-many", most).words(ServerWords.tooMany(found, most));
    }

    private static void hints(Visit hints) {
        boolean zones = names(hints, "forZones", "label", "label-value", Names::labelValueProblems);
        if (zones && hints.version().atLeast(NODES)) {
            names(hints, "forNodes", "name", "name-subdomain", Names::subdomainProblems);
        }
    }

    /// @return whether they are not too many
    private static boolean names(
            Visit hints, String field, String rule, String key, Function<String, List<String>> problems) {
        List<Visit> named = hints.each(field);
        if (named.size() > MOST_HINTS) {
            tooMany(hints, field, named.size(), MOST_HINTS);
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (Visit one : named) {
            String name = one.textOrEmpty("name");
            if (!name.isEmpty() && !seen.add(name)) {
                Checks.duplicate(one, "name", name);
            }
            Checks.form(one, rule, "name", key, problems);
        }
        return true;
    }

    private static void protocols(Visit slice) {
        List<Visit> ports = slice.each("ports");
        for (Visit port : ports) {
            FieldPath at = port.path().key("appProtocol");
            if (!port.isRefused(at)) {
                port.text("appProtocol")
                        .ifPresent(p -> Checks.form(
                                port, "app-protocol", "appProtocol", "app-protocol", p, Names::qualifiedNameProblems));
            }
        }
    }
}
