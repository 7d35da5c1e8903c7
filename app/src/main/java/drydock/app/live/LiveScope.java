package drydock.app.live;

import drydock.app.live.api.Reach;
import drydock.app.live.api.ServedKind;
import drydock.app.session.WatchedKinds;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Which kinds of a live cluster are watched, and where the user may read them.
///
/// @param namespace the namespace that was wanted, empty for all
/// @param reach where each kind may be read, the most looked at first
public record LiveScope(String namespace, Map<ResourceKind, Reach> reach) {

    public LiveScope {
        reach = Collections.unmodifiableMap(new LinkedHashMap<>(reach));
    }

    /// Finds out what the user may read. Blocks.
    ///
    /// @param namespace the namespace that is wanted, empty for all
    /// @param own the user's own namespace, taken where all are wanted and not allowed; empty for none
    public static LiveScope of(LiveCluster cluster, String namespace, String own) {
        List<ResourceKind> wanted = WatchedKinds.live(
                cluster.kinds(), which(cluster, ServedKind::isOlder), which(cluster, ServedKind::custom));
        return new LiveScope(namespace, cluster.rights().reach(wanted, namespace, own));
    }

    private static List<ResourceKind> which(LiveCluster cluster, Predicate<ServedKind> are) {
        return cluster.served().stream().filter(are).map(ServedKind::kind).toList();
    }

    /// The one namespace that could be had where all were wanted; empty if all could.
    public Optional<String> narrowed() {
        return reach.values().stream()
                .filter(Reach.Only.class::isInstance)
                .map(Reach.Only.class::cast)
                .map(Reach.Only::namespace)
                .findFirst();
    }

    /// Watches all of it, of Secrets only the metadata, until the cluster is closed.
    public void watch(LiveCluster cluster, Consumer<ClusterEvent> listener) {
        for (ResourceKind kind : reach.keySet()) {
            Subscription untilClosed = watch(cluster, kind, false, listener);
            assert untilClosed != null;
        }
    }

    /// Watches one kind of it.
    ///
    /// @param secretValues whether the values of Secrets are wanted, too
    Subscription watch(LiveCluster cluster, ResourceKind kind, boolean secretValues, Consumer<ClusterEvent> listener) {
        return switch (reach.getOrDefault(kind, new Reach.Whole())) {
            case Reach.Whole() -> watch(cluster, Query.in(kind, namespace), secretValues, listener);
            case Reach.Only(String only) -> watch(cluster, Query.in(kind, only), secretValues, listener);
            case Reach.Nowhere(String message) -> cluster.watchRefused(Query.in(kind, namespace), message, listener);
        };
    }

    private static Subscription watch(
            LiveCluster cluster, Query query, boolean secretValues, Consumer<ClusterEvent> listener) {
        return query.kind().equals(Kinds.SECRET) && !secretValues
                ? cluster.watchMetadata(query, listener)
                : cluster.watch(query, listener);
    }
}
