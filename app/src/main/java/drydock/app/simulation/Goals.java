package drydock.app.simulation;

import drydock.app.timeline.Goal;
import drydock.model.resource.Kinds;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether what a simulation runs for has come about.
final class Goals {

    private static final long QUIET_NANOS = Duration.ofSeconds(30).toNanos();

    private Goals() {}

    /// Whether `goal` is met.
    ///
    /// @param objects what the cluster holds
    /// @param since the changes since the run for it began
    static boolean met(Goal goal, Collection<HasMetadata> objects, List<Change> since, long startNanos, long nowNanos) {
        return switch (goal) {
            case AVAILABLE -> objects.stream().allMatch(Goals::isAvailable);
            case FAILURE -> since.stream().anyMatch(Goals::isFailure);
            case QUIET -> nowNanos - lastNanos(since, startNanos) >= QUIET_NANOS;
        };
    }

    private static boolean isAvailable(HasMetadata object) {
        return switch (object) {
            case Deployment d ->
                enough(
                        d.getSpec().getReplicas(),
                        d.getStatus() == null ? null : d.getStatus().getAvailableReplicas());
            case StatefulSet s ->
                enough(
                        s.getSpec().getReplicas(),
                        s.getStatus() == null ? null : s.getStatus().getReadyReplicas());
            case ReplicationController c ->
                enough(
                        c.getSpec().getReplicas(),
                        c.getStatus() == null ? null : c.getStatus().getReadyReplicas());
            case ReplicaSet s ->
                enough(
                        s.getSpec().getReplicas(),
                        s.getStatus() == null ? null : s.getStatus().getReadyReplicas());
            case DaemonSet d ->
                d.getStatus() != null
                        && enough(
                                d.getStatus().getDesiredNumberScheduled(),
                                d.getStatus().getNumberReady());
            case Pod pod -> isSettled(pod);
            default -> true;
        };
    }

    private static boolean enough(@Nullable Integer wanted, @Nullable Integer ready) {
        return Objects.requireNonNullElse(ready, 0) >= Objects.requireNonNullElse(wanted, 1);
    }

    private static boolean isSettled(Pod pod) {
        return pod.getStatus() != null
                && ("Succeeded".equals(pod.getStatus().getPhase())
                        || pod.getStatus().getConditions().stream()
                                .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus())));
    }

    private static boolean isFailure(Change change) {
        return switch (change.after()) {
            case Event event -> "Warning".equals(event.getType());
            case Pod pod ->
                pod.getStatus() != null && "Failed".equals(pod.getStatus().getPhase());
            case null, default -> false;
        };
    }

    private static long lastNanos(List<Change> since, long startNanos) {
        for (int i = since.size() - 1; i >= 0; i--) {
            if (!isHeartbeat(since.get(i))) {
                return since.get(i).atNanos();
            }
        }
        return startNanos;
    }

    private static boolean isHeartbeat(Change change) {
        String kind = change.object().kind();
        return kind.equals("Lease") || kind.equals(Kinds.NODE.kind()) || kind.equals(Kinds.EVENT.kind());
    }
}
