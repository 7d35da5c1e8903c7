package drydock.sim.http;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceKind;
import drydock.sim.metrics.Usages;
import drydock.sim.store.ApiServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers requests as an API server does. All calls come on the thread of the simulation.
public final class RestApi {

    private final ApiServer api;
    private final Usages usages;
    private final OpenApi openApi;

    /// @param usages what Pods use, for who asks for metrics
    public RestApi(ApiServer api, Usages usages) {
        this.api = api;
        this.usages = usages;
        this.openApi = new OpenApi(api);
    }

    /// Answers `call`; what goes on, as a watch, goes on telling `reply`.
    public void answer(ApiCall call, ApiReply reply) {
        try {
            new Permission(api).check(call);
            dispatch(call, reply);
        } catch (ClusterException refused) {
            int code = refused.code() == 0 ? 503 : refused.code();
            reply.send(code, Bodies.JSON, Bodies.text(Bodies.status(refused)));
        }
    }

    /// What a refusal is answered with, as UTF-8.
    public static byte[] refusal(ClusterException refused) {
        return Bodies.text(Bodies.status(refused)).getBytes(StandardCharsets.UTF_8);
    }

    private void dispatch(ApiCall call, ApiReply reply) {
        switch (call.path()) {
            case "/healthz", "/livez", "/readyz" -> {
                var _ = api.kinds();
                reply.send(200, "text/plain", "ok");
            }
            case "/version" -> reply.send(200, Bodies.JSON, Bodies.text(version()));
            case "/openapi/v2" -> reply.send(200, Bodies.JSON, Bodies.text(openApi.whole()));
            case "/openapi/v3" -> reply.send(200, Bodies.JSON, Bodies.text(openApi.index()));
            default -> {
                if (call.path().startsWith("/openapi/v3/")) {
                    Map<String, Object> document = openApi.document(call.path().substring("/openapi/v3/".length()))
                            .orElseThrow(Bodies::noPath);
                    reply.send(200, Bodies.JSON, Bodies.text(document));
                    return;
                }
                Optional<Map<String, Object>> discovered = new Discovery(api.kinds()).answer(call.path());
                if (discovered.isPresent()) {
                    reply.send(200, Bodies.JSON, Bodies.text(discovered.get()));
                    return;
                }
                objects(call, ApiPath.parse(call.path()).orElseThrow(Bodies::noPath), reply);
            }
        }
    }

    private void objects(ApiCall call, ApiPath path, ApiReply reply) {
        Optional<ResourceKind> review = Reviewed.kind(path);
        if (review.isPresent()) {
            new Reviewed(api).answer(call, review.get(), path, reply);
            return;
        }
        Optional<ResourceKind> measured = Measurements.kind(path);
        if (measured.isPresent()) {
            Target target = new Target(measured.get(), path.namespace(), path.name());
            new Measurements(api, usages).answer(call, target, reply);
            return;
        }
        if (FirstAutoscalers.leads(path)) {
            answer(call, path, FirstAutoscalers.KIND, FirstAutoscalers.told(reply));
            return;
        }
        answer(call, path, kind(path).orElseThrow(Bodies::noPath), reply);
    }

    private void answer(ApiCall call, ApiPath path, ResourceKind kind, ApiReply reply) {
        Target target = new Target(kind, path.namespace(), path.name());
        if (!path.subresource().isEmpty()) {
            new Subresources(api).answer(call, target, path.subresource(), reply);
        } else if (call.method().equals("GET") || call.method().equals("HEAD")) {
            new Reads(api).answer(call, target, reply);
        } else if (kind.equals(FirstAutoscalers.KIND)
                && List.of("PUT", "PATCH").contains(call.method())
                && !Writes.isApply(call)) {
            new FirstAutoscalers(api).write(call, target, reply);
        } else {
            new Writes(api).answer(call, target, reply);
        }
    }

    private Optional<ResourceKind> kind(ApiPath path) {
        return api.kinds().stream()
                .filter(kind -> kind.group().equals(path.group())
                        && kind.version().equals(path.version())
                        && kind.plural().equals(path.plural()))
                .findFirst();
    }

    private Map<String, Object> version() {
        String version = api.info().version();
        List<String> parts = List.of(version.replaceFirst("^v", "").split("\\.", -1));
        return Map.of(
                "major", parts.get(0),
                "minor", parts.get(1),
                "gitVersion", version,
                "gitCommit", "",
                "gitTreeState", "clean",
                "buildDate", "1970-01-01T00:00:00Z",
                "goVersion", "",
                "compiler", "",
                "platform", "simulation");
    }
}
