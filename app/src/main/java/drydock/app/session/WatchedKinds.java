package drydock.app.session;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/// The kinds that are watched while a cluster is shown.
public final class WatchedKinds {

    private static final List<ResourceKind> ALWAYS = List.of(
            Kinds.NODE,
            Kinds.POD,
            Kinds.REPLICATION_CONTROLLER,
            Kinds.REPLICA_SET,
            Kinds.DEPLOYMENT,
            Kinds.STATEFUL_SET,
            Kinds.DAEMON_SET,
            Kinds.JOB,
            Kinds.SERVICE,
            Kinds.INGRESS,
            Kinds.HORIZONTAL_POD_AUTOSCALER);

    private WatchedKinds() {}

    /// Those of a simulated cluster: also events, which tell of pulls and probes. A live cluster is spared them.
    public static List<ResourceKind> ofSimulation(List<ResourceKind> served) {
        List<ResourceKind> watched = new ArrayList<>(of(served));
        watched.add(Kinds.EVENT);
        return List.copyOf(watched);
    }

    /// Those of `served` that are shown. Endpoints come from EndpointSlices where the cluster has them, else from
    /// Endpoints (before Kubernetes 1.21).
    public static List<ResourceKind> of(List<ResourceKind> served) {
        List<ResourceKind> watched = new ArrayList<>(ALWAYS);
        watched.add(served.contains(Kinds.ENDPOINT_SLICE) ? Kinds.ENDPOINT_SLICE : Kinds.ENDPOINTS);
        watched.retainAll(served);
        return List.copyOf(watched);
    }
}
