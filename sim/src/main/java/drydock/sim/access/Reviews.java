package drydock.sim.access;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Refusal;
import drydock.sim.access.RoleBasedAccess.Decision;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Answers questions after rights, each a review whose status is the answer; nothing of it is kept
/// (`pkg/registry/authorization`, `pkg/registry/authentication/selfsubjectreview`).
public final class Reviews {

    private static final String AUTHORIZATION = "authorization.k8s.io";

    private final RoleBasedAccess access;

    public Reviews(Cluster cluster) {
        this.access = new RoleBasedAccess(cluster);
    }

    /// Answers `review`, a review of this `kind` as maps and lists.
    ///
    /// @param namespace where a LocalSubjectAccessReview is made
    /// @throws ClusterException 400 or 422 if it asks for nothing that can be answered
    public Map<String, Object> answer(String kind, String namespace, Map<?, ?> review, Caller caller) {
        Map<?, ?> spec = part(review, "spec");
        Map<String, Object> status = switch (kind) {
            case "SelfSubjectReview" ->
                Map.of("userInfo", Map.of("username", caller.name(), "groups", caller.groups()));
            case "SelfSubjectRulesReview" -> rules(spec, caller);
            case "SelfSubjectAccessReview" -> decided(access.decide(caller, attempt(kind, spec)));
            case "SubjectAccessReview" -> decided(access.decide(subject(kind, spec), attempt(kind, spec)));
            case "LocalSubjectAccessReview" -> {
                Attempt attempt = attempt(kind, spec);
                if (!attempt.scope().equals(namespace)) {
                    throw invalid(
                            kind,
                            "spec.resourceAttributes.namespace: Invalid value: \"" + attempt.scope()
                                    + "\": must match metadata.namespace");
                }
                yield decided(access.decide(subject(kind, spec), attempt));
            }
            default -> throw new IllegalArgumentException(kind);
        };
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("kind", kind);
        answer.put("apiVersion", kind.equals("SelfSubjectReview") ? "authentication.k8s.io/v1" : AUTHORIZATION + "/v1");
        answer.put("metadata", part(review, "metadata"));
        if (!kind.equals("SelfSubjectReview")) {
            answer.put("spec", kind.equals("SelfSubjectRulesReview") ? Map.of() : spec);
        }
        answer.put("status", status);
        return answer;
    }

    private Map<String, Object> rules(Map<?, ?> spec, Caller caller) {
        String namespace = text(spec, "namespace");
        if (namespace.isEmpty()) {
            throw new ClusterException(400, "BadRequest", "no namespace on request");
        }
        List<Map<String, Object>> resources = new ArrayList<>();
        List<Map<String, Object>> paths = new ArrayList<>();
        for (PolicyRule rule : access.rules(caller, namespace)) {
            if (!rule.getResources().isEmpty()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("verbs", rule.getVerbs());
                one.put("apiGroups", rule.getApiGroups());
                one.put("resources", rule.getResources());
                if (!rule.getResourceNames().isEmpty()) {
                    one.put("resourceNames", rule.getResourceNames());
                }
                resources.add(one);
            }
            if (!rule.getNonResourceURLs().isEmpty()) {
                paths.add(Map.of("verbs", rule.getVerbs(), "nonResourceURLs", rule.getNonResourceURLs()));
            }
        }
        return Map.of("resourceRules", resources, "nonResourceRules", paths, "incomplete", false);
    }

    private static Map<String, Object> decided(Decision decision) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("allowed", decision.allowed());
        if (!decision.reason().isEmpty()) {
            status.put("reason", decision.reason());
        }
        return status;
    }

    /// (`pkg/apis/authorization/validation/validation.go`)
    private static Attempt attempt(String kind, Map<?, ?> spec) {
        boolean onResource = spec.get("resourceAttributes") instanceof Map<?, ?>;
        boolean onPath = spec.get("nonResourceAttributes") instanceof Map<?, ?>;
        if (onResource && onPath) {
            throw invalid(
                    kind,
                    "spec.nonResourceAttributes: Invalid value: cannot be specified in combination with"
                            + " resourceAttributes");
        }
        if (!onResource && !onPath) {
            throw invalid(
                    kind,
                    "spec.resourceAttributes: Invalid value: null: exactly one of nonResourceAttributes or"
                            + " resourceAttributes must be specified");
        }
        if (onPath) {
            Map<?, ?> path = part(spec, "nonResourceAttributes");
            return new Attempt.OnPath(text(path, "verb"), text(path, "path"));
        }
        Map<?, ?> resource = part(spec, "resourceAttributes");
        return new Attempt.OnResource(
                text(resource, "verb"),
                text(resource, "group"),
                text(resource, "resource"),
                text(resource, "subresource"),
                text(resource, "namespace"),
                text(resource, "name"));
    }

    private static Caller subject(String kind, Map<?, ?> spec) {
        List<String> groups = new ArrayList<>();
        if (spec.get("groups") instanceof List<?> all) {
            all.forEach(group -> groups.add(String.valueOf(group)));
        }
        if (text(spec, "user").isEmpty() && groups.isEmpty()) {
            throw invalid(kind, "spec.user: Invalid value: \"\": at least one of user or group must be specified");
        }
        return new Caller(text(spec, "user"), groups);
    }

    private static ClusterException invalid(String kind, String why) {
        int colon = why.indexOf(": ");
        return Refusals.invalid(
                new ResourceId(AUTHORIZATION, kind, "", ""),
                List.of(new Refusal(why.substring(0, colon), why.substring(colon + 2))));
    }

    private static Map<?, ?> part(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> tree, String name) {
        return Objects.toString(tree.get(name), "");
    }
}
