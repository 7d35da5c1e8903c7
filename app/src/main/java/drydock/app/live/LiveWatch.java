package drydock.app.live;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One watch that outlives its connections: each connection is an informer, and what differs between the end of one
/// and the beginning of the next is told as changes.
final class LiveWatch {

    private final LiveObjects objects;
    private final Query query;
    private final Consumer<ClusterEvent> listener;

    private final Map<ResourceId, HasMetadata> known = new LinkedHashMap<>();
    private @Nullable Connection current;
    private boolean synced;
    private boolean interrupted;
    private boolean refused;
    private boolean closed;

    LiveWatch(LiveObjects objects, Query query, Consumer<ClusterEvent> listener) {
        this.objects = objects;
        this.query = query;
        this.listener = listener;
    }

    /// Opens a connection, and closes the one before.
    synchronized void connect() {
        if (closed) {
            return;
        }
        if (current != null) {
            current.informer.stop();
        }
        Connection next = new Connection(objects.chosenBy(query).runnableInformer(0));
        next.informer.addEventHandler(next);
        next.informer.exceptionHandler((started, failure) -> retry(next, failure));
        current = next;
        next.informer.start().whenComplete((done, failure) -> {
            if (failure != null) {
                retry(next, failure);
            }
        });
    }

    /// The server does not answer. Of a kind that it refuses nothing was known, so nothing becomes old.
    synchronized void interrupt(Instant since, String message) {
        if (!closed && !interrupted && !refused) {
            interrupted = true;
            listener.accept(new ClusterEvent.Interrupted(query.kind(), since, message));
        }
    }

    /// The server answers again: what it holds now is fetched anew.
    synchronized void reconnect() {
        if (interrupted) {
            connect();
        }
    }

    /// Asks again for what was refused. Rights change, and a server that has just started refuses before it has
    /// read them.
    synchronized void askAgain() {
        if (refused) {
            connect();
        }
    }

    synchronized void close() {
        closed = true;
        if (current != null) {
            current.informer.stop();
        }
    }

    private synchronized boolean retry(Connection connection, Throwable failure) {
        if (closed || connection != current) {
            return false;
        }
        Optional<KubernetesClientException> refusal =
                LiveErrors.refusal(failure).filter(r -> r.getCode() == 401 || r.getCode() == 403 || r.getCode() == 404);
        if (refusal.isPresent()) {
            refuse(refusal.get());
            return false;
        }
        interrupt(Instant.now(), LiveErrors.reason(failure));
        return true;
    }

    private void refuse(KubernetesClientException refusal) {
        if (!refused) {
            refused = true;
            interrupted = false;
            listener.accept(new ClusterEvent.Refused(query.kind(), refusal.getCode(), LiveErrors.reason(refusal)));
        }
    }

    /// What one informer tells. Calls come one after the other.
    private final class Connection implements ResourceEventHandler<HasMetadata> {

        private final SharedIndexInformer<HasMetadata> informer;
        private final Set<ResourceId> seen = new HashSet<>();
        private boolean listed;

        Connection(SharedIndexInformer<HasMetadata> informer) {
            this.informer = informer;
        }

        @Override
        public void onAdd(HasMetadata object) {
            tell(object);
        }

        @Override
        public void onUpdate(HasMetadata before, HasMetadata object) {
            tell(object);
        }

        @Override
        public void onDelete(HasMetadata object, boolean finalStateUnknown) {
            synchronized (LiveWatch.this) {
                if (isCurrent() && known.remove(ResourceId.of(object)) != null) {
                    listener.accept(new ClusterEvent.Deleted(object));
                }
            }
        }

        @Override
        public void onList(String resourceVersion, boolean remainedEmpty) {
            synchronized (LiveWatch.this) {
                if (!isCurrent()) {
                    return;
                }
                if (!listed) {
                    tellWhatIsGone();
                }
                listed = true;
                if (!synced) {
                    listener.accept(new ClusterEvent.Synced(query.kind()));
                } else if (interrupted || refused) {
                    listener.accept(new ClusterEvent.Resumed(query.kind()));
                }
                synced = true;
                interrupted = false;
                refused = false;
            }
        }

        private void tellWhatIsGone() {
            Map<ResourceId, HasMetadata> before = new LinkedHashMap<>(known);
            before.keySet().removeAll(seen);
            before.forEach((id, object) -> {
                known.remove(id);
                listener.accept(new ClusterEvent.Deleted(object));
            });
        }

        private void tell(HasMetadata object) {
            synchronized (LiveWatch.this) {
                if (!isCurrent()) {
                    return;
                }
                ResourceId id = ResourceId.of(object);
                if (!listed) {
                    seen.add(id);
                }
                HasMetadata before = known.put(id, object);
                if (before == null) {
                    listener.accept(new ClusterEvent.Added(object));
                } else if (!before.getMetadata()
                        .getResourceVersion()
                        .equals(object.getMetadata().getResourceVersion())) {
                    listener.accept(new ClusterEvent.Modified(object));
                }
            }
        }

        private boolean isCurrent() {
            return !closed && this == current;
        }
    }
}
