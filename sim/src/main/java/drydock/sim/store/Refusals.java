package drydock.sim.store;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.model.validation.Refusal;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The API server's refusals in its own words (`apimachinery/pkg/api/errors/errors.go`).
public final class Refusals {

    private static final Map<String, String> REASONS = Map.of(
            "Required value", "FieldValueRequired",
            "Duplicate value", "FieldValueDuplicate",
            "Unsupported value", "FieldValueNotSupported",
            "Forbidden", "FieldValueForbidden",
            "Not found", "FieldValueNotFound",
            "Too long", "FieldValueTooLong",
            "Too many", "FieldValueTooMany");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Refusals() {}

    public static ClusterException notFound(ResourceId id) {
        return refusal(404, "NotFound", id, resource(id) + " \"" + id.name() + "\" not found");
    }

    public static ClusterException alreadyExists(ResourceId id) {
        return refusal(409, "AlreadyExists", id, resource(id) + " \"" + id.name() + "\" already exists");
    }

    /// A write that does not build on the current version, or that the object's state does not allow.
    public static ClusterException conflict(ResourceId id, String why) {
        return refusal(
                409,
                "Conflict",
                id,
                "Operation cannot be fulfilled on " + resource(id) + " \"" + id.name() + "\": " + why);
    }

    static ClusterException stale(ResourceId id) {
        return conflict(
                id, "the object has been modified; please apply your changes to the latest version and try again");
    }

    /// An object that does not fit the rules of its kind.
    ///
    /// @param why each field and what is wrong with it, as `spec.replicas: Invalid value: -1: must be …`
    public static ClusterException invalid(ResourceId id, String why) {
        String kind = id.group().isEmpty() ? id.kind() : id.kind() + "." + id.group();
        ClusterException refused = refusal(422, "Invalid", id, kind + " \"" + id.name() + "\" is invalid: " + why);
        refused.status().getDetails().setKind(id.kind());
        int colon = why.indexOf(": ");
        if (colon > 0 && why.indexOf(' ') > colon) {
            refused.status()
                    .getDetails()
                    .setCauses(List.of(cause(new Refusal(why.substring(0, colon), why.substring(colon + 2)))));
        }
        return refused;
    }

    /// An object of which the server refuses all that is in `why`, which is not empty.
    public static ClusterException invalid(ResourceId id, List<Refusal> why) {
        String all = why.stream().map(Refusal::toString).collect(Collectors.joining(", "));
        ClusterException refused = invalid(id, why.size() == 1 ? all : "[" + all + "]");
        refused.status()
                .getDetails()
                .setCauses(why.stream().map(Refusals::cause).toList());
        return refused;
    }

    /// `apimachinery/pkg/util/validation/field/errors.go`: the reason is named after the first words.
    private static StatusCause cause(Refusal refusal) {
        String words = refusal.words();
        String reason = REASONS.entrySet().stream()
                .filter(known -> words.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("FieldValueInvalid");
        return new StatusCause(refusal.field(), words, reason);
    }

    /// Something that an admission plugin does not let pass.
    public static ClusterException forbidden(ResourceId id, String why) {
        return refusal(403, "Forbidden", id, resource(id) + " \"" + id.name() + "\" is forbidden: " + why);
    }

    /// A version from which nothing can be told any more, or a list that cannot be gone on with.
    public static ClusterException expired(String why) {
        return new ClusterException(410, "Expired", why);
    }

    /// A version that is yet to come (`apiserver/pkg/storage/errors.go NewTooLargeResourceVersionError`).
    static ClusterException tooLarge(long wanted, long current) {
        return new ClusterException(new StatusBuilder()
                .withStatus("Failure")
                .withCode(504)
                .withReason("Timeout")
                .withMessage("Timeout: Too large resource version: " + wanted + ", current: " + current)
                .withNewDetails()
                .withRetryAfterSeconds(1)
                .addNewCause("", "Too large resource version", "ResourceVersionTooLarge")
                .endDetails()
                .build());
    }

    /// Something new in a namespace that is going.
    static ClusterException terminating(ResourceId id) {
        ClusterException refused = forbidden(
                id, "unable to create new content in namespace " + id.namespace() + " because it is being terminated");
        refused.status()
                .getDetails()
                .setCauses(List.of(new StatusCause(
                        "metadata.namespace",
                        "namespace " + id.namespace() + " is being terminated",
                        "NamespaceTerminating")));
        return refused;
    }

    /// Fields that an apply sets and others have set otherwise (`managedfields/internal/conflict.go`).
    ///
    /// @param conflicts the fields of each other manager
    static ClusterException applyConflict(ResourceId id, Map<String, List<String>> conflicts) {
        int count = conflicts.values().stream().mapToInt(List::size).sum();
        String all = count == 1
                ? conflicts.entrySet().stream()
                        .map(e -> "conflict with " + e.getKey() + ": "
                                + e.getValue().getFirst())
                        .collect(Collectors.joining())
                : conflicts.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> "conflicts with " + e.getKey() + ":\n- " + String.join("\n- ", e.getValue()))
                        .collect(Collectors.joining("\n"));
        ClusterException refused = refusal(
                409,
                "Conflict",
                id,
                "Apply failed with " + count + (count == 1 ? " conflict: " : " conflicts: ") + all);
        List<StatusCause> causes = new ArrayList<>();
        conflicts.forEach((manager, fields) -> fields.forEach(
                field -> causes.add(new StatusCause(field, "conflict with " + manager, "FieldManagerConflict"))));
        refused.status().getDetails().setCauses(causes);
        return refused;
    }

    /// A kind that the server does not have.
    public static ClusterException notServed() {
        return new ClusterException(404, "NotFound", "the server could not find the requested resource");
    }

    public static ClusterException badRequest(String why) {
        return new ClusterException(400, "BadRequest", why);
    }

    /// A JSON patch that cannot be carried out (`apiserver/pkg/endpoints/handlers/patch.go`): the server does not say
    /// which of its steps.
    static ClusterException unfitting() {
        return new ClusterException(new StatusBuilder()
                .withStatus("Failure")
                .withCode(422)
                .withReason("Invalid")
                .withMessage("the server rejected our request due to an error in our request")
                .withNewDetails()
                .endDetails()
                .build());
    }

    /// A patch that makes of an object what is none of its kind.
    static ClusterException invalidPatch(String body, String why) {
        String words = "Invalid value: " + JSON.writeValueAsString(body) + ": " + why;
        return new ClusterException(new StatusBuilder()
                .withStatus("Failure")
                .withCode(422)
                .withReason("Invalid")
                .withMessage(" \"\" is invalid: patch: " + words)
                .withNewDetails()
                .addNewCause("patch", words, "FieldValueInvalid")
                .endDetails()
                .build());
    }

    private static String resource(ResourceId id) {
        String plural = Kinds.find(id.group(), id.kind())
                .map(ResourceKind::plural)
                .orElseGet(() -> Kinds.of(id.group() + "/v1", id.kind()).plural());
        return id.group().isEmpty() ? plural : plural + "." + id.group();
    }

    private static ClusterException refusal(int code, String reason, ResourceId id, String message) {
        return new ClusterException(new StatusBuilder()
                .withStatus("Failure")
                .withCode(code)
                .withReason(reason)
                .withMessage(message)
                .withNewDetails()
                .withName(id.name())
                .withGroup(id.group())
                .withKind(resource(id).replaceFirst("\\..*", ""))
                .endDetails()
                .build());
    }
}
