package drydock.sim.http;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.access.Reviews;
import drydock.sim.access.Tokens;
import drydock.sim.store.ApiServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers what is asked by creating an object that is not kept: reviews of rights, and requests for tokens.
final class Reviewed {

    private static final List<ResourceKind> KINDS = List.of(
            of("authentication.k8s.io", "SelfSubjectReview", false),
            of("authorization.k8s.io", "LocalSubjectAccessReview", true),
            of("authorization.k8s.io", "SelfSubjectAccessReview", false),
            of("authorization.k8s.io", "SelfSubjectRulesReview", false),
            of("authorization.k8s.io", "SubjectAccessReview", false));

    private final ApiServer api;

    Reviewed(ApiServer api) {
        this.api = api;
    }

    private static ResourceKind of(String group, String kind, boolean namespaced) {
        ResourceKind known = Kinds.of(group + "/v1", kind);
        return new ResourceKind(group, "v1", kind, known.plural(), namespaced, List.of());
    }

    /// `kinds` and those of reviews.
    static List<ResourceKind> with(List<ResourceKind> kinds) {
        return Stream.concat(kinds.stream(), KINDS.stream()).toList();
    }

    static boolean is(ResourceKind kind) {
        return KINDS.contains(kind);
    }

    /// The kind of review that `path` leads to.
    static Optional<ResourceKind> kind(ApiPath path) {
        return KINDS.stream()
                .filter(kind -> kind.group().equals(path.group())
                        && kind.version().equals(path.version())
                        && kind.plural().equals(path.plural()))
                .findFirst();
    }

    void answer(ApiCall call, ResourceKind kind, ApiPath path, ApiReply reply) {
        created(call);
        Map<String, Object> answer =
                new Reviews(api).answer(kind.kind(), path.namespace(), Bodies.map(call.body()), call.caller());
        reply.send(201, Bodies.JSON, Bodies.text(answer));
    }

    /// Answers a TokenRequest of a ServiceAccount.
    void token(ApiCall call, Target target, ApiReply reply) {
        if (!target.kind().equals(Kinds.SERVICE_ACCOUNT)) {
            throw Bodies.noPath();
        }
        created(call);
        Map<?, ?> request = Bodies.map(call.body());
        Map<?, ?> spec = part(request, "spec");
        Map<?, ?> bound = part(spec, "boundObjectRef");
        List<String> audiences = new ArrayList<>();
        if (spec.get("audiences") instanceof List<?> all) {
            all.forEach(audience -> audiences.add(String.valueOf(audience)));
        }
        Tokens.Wish wish = new Tokens.Wish(
                audiences,
                spec.get("expirationSeconds") instanceof Number seconds ? seconds.longValue() : 0,
                Objects.toString(bound.get("kind"), ""),
                Objects.toString(bound.get("name"), ""));
        Tokens.Token token = new Tokens(api).issue(target.namespace(), target.name(), wish);
        Map<String, Object> answered = new LinkedHashMap<>();
        answered.put("audiences", wish.audiences());
        answered.put("expirationSeconds", wish.seconds());
        if (!bound.isEmpty()) {
            answered.put("boundObjectRef", bound);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("kind", "TokenRequest");
        answer.put("apiVersion", "authentication.k8s.io/v1");
        answer.put("metadata", Map.of("name", target.name(), "namespace", target.namespace()));
        answer.put("spec", answered);
        answer.put(
                "status",
                Map.of(
                        "token",
                        token.text(),
                        "expirationTimestamp",
                        token.expires().toString()));
        reply.send(201, Bodies.JSON, Bodies.text(answer));
    }

    private static void created(ApiCall call) {
        if (!call.method().equals("POST")) {
            throw new ClusterException(
                    405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
        }
    }

    private static Map<?, ?> part(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }
}
