package drydock.app.recording;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterInfo;
import drydock.model.manifest.JsonObjects;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a watch tells, a line of JSON for each: `at`, when it was told; `type`; and the whole object, or the kind that
/// is synced, interrupted, resumed or refused. What Secrets hold is never written.
public final class EventLines {

    private static final String FORMAT = "drydockRecording";
    private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private EventLines() {}

    /// The line for something that was told.
    public static String line(Told told) {
        ObjectNode line = JSON.createObjectNode().put("at", told.at().toString());
        switch (told.event()) {
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
        return JSON.writeValueAsString(line);
    }

    private static void object(ObjectNode line, String type, HasMetadata object) {
        JsonNode json = JSON.valueToTree(object);
        if (json instanceof ObjectNode fields && Kinds.SECRET.kind().equals(object.getKind())) {
            fields.remove("data");
            fields.remove("stringData");
            if (fields.path("metadata").path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(APPLIED);
            }
        }
        line.put("type", type).set("object", json);
    }

    private static ObjectNode kind(ObjectNode line, String type, ResourceKind kind) {
        return line.put("type", type).put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    }

    static String line(Header header) {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put(FORMAT, Header.FORMAT)
                .put("cluster", header.cluster().name())
                .put("server", header.cluster().server())
                .put("version", header.cluster().version())
                .put("namespace", header.namespace())
                .put("start", header.start().toString()));
    }

    /// Reads the first line.
    ///
    /// @throws UnreadableException if it is that of no recording, or of one of a format to come
    static Header header(byte[] line) throws UnreadableException {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JacksonException other) {
            throw new UnreadableException(UnreadableException.Fault.NOT_A_RECORDING, 1, message(other));
        }
        int format = json.path(FORMAT).isInt() ? json.path(FORMAT).asInt() : 0;
        if (format < 1) {
            throw new UnreadableException(UnreadableException.Fault.NOT_A_RECORDING, 1, FORMAT);
        }
        if (format > Header.FORMAT) {
            throw new UnreadableException(UnreadableException.Fault.NEWER, 1, FORMAT);
        }
        try {
            return new Header(
                    new ClusterInfo(
                            json.path("cluster").asString(""),
                            json.path("server").asString(""),
                            json.path("version").asString(""),
                            false),
                    json.path("namespace").asString(""),
                    instant(json, "start"));
        } catch (IllegalArgumentException misfit) {
            throw new UnreadableException(UnreadableException.Fault.DAMAGED, 1, message(misfit));
        }
    }

    /// Reads one of the other lines.
    ///
    /// @throws IllegalArgumentException if it says nothing that a watch tells
    static Told told(byte[] line) {
        try {
            JsonNode json = JSON.readTree(line);
            return new Told(instant(json, "at"), event(json));
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(message(broken), broken);
        }
    }

    private static ClusterEvent event(JsonNode line) {
        String type = line.path("type").asString("");
        return switch (type) {
            case "ADDED" -> new ClusterEvent.Added(JsonObjects.read(line.path("object")));
            case "MODIFIED" -> new ClusterEvent.Modified(JsonObjects.read(line.path("object")));
            case "DELETED" -> new ClusterEvent.Deleted(JsonObjects.read(line.path("object")));
            case "SYNCED" -> new ClusterEvent.Synced(kind(line));
            case "RESUMED" -> new ClusterEvent.Resumed(kind(line));
            case "INTERRUPTED" ->
                new ClusterEvent.Interrupted(
                        kind(line), instant(line, "since"), line.path("message").asString(""));
            case "REFUSED" ->
                new ClusterEvent.Refused(
                        kind(line),
                        line.path("code").asInt(0),
                        line.path("message").asString(""));
            default -> throw new IllegalArgumentException("type");
        };
    }

    private static ResourceKind kind(JsonNode line) {
        String apiVersion = line.path("apiVersion").asString("");
        String kind = line.path("kind").asString("");
        if (apiVersion.isEmpty() || apiVersion.endsWith("/") || kind.isEmpty()) {
            throw new IllegalArgumentException("kind");
        }
        return Kinds.of(apiVersion, kind);
    }

    private static Instant instant(JsonNode json, String field) {
        try {
            return Instant.parse(json.path(field).asString(""));
        } catch (DateTimeException garbled) {
            throw new IllegalArgumentException(field, garbled);
        }
    }

    private static String message(Exception failure) {
        return failure instanceof JacksonException broken
                ? broken.getOriginalMessage()
                : String.valueOf(failure.getMessage());
    }
}
