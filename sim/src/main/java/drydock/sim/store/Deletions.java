package drydock.sim.store;

import drydock.model.cluster.Deletion;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What becomes of an object that is to be deleted: it goes at once, or it is marked and goes later.
final class Deletions {

    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";
    private static final Set<String> OVER = Set.of("Succeeded", "Failed");

    private Deletions() {}

    /// The object marked as being deleted; empty if it goes at once.
    static Optional<HasMetadata> marked(HasMetadata object, Deletion deletion, Instant now) {
        ObjectMeta metadata = Shape.copy(object.getMetadata());
        List<String> finalizers = new ArrayList<>(metadata.getFinalizers());
        switch (deletion.propagation()) {
            case FOREGROUND -> addOnce(finalizers, FOREGROUND);
            case ORPHAN -> addOnce(finalizers, ORPHAN);
            case UNSAID -> {
                // pkg/registry/batch/job/strategy.go DefaultGarbageCollectionPolicy: of old, Jobs of batch/v1 only
                if (object instanceof Job) {
                    addOnce(finalizers, ORPHAN);
                }
            }
            case BACKGROUND -> {
                // what it owns is found by the garbage collector
            }
        }
        metadata.setFinalizers(finalizers);
        long grace = graceSeconds(object, deletion.graceSeconds());
        if (metadata.getDeletionTimestamp() != null) {
            // a second deletion can only shorten the grace: apiserver/pkg/registry/rest/delete.go BeforeDelete
            grace = Math.min(grace, Objects.requireNonNullElse(metadata.getDeletionGracePeriodSeconds(), 0L));
        }
        if (grace == 0 && finalizers.isEmpty() && !isFurnished(object)) {
            return Optional.empty();
        }
        Instant ends = metadata.getDeletionTimestamp() == null
                ? now.plusSeconds(grace)
                : Instant.parse(metadata.getDeletionTimestamp())
                        .minusSeconds(Objects.requireNonNullElse(metadata.getDeletionGracePeriodSeconds(), 0L))
                        .plusSeconds(grace);
        metadata.setDeletionTimestamp(Times.seconds(ends));
        if (!(object instanceof Namespace)) {
            metadata.setDeletionGracePeriodSeconds(grace);
        }
        return Optional.of(terminating(Shape.withMetadata(object, metadata)));
    }

    /// Whether `object` is a Namespace that its controller has still to empty.
    private static boolean isFurnished(HasMetadata object) {
        return object instanceof Namespace namespace
                && namespace.getSpec() != null
                && !namespace.getSpec().getFinalizers().isEmpty();
    }

    /// A Namespace says at once that it is going (`pkg/registry/core/namespace/storage/storage.go Delete`).
    private static HasMetadata terminating(HasMetadata object) {
        return object instanceof Namespace namespace
                ? new NamespaceBuilder(namespace)
                        .editOrNewStatus()
                        .withPhase("Terminating")
                        .endStatus()
                        .build()
                : object;
    }

    /// The object with no grace left, if it was marked before and had some: who watches sees this before it goes.
    static Optional<HasMetadata> cutShort(HasMetadata object) {
        ObjectMeta metadata = object.getMetadata();
        if (metadata.getDeletionTimestamp() == null
                || Objects.requireNonNullElse(metadata.getDeletionGracePeriodSeconds(), 0L) == 0) {
            return Optional.empty();
        }
        ObjectMeta last = Shape.copy(metadata);
        last.setDeletionGracePeriodSeconds(0L);
        return Optional.of(Shape.withMetadata(object, last));
    }

    /// Whether an object that was marked may go now: nothing holds it any more.
    static boolean isOver(HasMetadata object) {
        ObjectMeta metadata = object.getMetadata();
        return metadata.getDeletionTimestamp() != null
                && metadata.getFinalizers().isEmpty()
                && !isFurnished(object)
                && Objects.requireNonNullElse(metadata.getDeletionGracePeriodSeconds(), 0L) == 0;
    }

    /// `pkg/registry/core/pod/strategy.go CheckGracefulDelete`; other kinds have no grace.
    private static long graceSeconds(HasMetadata object, OptionalLong asked) {
        if (!(object instanceof Pod pod)) {
            return 0;
        }
        boolean over = pod.getStatus() != null
                && OVER.contains(Objects.requireNonNullElse(pod.getStatus().getPhase(), ""));
        String node = pod.getSpec() == null ? null : pod.getSpec().getNodeName();
        if (node == null || node.isEmpty() || over) {
            return 0;
        }
        long grace = asked.orElseGet(
                () -> Objects.requireNonNullElse(pod.getSpec().getTerminationGracePeriodSeconds(), 30L));
        return grace < 0 ? 1 : grace;
    }

    private static void addOnce(List<String> finalizers, String finalizer) {
        if (!finalizers.contains(finalizer)) {
            finalizers.add(finalizer);
        }
    }
}
