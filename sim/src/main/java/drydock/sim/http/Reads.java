package drydock.sim.http;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Subscription;
import drydock.sim.store.ApiServer;
import drydock.sim.store.ListOptions;
import drydock.sim.store.ObjectList;
import drydock.sim.store.WatchEvent;
import drydock.sim.store.WatchOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Answers what reads: one object, a list or a page of it, a watch; as objects or as tables.
final class Reads {

    private final ApiServer api;

    Reads(ApiServer api) {
        this.api = api;
    }

    void answer(ApiCall call, Target target, ApiReply reply) {
        if (call.isOn("watch")) {
            watch(call, target, reply);
        } else if (target.name().isEmpty()) {
            reply.send(200, Bodies.JSON, Bodies.text(list(call, target)));
        } else {
            HasMetadata object = object(api, target);
            reply.send(
                    200,
                    Bodies.JSON,
                    Bodies.text(
                            call.wantsTable()
                                    ? new Tabled(api)
                                            .of(
                                                    List.of(object),
                                                    list(object.getMetadata().getResourceVersion()))
                                    : Bodies.tree(object)));
        }
    }

    /// The object that is meant.
    ///
    /// @throws ClusterException 404 if there is none
    static HasMetadata object(ApiServer api, Target target) {
        String plural = target.kind().plural()
                + (target.kind().group().isEmpty() ? "" : "." + target.kind().group());
        return api.get(target.id())
                .orElseThrow(
                        () -> new ClusterException(404, "NotFound", plural + " \"" + target.name() + "\" not found"));
    }

    private Map<String, Object> list(ApiCall call, Target target) {
        String limit = call.query("limit");
        ObjectList page = api.requests()
                .list(
                        target.query(call),
                        new ListOptions(
                                limit.matches("\\d{1,9}") ? Integer.parseInt(limit) : 0,
                                call.query("continue"),
                                call.query("resourceVersion"),
                                call.query("resourceVersionMatch").equals("Exact")));
        Map<String, Object> metadata = list(page.version());
        if (!page.next().isEmpty()) {
            metadata.put("continue", page.next());
            if (page.remaining() > 0) {
                metadata.put("remainingItemCount", page.remaining());
            }
        }
        if (call.wantsTable()) {
            return new Tabled(api).of(page.items(), metadata);
        }
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("kind", target.kind().kind() + "List");
        list.put("apiVersion", target.kind().apiVersion());
        list.put("metadata", metadata);
        list.put("items", page.items().stream().map(Bodies::tree).toList());
        return list;
    }

    private static Map<String, Object> list(String version) {
        return new LinkedHashMap<>(Map.of("resourceVersion", version));
    }

    private void watch(ApiCall call, Target target, ApiReply reply) {
        List<Subscription> open = new ArrayList<>();
        Runnable close = () -> open.forEach(Subscription::close);
        Told told = new Told(new Tabled(api), target, call.wantsTable(), reply.begin(Bodies.JSON, close));
        open.add(api.requests()
                .watch(
                        target.query(call),
                        new WatchOptions(
                                call.query("resourceVersion"),
                                call.isOn("allowWatchBookmarks"),
                                call.isOn("sendInitialEvents")),
                        told::take));
    }

    /// A watch's events as lines.
    private record Told(Tabled tabled, Target target, boolean asTable, ApiReply.Stream stream) {

        void take(WatchEvent event) {
            switch (event) {
                case WatchEvent.Added(var object) -> object("ADDED", object);
                case WatchEvent.Modified(var object) -> object("MODIFIED", object);
                case WatchEvent.Deleted(var object) -> object("DELETED", object);
                case WatchEvent.Bookmark(var version, var end) -> line("BOOKMARK", bookmark(version, end));
                case WatchEvent.Ended _ -> stream.end();
                case WatchEvent.Failed(var refusal) -> {
                    line("ERROR", Bodies.status(refusal));
                    stream.end();
                }
            }
        }

        private void object(String type, HasMetadata object) {
            line(
                    type,
                    asTable
                            ? tabled.of(
                                    List.of(object), list(object.getMetadata().getResourceVersion()))
                            : Bodies.tree(object));
        }

        private Map<String, Object> bookmark(String version, boolean end) {
            Map<String, Object> metadata = list(version);
            if (end) {
                metadata.put("annotations", Map.of("k8s.io/initial-events-end", "true"));
            }
            return Map.of(
                    "kind", target.kind().kind(), "apiVersion", target.kind().apiVersion(), "metadata", metadata);
        }

        private void line(String type, Map<?, ?> object) {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("type", type);
            event.put("object", object);
            stream.write(Bodies.text(event));
        }
    }
}
