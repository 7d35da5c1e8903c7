package drydock.app.drift;

import drydock.app.live.LiveSession;
import drydock.app.live.api.Reach;
import drydock.app.observe.Observed;
import drydock.app.observe.Observed.Knowledge;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// What is known of the objects of a project in a live cluster: by the session's own watches, and by watches
/// of its own on kinds and namespaces that the session does not watch.
final class Sight {

    private static final int NOT_FOUND = 404;

    private final LiveSession session;
    private final Runnable changed;
    private final Map<Query, Observed> beside = new HashMap<>();
    private final Map<Query, CompletableFuture<Subscription>> watches = new HashMap<>();

    /// @param changed told when something comes by its own watches
    Sight(LiveSession session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    LiveSession session() {
        return session;
    }

    /// Sees to it that each of the objects is seen if it is there.
    void lookFor(Collection<ResourceId> ids) {
        for (ResourceId id : ids) {
            kind(id).filter(kind -> !isWatched(kind, id.namespace()))
                    .map(kind -> Query.in(kind, id.namespace()))
                    .filter(query -> !beside.containsKey(query))
                    .ifPresent(this::watch);
        }
    }

    private void watch(Query query) {
        Observed observed = new Observed(session.tasks());
        observed.expect(query.kind());
        observed.versionProperty().subscribe((_, _) -> changed.run());
        beside.put(query, observed);
        CompletableFuture<Subscription> begun = new CompletableFuture<>();
        watches.put(query, begun);
        session.ask(cluster ->
                        begun.complete(query.kind().equals(Kinds.SECRET) ? () -> {} : cluster.watch(query, observed)))
                .otherwise(failure -> {
                    if (!(failure instanceof ClusterException)) {
                        throw new IllegalStateException("the watch failed", failure);
                    }
                })
                .start();
    }

    private Optional<ResourceKind> kind(ResourceId id) {
        return session.scope().reach().keySet().stream()
                .filter(kind -> kind.group().equals(id.group()) && kind.kind().equals(id.kind()))
                .findFirst()
                .or(() -> Kinds.find(id.group(), id.kind()));
    }

    private boolean isWatched(ResourceKind kind, String namespace) {
        Reach reach = session.scope().reach().get(kind);
        return reach != null && isWithin(reach, namespace);
    }

    private boolean isWithin(Reach reach, String namespace) {
        return switch (reach) {
            case Reach.Whole() ->
                namespace.isEmpty()
                        || session.scope().namespace().isEmpty()
                        || session.scope().namespace().equals(namespace);
            case Reach.Only(String only) -> only.equals(namespace);
            case Reach.Nowhere _ -> true;
        };
    }

    Optional<HasMetadata> find(ResourceId id) {
        return session.observed()
                .find(id)
                .or(() -> kind(id).map(kind -> beside.get(Query.in(kind, id.namespace())))
                        .flatMap(observed -> observed.find(id)));
    }

    /// What is known at this moment, for other threads.
    Known known() {
        Set<Query> seen = new HashSet<>();
        beside.forEach((query, observed) -> {
            if (isKnown(observed.knowledge().get(query.kind()))) {
                seen.add(query);
            }
        });
        Map<String, Reach> watched = new HashMap<>();
        session.scope().reach().forEach((kind, reach) -> {
            if (isKnown(session.observed().knowledge().get(kind))) {
                watched.put(kind.group() + "/" + kind.kind(), reach);
            }
        });
        return new Known(watched, seen);
    }

    /// A kind that the server does not have is known: nothing of it is there.
    private static boolean isKnown(Knowledge knowledge) {
        return switch (knowledge) {
            case Knowledge.Current _, Knowledge.Stale _ -> true;
            case Knowledge.Refused(int code, String _) -> code == NOT_FOUND;
            case Knowledge.Loading _ -> false;
            case null -> false;
        };
    }

    /// Which objects would be seen if they were there: those of the kinds that the session watches, where it does, and
    /// of what else is watched.
    final class Known implements Predicate<ResourceId> {

        private final Map<String, Reach> watched;
        private final Set<Query> seen;

        private Known(Map<String, Reach> watched, Set<Query> seen) {
            this.watched = Map.copyOf(watched);
            this.seen = Set.copyOf(seen);
        }

        @Override
        public boolean test(ResourceId id) {
            Reach reach = watched.get(id.group() + "/" + id.kind());
            if (reach != null && isWithin(reach, id.namespace())) {
                return true;
            }
            Optional<ResourceKind> kind = kind(id);
            // a kind that neither the cluster nor anybody knows has no objects
            return kind.isEmpty() || seen.contains(Query.in(kind.get(), id.namespace()));
        }
    }

    void close() {
        watches.values().forEach(begun -> {
            var _ = begun.thenAccept(Subscription::close);
        });
    }
}
