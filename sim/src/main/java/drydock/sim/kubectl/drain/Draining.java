package drydock.sim.kubectl.drain;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/// The Pods of a node on their way out: each is evicted, again and again while a budget forbids it, until it is gone
/// (`kubectl/pkg/drain/drain.go`).
///
/// **Threads.** Everything happens on one thread: the one that begins it, on which the cluster's watches and `later`
/// call back.
public final class Draining {

    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    /// How Pods are let go.
    ///
    /// @param evicts whether disruption budgets are asked
    /// @param graceSeconds what a Pod is given to stop; empty for its own
    /// @param outlastsOutages whether a cluster that cannot be reached is asked again
    public record Way(boolean evicts, OptionalLong graceSeconds, boolean outlastsOutages) {}

    /// Who is told how it goes.
    public interface Listener {

        /// A Pod is asked to go, for the first time.
        void begun(ResourceId pod);

        /// It may not go yet; it is asked again soon.
        void waits(ResourceId pod, ClusterException why);

        /// A Pod that had to wait is asked again.
        default void again(ResourceId pod) {}

        void gone(ResourceId pod);

        /// All are gone.
        void done();

        /// It cannot be done; nothing more is tried.
        void failed(ResourceId pod, ClusterException why);
    }

    private final Cluster cluster;
    private final BiConsumer<Duration, Runnable> later;
    private final Way way;
    private final Listener listener;
    private final Map<ResourceId, Pod> left = new LinkedHashMap<>();
    private final Set<ResourceId> seen = new HashSet<>();
    private Subscription watch = () -> {};
    private boolean over;

    /// @param later lets something happen later, in the cluster's time
    public Draining(Cluster cluster, BiConsumer<Duration, Runnable> later, Way way, Listener listener) {
        this.cluster = cluster;
        this.later = later;
        this.way = way;
        this.listener = listener;
    }

    /// Begins to let `pods` of `node` go. The subscription ends it where it stands: Pods that were asked to go still
    /// do.
    public Subscription begin(String node, List<Pod> pods) {
        pods.forEach(pod -> left.put(ResourceId.of(pod), pod));
        if (left.isEmpty()) {
            over = true;
            listener.done();
            return () -> {};
        }
        for (Pod pod : List.copyOf(pods)) {
            listener.begun(ResourceId.of(pod));
            ask(ResourceId.of(pod));
        }
        if (!over) {
            watch = cluster.watch(Query.all(Kinds.POD).withFields("spec.nodeName=" + node), this::hear);
        }
        if (over) {
            watch.close();
        }
        return this::stop;
    }

    /// Asks no Pod any more.
    private void stop() {
        over = true;
        watch.close();
    }

    private void ask(ResourceId id) {
        Pod pod = left.get(id);
        if (over || pod == null) {
            return;
        }
        try {
            letGo(id, pod);
        } catch (ClusterException refused) {
            boolean isForNow = way.evicts() && refused.code() == TOO_MANY_REQUESTS;
            if (isForNow || (way.outlastsOutages() && refused.code() == 0)) {
                listener.waits(id, refused);
                later.accept(RETRY, () -> askAgain(id));
            } else if (refused.code() != NOT_FOUND && !isOfAnother(id, pod, refused)) {
                stop();
                listener.failed(id, refused);
            }
        }
    }

    private void askAgain(ResourceId id) {
        if (!over && left.containsKey(id)) {
            listener.again(id);
            ask(id);
        }
    }

    /// Whether the name belongs to another Pod by now, which was made since and is left alone.
    private boolean isOfAnother(ResourceId id, Pod pod, ClusterException refused) {
        return refused.code() == CONFLICT
                && cluster.get(id).filter(now -> isSame(now, pod)).isEmpty();
    }

    private void letGo(ResourceId id, Pod pod) {
        if (!way.evicts()) {
            cluster.delete(id, new Deletion(way.graceSeconds(), Deletion.Propagation.BACKGROUND));
            return;
        }
        DeleteOptions options = new DeleteOptionsBuilder()
                .withNewPreconditions()
                .withUid(pod.getMetadata().getUid())
                .endPreconditions()
                .build();
        way.graceSeconds().ifPresent(options::setGracePeriodSeconds);
        cluster.create(new EvictionBuilder()
                .withNewMetadata()
                .withName(id.name())
                .withNamespace(id.namespace())
                .endMetadata()
                .withDeleteOptions(options)
                .build());
    }

    private void hear(ClusterEvent event) {
        switch (event) {
            case ClusterEvent.Added(var object) -> there(object);
            case ClusterEvent.Modified(var object) -> there(object);
            case ClusterEvent.Deleted(var object) -> gone(ResourceId.of(object));
            case ClusterEvent.Synced _ ->
                List.copyOf(left.keySet()).stream()
                        .filter(id -> !seen.contains(id))
                        .forEach(this::gone);
            case ClusterEvent.Interrupted _, ClusterEvent.Resumed _, ClusterEvent.Refused _ -> {
                // a watch that is cut is mended by the cluster
            }
        }
    }

    private void there(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        Pod pod = left.get(id);
        if (pod != null && isSame(object, pod)) {
            seen.add(id);
        } else if (pod != null) {
            gone(id);
        }
    }

    private void gone(ResourceId id) {
        if (over || left.remove(id) == null) {
            return;
        }
        listener.gone(id);
        if (left.isEmpty()) {
            stop();
            listener.done();
        }
    }

    private static boolean isSame(HasMetadata now, Pod pod) {
        return Objects.equals(now.getMetadata().getUid(), pod.getMetadata().getUid());
    }
}
