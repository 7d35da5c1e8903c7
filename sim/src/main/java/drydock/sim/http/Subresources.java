package drydock.sim.http;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Patches;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Answers what is asked of parts of objects: status, scale, resize, ephemeral containers, binding, eviction, log,
/// finalize, token.
final class Subresources {

    /// Both mean the same (pkg/registry/core/pod/storage/eviction.go, AcceptsGroupVersion).
    private static final List<String> EVICTIONS = List.of("policy/v1", "policy/v1beta1");

    private final ApiServer api;

    Subresources(ApiServer api) {
        this.api = api;
    }

    void answer(ApiCall call, Target target, String name, ApiReply reply) {
        switch (name) {
            case "status" -> status(call, target, reply);
            case "scale" -> scale(call, target, reply);
            case "resize" -> resize(call, target, reply);
            case "ephemeralcontainers" -> ephemeralContainers(call, target, reply);
            case "binding" -> bind(call, target, reply);
            case "eviction" -> evict(call, target, reply);
            case "log" -> log(call, target, reply);
            case "finalize" -> finish(call, target, reply);
            case "token" -> new Reviewed(api).token(call, target, reply);
            case "exec", "attach", "portforward" ->
                throw new ClusterException(
                        501,
                        "NotImplemented",
                        "the simulated cluster takes " + name + " over web sockets with channels only");
            default -> throw Bodies.noPath();
        }
    }

    private void status(ApiCall call, Target target, ApiReply reply) {
        switch (call.method()) {
            case "GET" -> Writes.sent(reply, 200, Reads.object(api, target));
            case "PUT" -> Writes.sent(reply, 200, replaceStatus(call, target.object(call.body())));
            case "PATCH" -> {
                HasMetadata before = Reads.object(api, target);
                if (Writes.isApply(call)) {
                    Writes.sent(reply, 200, replaceStatus(call, target.object(call.body())));
                    return;
                }
                Writes.sent(reply, 200, replaceStatus(call, Patches.apply(before, Writes.patch(call))));
            }
            default -> throw notAllowed();
        }
    }

    private void resize(ApiCall call, Target target, ApiReply reply) {
        if (call.method().equals("GET")) {
            Writes.sent(reply, 200, Reads.object(api, target));
            return;
        }
        HasMetadata wanted = switch (call.method()) {
            case "PUT" -> target.object(call.body());
            case "PATCH" -> Patches.apply(Reads.object(api, target), Writes.patch(call));
            default -> throw notAllowed();
        };
        Writes.sent(reply, 200, api.requests().resize(wanted, Writes.options(call)));
    }

    private void ephemeralContainers(ApiCall call, Target target, ApiReply reply) {
        HasMetadata pod = Reads.object(api, target);
        HasMetadata answer = switch (call.method()) {
            case "GET" -> pod;
            case "PUT" -> api.requests().ephemeralContainers(target.object(call.body()), Writes.options(call));
            case "PATCH" ->
                api.requests().patch(target.id(), Writes.patch(call).to("ephemeralcontainers"), Writes.options(call));
            default -> throw notAllowed();
        };
        Writes.sent(reply, 200, answer);
    }

    private HasMetadata replaceStatus(ApiCall call, HasMetadata object) {
        return api.requests().replaceStatus(object, Writes.options(call));
    }

    private void scale(ApiCall call, Target target, ApiReply reply) {
        HasMetadata object = Reads.object(api, target);
        HasMetadata now = switch (call.method()) {
            case "GET" -> object;
            case "PUT", "PATCH" ->
                api.requests()
                        .patch(
                                target.id(),
                                new Patch(
                                        Patch.Type.MERGE,
                                        "{\"spec\":{\"replicas\":" + replicas(wantedScale(call, object)) + "}}"),
                                Writes.options(call));
            default -> throw notAllowed();
        };
        reply.send(200, Bodies.JSON, Bodies.text(scale(now)));
    }

    private static Map<?, ?> wantedScale(ApiCall call, HasMetadata object) {
        boolean steps = call.method().equals("PATCH") && Writes.patch(call).type() == Patch.Type.JSON;
        Object wanted = steps ? Patches.operations(scale(object), Bodies.json(call.body())) : Bodies.map(call.body());
        return wanted instanceof Map<?, ?> map ? map : Map.of();
    }

    private static int replicas(Map<?, ?> scale) {
        Object wanted = part(scale, "spec").get("replicas");
        if (!(wanted instanceof Number number) || number.intValue() < 0) {
            throw Bodies.bad("spec.replicas: Invalid value");
        }
        return number.intValue();
    }

    private static Map<String, Object> scale(HasMetadata object) {
        Map<?, ?> tree = Bodies.tree(object);
        Map<String, Object> metadata = new LinkedHashMap<>();
        part(tree, "metadata").forEach((key, value) -> {
            if (List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")
                    .contains(key)) {
                metadata.put(String.valueOf(key), value);
            }
        });
        return Map.of(
                "kind",
                "Scale",
                "apiVersion",
                "autoscaling/v1",
                "metadata",
                metadata,
                "spec",
                Map.of("replicas", number(part(tree, "spec").get("replicas"))),
                "status",
                Map.of(
                        "replicas", number(part(tree, "status").get("replicas")),
                        "selector", selector(part(tree, "spec"))));
    }

    private static String selector(Map<?, ?> spec) {
        Map<?, ?> selector = part(spec, "selector");
        Map<?, ?> labels = selector.containsKey("matchLabels") ? part(selector, "matchLabels") : selector;
        List<String> pairs = new ArrayList<>();
        labels.forEach((key, value) -> {
            if (value instanceof String) {
                pairs.add(key + "=" + value);
            }
        });
        return String.join(",", pairs);
    }

    private void bind(ApiCall call, Target target, ApiReply reply) {
        Object node = part(Bodies.map(call.body()), "target").get("name");
        if (!call.isDryRun()) {
            api.bind(target.id(), Objects.toString(node, ""));
        }
        success(reply);
    }

    private void evict(ApiCall call, Target target, ApiReply reply) {
        Map<Object, Object> asked = new LinkedHashMap<>(Bodies.map(call.body()));
        if (!EVICTIONS.contains(asked.getOrDefault("apiVersion", "policy/v1"))) {
            throw Bodies.bad("an eviction is one of " + EVICTIONS + ", not " + asked.get("apiVersion"));
        }
        asked.put("apiVersion", "policy/v1");
        if (call.isDryRun()) {
            Map<Object, Object> options = new LinkedHashMap<>(part(asked, "deleteOptions"));
            options.put("dryRun", List.of("All"));
            asked.put("deleteOptions", options);
        }
        HasMetadata eviction = Bodies.object(JsonText.compact(asked), "policy/v1", "Eviction");
        eviction.getMetadata().setNamespace(target.namespace());
        eviction.getMetadata().setName(target.name());
        api.create(eviction);
        success(reply);
    }

    private void finish(ApiCall call, Target target, ApiReply reply) {
        if (!call.method().equals("PUT")) {
            throw notAllowed();
        }
        Writes.sent(reply, 200, api.replace(target.object(call.body())));
    }

    private static void success(ApiReply reply) {
        reply.send(
                201,
                Bodies.JSON,
                Bodies.text(Map.of(
                        "kind", "Status", "apiVersion", "v1", "metadata", Map.of(), "status", "Success", "code", 201)));
    }

    private void log(ApiCall call, Target target, ApiReply reply) {
        ContainerAccess containers = api.containers().orElseThrow(Bodies::noPath);
        Pod pod = (Pod) Reads.object(api, target);
        String container = call.query("container");
        List<Subscription> open = new ArrayList<>();
        boolean follows = call.isOn("follow");
        StringBuilder whole = new StringBuilder();
        ApiReply.Stream[] stream = new ApiReply.Stream[1];
        Subscription log = containers.log(
                ResourceId.of(pod),
                container.isEmpty() ? onlyContainer(pod) : container,
                wish(call),
                text -> {
                    if (stream[0] == null) {
                        whole.append(text);
                    } else {
                        stream[0].write(text);
                    }
                },
                _ -> {
                    if (stream[0] != null) {
                        stream[0].end();
                    } else if (!follows) {
                        reply.send(200, "text/plain", whole.toString());
                    }
                });
        open.add(log);
        if (follows) {
            stream[0] = reply.begin("text/plain", () -> open.forEach(Subscription::close));
            stream[0].write(whole.toString());
        }
    }

    private ContainerAccess.LogWish wish(ApiCall call) {
        String tail = call.query("tailLines");
        String seconds = call.query("sinceSeconds");
        Optional<Instant> since = seconds.matches("\\d{1,9}")
                ? Optional.of(api.now().minus(Duration.ofSeconds(Long.parseLong(seconds))))
                : time(call.query("sinceTime"));
        return new ContainerAccess.LogWish(
                call.isOn("previous"),
                call.isOn("follow"),
                tail.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(tail)) : OptionalInt.empty(),
                since,
                call.isOn("timestamps"));
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException wrong) {
            throw Bodies.bad("sinceTime: " + wrong.getMessage());
        }
    }

    static String onlyContainer(Pod pod) {
        List<String> names = pod.getSpec().getContainers().stream()
                .map(container -> container.getName())
                .toList();
        if (names.size() > 1) {
            throw Bodies.bad("a container name must be specified for pod "
                    + pod.getMetadata().getName() + ", choose one of: [" + String.join(" ", names) + "]");
        }
        return names.getFirst();
    }

    private static Map<?, ?> part(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static int number(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    private static ClusterException notAllowed() {
        return new ClusterException(
                405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }
}
