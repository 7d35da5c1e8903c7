package drydock.sim.controller;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps as many Pods as each ReplicaSet, or each ReplicationController, wants
/// (`pkg/controller/replicaset/replica_set.go`).
public final class ReplicaController<T extends HasMetadata> {

    private static final int BURST = 500;

    private final Engine engine;
    private final ApiServer api;
    private final ResourceKind kind;
    private final Informer<T> owners;
    private final Informer<Pod> pods;
    private final PodTally tally;
    private final PodClaims claims;
    private final PodCreations creations;
    private final Expectations expectations = new Expectations();
    private final WorkQueue queue;

    private ReplicaController(
            Engine engine,
            ApiServer server,
            SharedInformers informers,
            String component,
            ResourceKind kind,
            Class<T> type) {
        this.engine = engine;
        this.api = server.as(component);
        this.kind = kind;
        this.queue = new WorkQueue(engine, api, component, this::sync);
        this.owners = new Informer<>(api, kind, type, ReplicaController::ownerKeys).on(this::ownerChanged);
        this.pods = informers.pods().on(this::podChanged);
        this.tally = informers.tally();
        this.claims = new PodClaims(api, pods);
        this.creations = new PodCreations(engine, api, queue::request);
    }

    public static void startForReplicationControllers(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new ReplicaController<>(
                engine,
                server,
                informers,
                "replication-controller",
                Kinds.REPLICATION_CONTROLLER,
                ReplicationController.class);
    }

    public static void startForReplicaSets(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new ReplicaController<>(
                engine, server, informers, "replicaset-controller", Kinds.REPLICA_SET, ReplicaSet.class);
    }

    private static List<String> ownerKeys(HasMetadata owner) {
        String namespace = "namespace/" + owner.getMetadata().getNamespace();
        return Owners.controller(owner)
                .map(o -> List.of(namespace, Owners.key(o.getUid())))
                .orElse(List.of(namespace));
    }

    private void ownerChanged(@Nullable T before, @Nullable T after) {
        if (after == null && before != null) {
            expectations.forget(ResourceId.of(before));
        }
        queue.add(ResourceId.of(Objects.requireNonNull(after == null ? before : after)));
    }

    private void podChanged(@Nullable Pod before, @Nullable Pod after) {
        Pod pod = Objects.requireNonNull(after == null ? before : after);
        if (before != null && after != null && countsTheSame(before, after)) {
            return;
        }
        Optional<ResourceId> owner = ownerOf(pod);
        if (before != null) {
            ownerOf(before).filter(o -> !Optional.of(o).equals(owner)).ifPresent(queue::add);
        }
        if (owner.isEmpty()) {
            if (after != null && Owners.controller(after).isEmpty()) {
                adopters(after);
            }
            return;
        }
        if (after == null || Owners.isDeleting(after)) {
            expectations.deletionSeen(owner.get(), ResourceId.of(pod));
        } else if (before == null) {
            expectations.creationsSeen(owner.get(), 1);
        }
        queue.add(owner.get());
    }

    /// Whether a change of a Pod leaves all as it is that is counted of it.
    private static boolean countsTheSame(Pod before, Pod after) {
        return Pods.isReady(before) == Pods.isReady(after)
                && Pods.isOver(before) == Pods.isOver(after)
                && Owners.isDeleting(before) == Owners.isDeleting(after)
                && before.getMetadata().getUid().equals(after.getMetadata().getUid())
                && Owners.all(before).equals(Owners.all(after))
                && Objects.equals(
                        before.getMetadata().getLabels(), after.getMetadata().getLabels());
    }

    private void adopters(Pod pod) {
        for (T candidate : owners.of("namespace/" + pod.getMetadata().getNamespace())) {
            if (ReplicaOwner.of(candidate).selector().matches(pod)) {
                queue.add(ResourceId.of(candidate));
            }
        }
    }

    private Optional<ResourceId> ownerOf(Pod pod) {
        return Owners.controller(pod)
                .filter(o -> o.getKind().equals(kind.kind()))
                .flatMap(o -> Owners.id(o, pod.getMetadata().getNamespace()));
    }

    private void sync(ResourceId key, Runnable done) {
        Optional<ReplicaOwner> found = owners.get(key).map(ReplicaOwner::of);
        if (found.isEmpty()) {
            expectations.forget(key);
            done.run();
            return;
        }
        ReplicaOwner owner = found.get();
        boolean mayAct = expectations.satisfied(key, engine.now());
        OwnPods mine = OwnPods.of(owner, tally, claims);
        Consumer<Optional<ReplicaStatus.Failure>> finish = failure -> {
            finish(owner, mine, failure);
            done.run();
        };
        int missing = owner.replicas() - mine.size();
        if (!mayAct || Owners.isDeleting(owner.object()) || missing == 0) {
            finish.accept(Optional.empty());
        } else if (missing > 0) {
            int count = Math.min(missing, BURST);
            expectations.expectCreations(key, count, engine.now());
            creations.create(owner, count, skipped -> expectations.creationsSeen(key, skipped), finish);
        } else {
            finish.accept(delete(owner, mine.all(), Math.min(-missing, BURST)));
        }
    }

    private Optional<ReplicaStatus.Failure> delete(ReplicaOwner owner, List<Pod> mine, int count) {
        List<Pod> leaving = mine.stream()
                .sorted(new DeletionOrder(siblings(owner, mine), engine.now()))
                .limit(count)
                .toList();
        Set<ResourceId> ids = new LinkedHashSet<>();
        leaving.forEach(pod -> ids.add(ResourceId.of(pod)));
        expectations.expectDeletions(owner.id(), ids, engine.now());
        Optional<ReplicaStatus.Failure> failure = Optional.empty();
        for (Pod pod : leaving) {
            try {
                api.delete(ResourceId.of(pod), Deletion.DEFAULT);
                api.record(
                        owner.object(),
                        "Normal",
                        "SuccessfulDelete",
                        "Deleted pod: " + pod.getMetadata().getName(),
                        "");
            } catch (ClusterException refused) {
                expectations.deletionSeen(owner.id(), ResourceId.of(pod));
                if (refused.code() != 404) {
                    api.record(
                            owner.object(), "Warning", "FailedDelete", "Error deleting: " + refused.getMessage(), "");
                    failure = Optional.of(new ReplicaStatus.Failure(
                            "FailedDelete", refused.status().getMessage(), Times.seconds(engine.now())));
                }
            }
        }
        return failure;
    }

    private int leaving(ReplicaOwner owner) {
        int leaving = 0;
        for (PodTally.Group group : tally.of(owner.uid())) {
            leaving += group.leaving();
        }
        return leaving;
    }

    /// The Pods of all that have the same owner as `owner`; its own, if it has none.
    private List<Pod> siblings(ReplicaOwner owner, List<Pod> mine) {
        Optional<String> above = Owners.controller(owner.object()).map(OwnerReference::getUid);
        return above.isEmpty()
                ? mine
                : owners.of(Owners.key(above.get())).stream()
                        .flatMap(o -> pods.of(Owners.key(o.getMetadata().getUid())).stream())
                        .toList();
    }

    /// Writes what was seen, and comes back when a Pod that is ready will be available.
    private void finish(ReplicaOwner owner, OwnPods mine, Optional<ReplicaStatus.Failure> failure) {
        ReplicaStatus status = ReplicaStatus.of(owner, mine.counts(engine.now()), leaving(owner), failure);
        try {
            api.replaceStatus(owner.with(status));
        } catch (ClusterException stale) {
            // the owner has changed or gone: its change brings it back here
            return;
        }
        if (failure.isPresent()) {
            queue.retry(owner.id());
        }
        if (owner.minReadySeconds() > 0 && status.ready() != status.available()) {
            Pods.untilAvailable(mine.all(), owner.minReadySeconds(), engine.now())
                    .ifPresent(wait -> queue.addAfter(owner.id(), wait));
        }
    }
}
