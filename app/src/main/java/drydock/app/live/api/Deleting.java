package drydock.app.live.api;

import drydock.app.live.watch.WireException;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import java.util.List;

/// Deletions over plain HTTP: the client's own know no uid that the object must have, and always say what becomes of
/// what it owns.
///
/// @param cluster what the cluster is called
/// @param served the kinds that the server had when it was connected to
public record Deleting(ApiServer server, String cluster, List<ServedKind> served) {

    /// Asks the server to let an object go.
    ///
    /// @param trial whether it is only tried
    /// @throws ClusterException in the server's words; 409 if another object has the name by now
    public void delete(ResourceId id, Deletion deletion, boolean trial) {
        try {
            server.answer(
                    path(id),
                    request -> request.delete("application/json", server.json().asJson(options(deletion, trial))));
        } catch (WireException lost) {
            throw new ClusterException(cluster + " cannot be reached: " + lost.getMessage(), lost);
        }
    }

    private static DeleteOptions options(Deletion deletion, boolean trial) {
        DeleteOptionsBuilder options =
                new DeleteOptionsBuilder().withApiVersion("v1").withKind("DeleteOptions");
        switch (deletion.propagation()) {
            case BACKGROUND -> options.withPropagationPolicy("Background");
            case FOREGROUND -> options.withPropagationPolicy("Foreground");
            case ORPHAN -> options.withPropagationPolicy("Orphan");
            case UNSAID -> {
                // the server does with the kind what it always does
            }
        }
        deletion.graceSeconds().ifPresent(options::withGracePeriodSeconds);
        if (!deletion.uid().isEmpty()) {
            options.withNewPreconditions().withUid(deletion.uid()).endPreconditions();
        }
        return trial ? options.withDryRun("All").build() : options.build();
    }

    /// Where an object is on the server.
    String path(ResourceId id) {
        return served.stream()
                        .filter(each -> each.kind().group().equals(id.group())
                                && each.kind().kind().equals(id.kind()))
                        .findFirst()
                        .or(() -> Kinds.find(id.group(), id.kind())
                                .map(kind -> new ServedKind(kind, kind.version(), false)))
                        .orElseThrow(() -> new ClusterException(
                                404, "NotFound", cluster + " has no kind " + id.kind() + " of " + id.group()))
                        .path(id.namespace())
                + "/" + id.name();
    }
}
