package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The devices that a Pod claims, and which containers use them (`pkg/apis/core/validation/validation.go
/// validatePodResourceClaims`, `validateResourceClaimNames`).
final class DeviceClaimRules {

    /// From this version on claims are read at all (gate DynamicResourceAllocation).
    private static final int CLAIMS = 34;

    static final List<Rule> RULES = List.of(Rule.of("PodSpec", DeviceClaimRules::check));

    private DeviceClaimRules() {}

    private static void check(Visit pod) {
        if (pod.version().atLeast(CLAIMS)) {
            claims(pod);
            usedClaims(pod);
        }
    }

    private static void claims(Visit pod) {
        Set<String> seen = new HashSet<>();
        for (Visit claim : pod.each("resourceClaims")) {
            String name = claim.textOrEmpty("name");
            if (!name.isEmpty() && !seen.add(name)) {
                Checks.duplicate(claim, "name", name);
            } else {
                Checks.form(claim, "name", "name", "name-label", Names::labelProblems);
            }
            boolean own = claim.has("resourceClaimName");
            boolean template = claim.has("resourceClaimTemplateName");
            if (own == template) {
                String words = own
                        ? "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified"
                        : "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`";
                claim.error("one-of", claim.path(), own ? "one-of.many" : "one-of.none")
                        .words(ServerWords.invalidRaw(json(claim), words));
            }
            for (String field : List.of("resourceClaimName", "resourceClaimTemplateName")) {
                claim.text(field)
                        .ifPresent(text ->
                                Checks.form(claim, "name", field, "name-subdomain", text, Names::subdomainProblems));
            }
        }
    }

    private static String json(Visit claim) {
        return "{\"Name\":\"" + claim.textOrEmpty("name") + "\",\"ResourceClaimName\":"
                + quoted(claim, "resourceClaimName") + ",\"ResourceClaimTemplateName\":"
                + quoted(claim, "resourceClaimTemplateName") + "}";
    }

    private static String quoted(Visit claim, String field) {
        return claim.text(field).map(t -> '"' + t + '"').orElse("null");
    }

    private static void usedClaims(Visit pod) {
        Set<String> claims = new TreeSet<>(Pods.names(pod.each("resourceClaims").stream()));
        Pods.allContainers(pod).forEach(container -> {
            Set<String> seen = new HashSet<>();
            container.in("resources").each("claims").forEach(claim -> used(claim, claims, seen));
        });
    }

    private static void used(Visit claim, Set<String> claims, Set<String> seen) {
        String name = claim.textOrEmpty("name");
        if (name.isEmpty()) {
            claim.error(
                            Checks.REQUIRED,
                            claim.path(),
                            "required-field",
                            claim.path().key("name"))
                    .words(ServerWords.required());
            return;
        }
        String request = claim.textOrEmpty("request");
        Checks.form(claim, "name", "request", "name-label", Names::labelProblems);
        String key = request.isEmpty() ? name : name + "/" + request;
        boolean overlaps = seen.contains(name)
                || seen.contains(key)
                || (request.isEmpty() && seen.stream().anyMatch(s -> s.startsWith(name + "/")));
        if (overlaps) {
            claim.error(Checks.DUPLICATE, claim.path(), "duplicate-value", Checks.shown(key))
                    .words(ServerWords.duplicate(seen.contains(name) ? name : key));
        }
        seen.add(key);
        if (!claims.contains(name)) {
            String list = claims.isEmpty() ? " which is empty" : ": " + String.join(", ", claims);
            claim.error("claim-not-found", claim.path(), "claim-not-found", Checks.shown(name))
                    .words(ServerWords.notFound(name) + ": must be one of the names in pod.spec.resourceClaims" + list);
        }
    }
}
