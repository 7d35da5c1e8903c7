package drydock.sim.controller;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.store.Shape;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerCondition;
import io.fabric8.kubernetes.api.model.ReplicationControllerStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetCondition;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A ReplicaSet or a ReplicationController: to its controller they are the same (`pkg/controller/replication`).
///
/// @param object the object itself
/// @param replicas how many Pods are wanted
/// @param minReadySeconds how long a Pod must be ready to count as available
/// @param selector the Pods it looks after
/// @param template what its Pods are made of
record ReplicaOwner(
        HasMetadata object, int replicas, int minReadySeconds, LabelSelector selector, PodTemplateSpec template) {

    private static final String FAILURE = "ReplicaFailure";

    static ReplicaOwner of(HasMetadata object) {
        return switch (object) {
            case ReplicationController c ->
                new ReplicaOwner(
                        c,
                        orZero(c.getSpec().getReplicas()),
                        orZero(c.getSpec().getMinReadySeconds()),
                        LabelSelector.ofLabels(c.getSpec().getSelector()),
                        c.getSpec().getTemplate());
            case ReplicaSet s ->
                new ReplicaOwner(
                        s,
                        orZero(s.getSpec().getReplicas()),
                        orZero(s.getSpec().getMinReadySeconds()),
                        LabelSelector.of(s.getSpec().getSelector()),
                        s.getSpec().getTemplate());
            default -> throw new IllegalArgumentException("keeps no replicas: " + object.getKind());
        };
    }

    ResourceId id() {
        return ResourceId.of(object);
    }

    String uid() {
        return object.getMetadata().getUid();
    }

    String namespace() {
        return object.getMetadata().getNamespace();
    }

    /// The object with another status. A failure that it tells already is told on as it was
    /// (`replica_set_utils.go calculateStatus`): what fails again with other words is no change.
    HasMetadata with(ReplicaStatus status) {
        return switch (object) {
            case ReplicationController c -> Shape.withStatus(c, controllerStatus(c, status));
            case ReplicaSet s -> Shape.withStatus(s, setStatus(s, status));
            default -> throw new IllegalStateException("keeps no replicas: " + object.getKind());
        };
    }

    private static ReplicationControllerStatus controllerStatus(ReplicationController owner, ReplicaStatus is) {
        ReplicationControllerStatus status = new ReplicationControllerStatus();
        status.setReplicas(is.replicas());
        status.setFullyLabeledReplicas(unlessZero(is.fullyLabeled()));
        status.setReadyReplicas(unlessZero(is.ready()));
        status.setAvailableReplicas(unlessZero(is.available()));
        status.setObservedGeneration(is.observedGeneration());
        status.setConditions(is.failure()
                .map(f -> List.of(owner.getStatus().getConditions().stream()
                        .filter(c -> c.getType().equals(FAILURE))
                        .findFirst()
                        .orElseGet(() -> new ReplicationControllerCondition(
                                f.since(), f.message(), f.reason(), "True", FAILURE))))
                .orElseGet(List::of));
        return status;
    }

    private static ReplicaSetStatus setStatus(ReplicaSet owner, ReplicaStatus is) {
        ReplicaSetStatus status = new ReplicaSetStatus();
        status.setReplicas(is.replicas());
        status.setFullyLabeledReplicas(unlessZero(is.fullyLabeled()));
        status.setReadyReplicas(unlessZero(is.ready()));
        status.setAvailableReplicas(unlessZero(is.available()));
        status.setTerminatingReplicas(is.terminating());
        status.setObservedGeneration(is.observedGeneration());
        status.setConditions(is.failure()
                .map(f -> List.of(owner.getStatus().getConditions().stream()
                        .filter(c -> c.getType().equals(FAILURE))
                        .findFirst()
                        .orElseGet(() -> new ReplicaSetCondition(f.since(), f.message(), f.reason(), "True", FAILURE))))
                .orElseGet(List::of));
        return status;
    }

    private static @Nullable Integer unlessZero(int count) {
        return count == 0 ? null : count;
    }

    private static int orZero(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, 0);
    }
}
