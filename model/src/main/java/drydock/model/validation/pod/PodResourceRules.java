package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import drydock.model.validation.pod.Amounts.Amount;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a Pod as a whole asks for, how its containers are resized, and its claims of devices
/// (`pkg/apis/core/validation/validation.go validatePodResources`, `validateResizePolicy`,
/// `validatePodResourceClaims`, `validateResourceClaimNames`).
final class PodResourceRules {

    /// From this version on a Pod has resources of its own (gate PodLevelResources).
    private static final int OWN_RESOURCES = 34;

    /// From this version on running containers are resized (gate InPlacePodVerticalScaling).
    private static final int RESIZED = 33;

    private static final List<String> RESIZABLE = List.of("cpu", "memory");
    private static final List<String> RESIZE_POLICIES = List.of("NotRequired", "RestartContainer");

    static final List<Rule> RULES = List.of(
            Rule.of("PodSpec", PodResourceRules::ownResources),
            Rule.of("PodSpec", PodResourceRules::resizePolicies),
            Rule.of("PodSpec", PodResourceRules::claims),
            Rule.of("PodSpec", PodResourceRules::usedClaims));

    private PodResourceRules() {}

    private static void ownResources(Visit pod) {
        if (!pod.version().atLeast(OWN_RESOURCES) || !pod.has("resources")) {
            return;
        }
        Visit resources = pod.in("resources");
        if (resources.has("claims")) {
            resources
                    .error(ResourceRules.RULE, "claims", "pod-resource-claims")
                    .words(ServerWords.forbidden("claims cannot be set for Resources at pod-level"));
        }
        for (String list : List.of("limits", "requests")) {
            Amounts.of(resources, list).keySet().stream()
                    .filter(name -> !RESIZABLE.contains(name) && !ResourceNames.isHugePages(name))
                    .forEach(name -> resources
                            .error(
                                    ResourceRules.RULE,
                                    resources.path().key(list).key(name),
                                    "unsupported-value",
                                    Checks.shown(name),
                                    String.join(", ", RESIZABLE))
                            .words(ServerWords.unsupportedOf(name, List.of("cpu", "hugepages-", "memory"))));
        }
        ofContainers(pod, resources);
    }

    private static void ofContainers(Visit pod, Visit resources) {
        Map<String, Amount> own = Amounts.of(resources, "requests");
        Map<String, BigDecimal> needed = new HashMap<>();
        pod.each("containers")
                .forEach(c -> Amounts.of(c.in("resources"), "requests")
                        .forEach((name, amount) -> needed.merge(name, amount.exact(), BigDecimal::add)));
        own.forEach((name, amount) -> {
            BigDecimal sum = needed.getOrDefault(name, BigDecimal.ZERO);
            if (sum.compareTo(amount.exact()) > 0) {
                FieldPath at = resources.path().key("requests").key(name);
                resources.error(ResourceRules.RULE, at, "pod-requests-below", sum.toPlainString());
            }
        });
        Map<String, Amount> limits = Amounts.of(resources, "limits");
        List<Visit> containers = pod.each("containers");
        for (int i = 0; i < containers.size(); i++) {
            Visit container = containers.get(i);
            String list = resources.path() + ".containers[" + i + "]";
            Amounts.of(container.in("resources"), "limits").forEach((name, amount) -> {
                Amount most = limits.get(name);
                if (most != null && amount.exact().compareTo(most.exact()) > 0) {
                    container
                            .errorCalled(
                                    list + "[" + name + "].limits",
                                    ResourceRules.RULE,
                                    container
                                            .path()
                                            .key("resources")
                                            .key("limits")
                                            .key(name),
                                    "limit-above-pod",
                                    name,
                                    most.text())
                            .words(ServerWords.invalid(
                                    amount.text(), "must be less than or equal to pod limits of " + most.text()));
                }
            });
        }
    }

    /// The API server names the list and not the item.
    private static void resizePolicies(Visit pod) {
        if (pod.version().atLeast(RESIZED)) {
            boolean never = pod.textOrEmpty("restartPolicy").equals("Never");
            Pods.containers(pod).forEach(c -> resizePolicies(c, never));
        }
    }

    private static void resizePolicies(Visit container, boolean never) {
        Set<String> seen = new HashSet<>();
        FieldPath list = container.path().key("resizePolicy");
        for (Visit item : container.each("resizePolicy")) {
            String resource = item.textOrEmpty("resourceName");
            String policy = item.textOrEmpty("restartPolicy");
            if (!seen.add(resource)) {
                item.error(Checks.DUPLICATE, item.path(), "duplicate-value", Checks.shown(resource))
                        .words(ServerWords.duplicate(resource));
            }
            oneOf(item, "resourceName", RESIZABLE, list);
            oneOf(item, "restartPolicy", RESIZE_POLICIES, list);
            if (never && !policy.equals("NotRequired")) {
                item.errorCalled(
                                list.toString(), ResourceRules.RULE, item.path().key("restartPolicy"), "resize-never")
                        .words(ServerWords.invalid(policy, "must be 'NotRequired' when `restartPolicy` is 'Never'"));
            }
        }
    }

    private static void oneOf(Visit item, String field, List<String> values, FieldPath list) {
        String value = item.textOrEmpty(field);
        FieldPath at = item.path().key(field);
        if (value.isEmpty()) {
            item.errorCalled(list.toString(), Checks.REQUIRED, at, "required-field", at)
                    .words(ServerWords.required());
        } else if (!values.contains(value)) {
            item.errorCalled(
                            list.toString(),
                            "unsupported-value",
                            at,
                            "unsupported-value",
                            Checks.shown(value),
                            String.join(", ", values))
                    .words(ServerWords.unsupportedOf(value, values));
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
