package drydock.app.live.api;

import drydock.app.live.watch.WireException;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;

/// Patches of a part of an object, as `resize` or `ephemeralcontainers` of a Pod, over plain HTTP: the client's
/// own know the object itself and a few of its parts only.
///
/// @param paths knows where objects are
public record PartPatching(Deleting paths) {

    /// Sends `patch` to the subresource that it names, and returns the object as it is then.
    ///
    /// @param trial whether it is only tried
    /// @throws ClusterException in the server's words; 404 where the server has no such subresource
    public HasMetadata patch(ResourceId id, Patch patch, boolean trial) {
        String type = switch (patch.type()) {
            case JSON -> "application/json-patch+json";
            case MERGE -> "application/merge-patch+json";
            case STRATEGIC -> "application/strategic-merge-patch+json";
        };
        String path = paths.path(id) + "/" + patch.subresource() + (trial ? "?dryRun=All" : "");
        ApiServer server = paths.server();
        try {
            return server.json().unmarshal(server.answer(path, request -> request.patch(type, patch.body())));
        } catch (WireException lost) {
            throw new ClusterException(paths.cluster() + " cannot be reached: " + lost.getMessage(), lost);
        }
    }
}
