package drydock.sim.store;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.StatusBuilder;

/// The API server's refusals in its own words (`apimachinery/pkg/api/errors/errors.go`).
public final class Refusals {

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
        return refusal(422, "Invalid", id, kind + " \"" + id.name() + "\" is invalid: " + why);
    }

    public static ClusterException badRequest(String why) {
        return new ClusterException(400, "BadRequest", why);
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
