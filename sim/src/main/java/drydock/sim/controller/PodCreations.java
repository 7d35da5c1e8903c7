package drydock.sim.controller;

import drydock.model.cluster.ClusterException;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// Makes Pods from a template in batches of 1, 2, 4 and so on, and stops at the first batch in which one fails
/// (`pkg/controller/replicaset/replica_set.go slowStartBatch`).
final class PodCreations {

    private final Engine engine;
    private final ApiServer api;
    private final Supplier<Duration> request;

    /// @param request how long a batch takes
    PodCreations(Engine engine, ApiServer api, Supplier<Duration> request) {
        this.engine = engine;
        this.api = api;
        this.request = request;
    }

    /// Makes `count` Pods for `owner`.
    ///
    /// @param skipped is told how many will not come
    /// @param done is told at the end what failed, if something did
    void create(ReplicaOwner owner, int count, IntConsumer skipped, Consumer<Optional<ReplicaStatus.Failure>> done) {
        later(owner, count, 1, skipped, done);
    }

    private void later(
            ReplicaOwner owner,
            int left,
            int batch,
            IntConsumer skipped,
            Consumer<Optional<ReplicaStatus.Failure>> done) {
        long cause = api.cause();
        engine.schedule(request.get(), () -> api.reacting(cause, () -> batch(owner, left, batch, skipped, done)));
    }

    private void batch(
            ReplicaOwner owner,
            int left,
            int batch,
            IntConsumer skipped,
            Consumer<Optional<ReplicaStatus.Failure>> done) {
        int now = Math.min(left, batch);
        int failed = 0;
        Optional<ReplicaStatus.Failure> failure = Optional.empty();
        for (int i = 0; i < now; i++) {
            Optional<ReplicaStatus.Failure> problem = one(owner);
            failed += problem.isPresent() ? 1 : 0;
            failure = failure.or(() -> problem);
        }
        if (failure.isPresent()) {
            skipped.accept(failed + left - now);
            done.accept(failure);
        } else if (left == now) {
            done.accept(Optional.empty());
        } else {
            later(owner, left - now, batch * 2, skipped, done);
        }
    }

    private Optional<ReplicaStatus.Failure> one(ReplicaOwner owner) {
        try {
            String name = api.create(pod(owner)).getMetadata().getName();
            api.record(owner.object(), "Normal", "SuccessfulCreate", "Created pod: " + name, "");
            return Optional.empty();
        } catch (ClusterException refused) {
            if (Refused.byEndingNamespace(refused)) {
                return Optional.empty();
            }
            api.record(owner.object(), "Warning", "FailedCreate", "Error creating: " + refused.getMessage(), "");
            return Optional.of(new ReplicaStatus.Failure(
                    "FailedCreate", refused.status().getMessage(), Times.seconds(engine.now())));
        }
    }

    private static Pod pod(ReplicaOwner owner) {
        ObjectMeta template = owner.template().getMetadata() == null
                ? new ObjectMeta()
                : owner.template().getMetadata();
        ObjectMeta metadata = new ObjectMeta();
        metadata.setNamespace(owner.namespace());
        metadata.setGenerateName(owner.object().getMetadata().getName() + "-");
        metadata.setLabels(template.getLabels());
        metadata.setAnnotations(template.getAnnotations());
        metadata.setFinalizers(template.getFinalizers() == null ? List.of() : template.getFinalizers());
        metadata.setOwnerReferences(List.of(Owners.controlledBy(owner.object())));
        Pod pod = new Pod();
        pod.setMetadata(metadata);
        pod.setSpec(owner.template().getSpec());
        return pod;
    }
}
