package drydock.sim.http;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Patches;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// HorizontalPodAutoscalers in the version `autoscaling/v1`, in which nothing is kept: what comes is taken into the
/// kept
/// version by the store, what goes is told in this one (`pkg/apis/autoscaling/v1/conversion.go`). What it
/// has no field for is left out here, where a server has it in annotations.
final class FirstAutoscalers {

    private static final ResourceKind KEPT = Kinds.HORIZONTAL_POD_AUTOSCALER;
    private static final String VERSION = "autoscaling/v1";
    private static final String USE = "targetCPUUtilizationPercentage";

    /// The kind in this version.
    static final ResourceKind KIND =
            new ResourceKind(KEPT.group(), "v1", KEPT.kind(), KEPT.plural(), true, KEPT.shortNames());

    private final ApiServer api;

    FirstAutoscalers(ApiServer api) {
        this.api = api;
    }

    static boolean leads(ApiPath path) {
        return path.group().equals(KIND.group())
                && path.version().equals(KIND.version())
                && path.plural().equals(KIND.plural());
    }

    /// What answers in this version what is answered in the kept one.
    static ApiReply told(ApiReply reply) {
        return new ApiReply() {
            @Override
            public void send(int status, String contentType, String body) {
                reply.send(status, contentType, inFirst(body));
            }

            @Override
            public Stream begin(String contentType, Runnable over) {
                Stream stream = reply.begin(contentType, over);
                return new Stream() {
                    @Override
                    public void write(String text) {
                        stream.write(inFirst(text));
                    }

                    @Override
                    public void end() {
                        stream.end();
                    }
                };
            }
        };
    }

    /// Changes an object as it is in this version, and leaves alone what only the kept one has.
    void write(ApiCall call, Target target, ApiReply reply) {
        HasMetadata kept = Reads.object(api, target);
        HasMetadata shown = Bodies.object(JsonText.compact(first(Bodies.tree(kept))), VERSION, KIND.kind());
        HasMetadata wanted =
                call.method().equals("PUT") ? Writes.object(call, target) : Patches.apply(shown, Writes.patch(call));
        String whole = JsonText.compact(kept(Bodies.tree(kept), Bodies.tree(wanted)));
        HasMetadata object = Bodies.object(whole, KEPT.apiVersion(), KEPT.kind());
        Writes.sent(reply, 200, api.requests().replace(object, Writes.options(call)));
    }

    private static Map<?, ?> kept(Map<?, ?> before, Map<?, ?> wanted) {
        Map<Object, Object> object = new LinkedHashMap<>(before);
        object.put("metadata", part(wanted, "metadata"));
        Map<Object, Object> spec = new LinkedHashMap<>(part(before, "spec"));
        Map<Object, Object> said = new LinkedHashMap<>(part(wanted, "spec"));
        Object use = said.remove(USE);
        spec.remove("minReplicas");
        spec.putAll(said);
        List<Object> metrics = new ArrayList<>();
        if (use != null) {
            metrics.add(Map.of(
                    "type",
                    "Resource",
                    "resource",
                    Map.of("name", "cpu", "target", Map.of("type", "Utilization", "averageUtilization", use))));
        }
        list(spec.get("metrics")).stream()
                .filter(metric -> use(metric, "target") == null)
                .forEach(metrics::add);
        spec.put("metrics", metrics);
        object.put("spec", spec);
        return object;
    }

    private static String inFirst(String body) {
        try {
            return Bodies.text(any(Bodies.map(body)));
        } catch (ClusterException _) {
            return body; // words for people
        }
    }

    private static Map<?, ?> any(Map<?, ?> tree) {
        if (tree.get("object") instanceof Map<?, ?> object) {
            Map<Object, Object> event = new LinkedHashMap<>(tree);
            event.put("object", any(object));
            return event;
        }
        if (tree.get("items") instanceof List<?> items) {
            Map<Object, Object> list = new LinkedHashMap<>(tree);
            list.put("apiVersion", VERSION);
            list.put(
                    "items",
                    items.stream()
                            .map(item -> item instanceof Map<?, ?> one ? first(one) : item)
                            .toList());
            return list;
        }
        return KIND.kind().equals(tree.get("kind")) ? first(tree) : tree;
    }

    /// An object of the kept version in this one: the use of CPU is a field.
    private static Map<?, ?> first(Map<?, ?> kept) {
        Map<Object, Object> object = new LinkedHashMap<>(kept);
        object.put("apiVersion", VERSION);
        Map<Object, Object> spec = new LinkedHashMap<>(part(kept, "spec"));
        spec.remove("behavior");
        for (Object metric : list(spec.remove("metrics"))) {
            Object use = use(metric, "target");
            if (use != null) {
                spec.putIfAbsent(USE, use);
            }
        }
        object.put("spec", spec);
        if (kept.containsKey("status")) {
            Map<Object, Object> status = new LinkedHashMap<>(part(kept, "status"));
            status.remove("conditions");
            for (Object metric : list(status.remove("currentMetrics"))) {
                Object use = use(metric, "current");
                if (use != null) {
                    status.put("currentCPUUtilizationPercentage", use);
                }
            }
            status.putIfAbsent("currentReplicas", 0);
            status.putIfAbsent("desiredReplicas", 0);
            object.put("status", status);
        }
        return object;
    }

    /// The use of CPU that a metric is about, in percent; null if it is about something else.
    private static @Nullable Object use(Object metric, String of) {
        Map<?, ?> resource = metric instanceof Map<?, ?> map ? part(map, "resource") : Map.of();
        return "cpu".equals(resource.get("name")) ? part(resource, of).get("averageUtilization") : null;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> part(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }
}
