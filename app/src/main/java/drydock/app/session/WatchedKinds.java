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

    /// What is watched of a live cluster beside: what a user looks for there, and no other program knows.
    private static final List<ResourceKind> LIVE = List.of(
            Kinds.NAMESPACE,
            Kinds.CRON_JOB,
            Kinds.POD_DISRUPTION_BUDGET,
            Kinds.NETWORK_POLICY,
            Kinds.CONFIG_MAP,
            Kinds.SECRET,
            Kinds.PERSISTENT_VOLUME_CLAIM,
            Kinds.PERSISTENT_VOLUME,
            Kinds.RESOURCE_QUOTA,
            Kinds.LIMIT_RANGE,
            Kinds.EVENT);

    private WatchedKinds() {}

    /// Those of a simulated cluster, with its events, which tell of pulls and probes.
    public static List<ResourceKind> ofSimulation(List<ResourceKind> served) {
        List<ResourceKind> watched = new ArrayList<>(of(served));
        watched.add(Kinds.EVENT);
        return List.copyOf(watched);
    }

    /// Those of a simulation that began with what another cluster held: all that was seen of that one, for no project
    /// says what else there is.
    public static List<ResourceKind> ofCopy(List<ResourceKind> served) {
        return live(served, List.of(), List.of());
    }

    /// Those of `served` that are watched of a live cluster, the most looked at first, and then `custom` ones.
    ///
    /// @param older those that the cluster has in an older version only. Slices of such a cluster name one Pod only
    ///     at an address, so the others there are read from Endpoints
    public static List<ResourceKind> live(
            List<ResourceKind> served, List<ResourceKind> older, List<ResourceKind> custom) {
        List<ResourceKind> watched = new ArrayList<>(of(served));
        if (older.contains(Kinds.ENDPOINT_SLICE) && served.contains(Kinds.ENDPOINTS)) {
            watched.add(Kinds.ENDPOINTS);
        }
        LIVE.stream().filter(served::contains).forEach(watched::add);
        watched.addAll(custom);
        return List.copyOf(watched);
    }

    /// Those of `served` that are shown. Endpoints come from EndpointSlices where the cluster has them, else from
    /// Endpoints (before Kubernetes 1.17).
    public static List<ResourceKind> of(List<ResourceKind> served) {
        List<ResourceKind> watched = new ArrayList<>(ALWAYS);
        watched.add(served.contains(Kinds.ENDPOINT_SLICE) ? Kinds.ENDPOINT_SLICE : Kinds.ENDPOINTS);
        watched.retainAll(served);
        return List.copyOf(watched);
    }
}
