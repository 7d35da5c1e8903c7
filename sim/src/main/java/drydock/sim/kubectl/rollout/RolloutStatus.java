package drydock.sim.kubectl.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a rollout is (`kubectl/pkg/polymorphichelpers/rollout_status.go`).
public sealed interface RolloutStatus {

    /// It goes on, or is over.
    record Told(String line, boolean done) implements RolloutStatus {}

    /// It will not come to an end, or cannot be followed.
    record Failed(String problem) implements RolloutStatus {}

    /// What to say of `object`; empty if it is of a kind that has no rollouts.
    ///
    /// @param revision the revision that is meant, 0 for whichever is under way
    static Optional<RolloutStatus> of(HasMetadata object, long revision) {
        return switch (object) {
            case Deployment deployment -> Optional.of(of(deployment, revision));
            case DaemonSet set -> Optional.of(of(set));
            case StatefulSet set -> Optional.of(of(set));
            default -> Optional.empty();
        };
    }

    private static RolloutStatus of(Deployment deployment, long revision) {
        long running = Revisions.of(deployment);
        if (revision > 0 && running != revision) {
            return new Failed(
                    "desired revision (" + revision + ") is different from the running revision (" + running + ")");
        }
        String name = quoted(deployment);
        DeploymentStatus status = deployment.getStatus() == null ? new DeploymentStatus() : deployment.getStatus();
        if (!isObserved(deployment, status.getObservedGeneration())) {
            return waiting("deployment spec update to be observed...");
        }
        if (status.getConditions().stream()
                .anyMatch(c -> c.getType().equals("Progressing") && "ProgressDeadlineExceeded".equals(c.getReason()))) {
            return new Failed("deployment " + name + " exceeded its progress deadline");
        }
        int wanted = orZero(deployment.getSpec().getReplicas());
        int updated = orZero(status.getUpdatedReplicas());
        int all = orZero(status.getReplicas());
        int available = orZero(status.getAvailableReplicas());
        String begin = "deployment " + name + " rollout to finish: ";
        if (updated < wanted) {
            return waiting(begin + updated + " out of " + wanted + " new replicas have been updated...");
        }
        if (all > updated) {
            return waiting(begin + (all - updated) + " old replicas are pending termination...");
        }
        if (available < updated) {
            return waiting(begin + available + " of " + updated + " updated replicas are available...");
        }
        return new Told("deployment " + name + " successfully rolled out", true);
    }

    private static RolloutStatus of(DaemonSet set) {
        if (!"RollingUpdate".equals(set.getSpec().getUpdateStrategy().getType())) {
            return new Failed("rollout status is only available for RollingUpdate strategy type");
        }
        DaemonSetStatus status = set.getStatus() == null ? new DaemonSetStatus() : set.getStatus();
        if (!isObserved(set, status.getObservedGeneration())) {
            return waiting("daemon set spec update to be observed...");
        }
        int desired = orZero(status.getDesiredNumberScheduled());
        int updated = orZero(status.getUpdatedNumberScheduled());
        int available = orZero(status.getNumberAvailable());
        String begin = "daemon set " + quoted(set) + " rollout to finish: ";
        if (updated < desired) {
            return waiting(begin + updated + " out of " + desired + " new pods have been updated...");
        }
        if (available < desired) {
            return waiting(begin + available + " of " + desired + " updated pods are available...");
        }
        return new Told("daemon set " + quoted(set) + " successfully rolled out", true);
    }

    private static RolloutStatus of(StatefulSet set) {
        if (!"RollingUpdate".equals(set.getSpec().getUpdateStrategy().getType())) {
            return new Failed("rollout status is only available for RollingUpdate strategy type");
        }
        StatefulSetStatus status = set.getStatus() == null ? new StatefulSetStatus() : set.getStatus();
        if (orZero(status.getObservedGeneration()) == 0 || !isObserved(set, status.getObservedGeneration())) {
            return waiting("statefulset spec update to be observed...");
        }
        int wanted = orZero(set.getSpec().getReplicas());
        int ready = orZero(status.getReadyReplicas());
        if (ready < wanted) {
            return waiting((wanted - ready) + " pods to be ready...");
        }
        int updated = orZero(status.getUpdatedReplicas());
        var rolling = set.getSpec().getUpdateStrategy().getRollingUpdate();
        int partition = rolling == null ? 0 : orZero(rolling.getPartition());
        if (rolling != null) {
            return updated < wanted - partition
                    ? waiting("partitioned roll out to finish: " + updated + " out of " + (wanted - partition)
                            + " new pods have been updated...")
                    : new Told("partitioned roll out complete: " + updated + " new pods have been updated...", true);
        }
        return Objects.equals(status.getUpdateRevision(), status.getCurrentRevision())
                ? new Told(
                        "statefulset rolling update complete " + orZero(status.getCurrentReplicas())
                                + " pods at revision " + status.getCurrentRevision() + "...",
                        true)
                : new Told(
                        "waiting for statefulset rolling update to complete " + updated + " pods at revision "
                                + status.getUpdateRevision() + "...",
                        false);
    }

    private static RolloutStatus waiting(String what) {
        return new Told("Waiting for " + what, false);
    }

    private static boolean isObserved(HasMetadata object, @Nullable Long observed) {
        return orZero(object.getMetadata().getGeneration()) <= orZero(observed);
    }

    private static String quoted(HasMetadata object) {
        return "\"" + object.getMetadata().getName() + "\"";
    }

    private static long orZero(@Nullable Long number) {
        return Objects.requireNonNullElse(number, 0L);
    }

    private static int orZero(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, 0);
    }
}
