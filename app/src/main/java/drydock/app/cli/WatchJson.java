package drydock.app.cli;

import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the events of a cluster say, a line of JSON for each: `at`, when it was told; `type`; and the whole object, or
/// the kind that is synced, interrupted, resumed or refused.
final class WatchJson implements WatchLines {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Override
    public List<String> lines(ClusterEvent event, Instant at) {
        ObjectNode line = JSON.createObjectNode().put("at", at.toString());
        switch (event) {
            case ClusterEvent.Added(var object) -> object(line, "ADDED", object);
            case ClusterEvent.Modified(var object) -> object(line, "MODIFIED", object);
            case ClusterEvent.Deleted(var object) -> object(line, "DELETED", object);
            case ClusterEvent.Synced(var kind) -> kind(line, "SYNCED", kind);
            case ClusterEvent.Resumed(var kind) -> kind(line, "RESUMED", kind);
            case ClusterEvent.Interrupted(var kind, var since, var message) ->
                kind(line, "INTERRUPTED", kind).put("since", since.toString()).put("message", message);
            case ClusterEvent.Refused(var kind, var code, var message) ->
                kind(line, "REFUSED", kind).put("code", code).put("message", message);
        }
        return List.of(JSON.writeValueAsString(line));
    }

    private static void object(ObjectNode line, String type, HasMetadata object) {
        line.put("type", type).set("object", JSON.valueToTree(object));
    }

    private static ObjectNode kind(ObjectNode line, String type, ResourceKind kind) {
        return line.put("type", type).put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    }
}
