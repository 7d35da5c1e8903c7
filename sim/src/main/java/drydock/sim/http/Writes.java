package drydock.sim.http;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import drydock.sim.store.ApiServer;
import drydock.sim.store.DeleteOptions;
import drydock.sim.store.UnknownFields;
import drydock.sim.store.WriteOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/// Answers what writes: create, replace, patch, apply, delete.
final class Writes {

    private static final String APPLY = "application/apply-patch+yaml";

    private final ApiServer api;

    Writes(ApiServer api) {
        this.api = api;
    }

    void answer(ApiCall call, Target target, ApiReply reply) {
        switch (call.method()) {
            case "POST" -> sent(reply, 201, api.requests().create(object(call, target), options(call)));
            case "PUT" -> sent(reply, 200, api.requests().replace(object(call, target), options(call)));
            case "PATCH" -> patch(call, target, reply);
            case "DELETE" -> {
                if (target.name().isEmpty()) {
                    deleteAll(call, target, reply);
                } else {
                    delete(call, target, reply);
                }
            }
            default ->
                throw new ClusterException(
                        405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
        }
    }

    static void sent(ApiReply reply, int status, HasMetadata object) {
        reply.send(status, Bodies.JSON, Bodies.text(Bodies.tree(object)));
    }

    static WriteOptions options(ApiCall call) {
        return new WriteOptions(call.query("fieldManager"), call.isDryRun(), call.isOn("force"));
    }

    /// What a call brings, looked through as strictly as it asks (`fieldValidation`).
    static HasMetadata object(ApiCall call, Target target) {
        HasMetadata object = target.object(call.body());
        if (call.query("fieldValidation").equals("Strict")) {
            UnknownFields.refuse(object);
        }
        return object;
    }

    private void patch(ApiCall call, Target target, ApiReply reply) {
        if (isApply(call)) {
            boolean there = api.get(target.id()).isPresent();
            sent(reply, there ? 200 : 201, api.requests().apply(object(call, target), options(call)));
        } else {
            sent(reply, 200, api.requests().patch(target.id(), patch(call), options(call)));
        }
    }

    static boolean isApply(ApiCall call) {
        return call.contentType().equals(APPLY);
    }

    static Patch patch(ApiCall call) {
        Patch.Type type = switch (call.contentType()) {
            case "application/json-patch+json" -> Patch.Type.JSON;
            case "application/merge-patch+json" -> Patch.Type.MERGE;
            case "application/strategic-merge-patch+json" -> Patch.Type.STRATEGIC;
            default ->
                throw new ClusterException(
                        415,
                        "UnsupportedMediaType",
                        "the body of the request was in an unknown format - accepted media types include: "
                                + "application/json-patch+json, application/merge-patch+json, "
                                + "application/strategic-merge-patch+json, " + APPLY);
        };
        return new Patch(type, call.body());
    }

    /// What is gone at once is answered with a status, what is only going with the object itself.
    private void delete(ApiCall call, Target target, ApiReply reply) {
        HasMetadata last = api.requests().delete(target.id(), deletion(call));
        if (last.getMetadata().getDeletionTimestamp() != null
                && api.get(target.id()).isPresent()) {
            sent(reply, 200, last);
            return;
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", target.name());
        details.put("group", target.kind().group());
        details.put("kind", target.kind().plural());
        details.put("uid", last.getMetadata().getUid());
        Map<String, Object> status =
                Bodies.status(new StatusBuilder().withStatus("Success").build());
        status.put("details", details);
        reply.send(200, Bodies.JSON, Bodies.text(status));
    }

    private void deleteAll(ApiCall call, Target target, ApiReply reply) {
        List<HasMetadata> all = api.list(target.query(call));
        for (HasMetadata object : all) {
            api.requests().delete(ResourceId.of(object), deletion(call));
        }
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("kind", target.kind().kind() + "List");
        list.put("apiVersion", target.kind().apiVersion());
        list.put("metadata", Map.of("resourceVersion", ""));
        list.put("items", all.stream().map(Bodies::tree).toList());
        reply.send(200, Bodies.JSON, Bodies.text(list));
    }

    private static DeleteOptions deletion(ApiCall call) {
        Map<?, ?> body = Bodies.map(call.body());
        Map<?, ?> conditions = body.get("preconditions") instanceof Map<?, ?> map ? map : Map.of();
        String grace = Objects.toString(body.get("gracePeriodSeconds"), call.query("gracePeriodSeconds"));
        String propagation = Objects.toString(body.get("propagationPolicy"), call.query("propagationPolicy"));
        boolean orphans = Boolean.TRUE.equals(body.get("orphanDependents")) || call.isOn("orphanDependents");
        return new DeleteOptions(
                new Deletion(
                        grace.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(grace)) : OptionalLong.empty(),
                        orphans ? Deletion.Propagation.ORPHAN : propagation(propagation)),
                Objects.toString(conditions.get("uid"), ""),
                Objects.toString(conditions.get("resourceVersion"), ""),
                call.isDryRun() || (body.get("dryRun") instanceof List<?> all && !all.isEmpty()));
    }

    private static Deletion.Propagation propagation(String name) {
        return switch (name) {
            case "Background" -> Deletion.Propagation.BACKGROUND;
            case "Foreground" -> Deletion.Propagation.FOREGROUND;
            case "Orphan" -> Deletion.Propagation.ORPHAN;
            default -> Deletion.Propagation.UNSAID;
        };
    }
}
