package drydock.render.figure;

import drydock.render.scene.Ink;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a Deployment has come from its old Pods to its new ones.
///
/// @param updated how many Pods are of the new template
/// @param old how many are not
/// @param wanted how many there are to be
record Rollout(Stage stage, int updated, int old, int wanted) {

    enum Stage {
        UNDER_WAY(Badge.WORKING, "workload.rolling"),
        PAUSED(Badge.PAUSED, "workload.paused"),
        /// Nothing has become better for longer than `progressDeadlineSeconds`.
        STUCK(Badge.FAILED, "workload.stuck");

        private final Badge badge;
        private final String key;

        Stage(Badge badge, String key) {
            this.badge = badge;
            this.key = key;
        }
    }

    /// The rollout of `deployment`; empty where it is complete and not paused.
    static Optional<Rollout> of(Deployment deployment) {
        DeploymentStatus status = deployment.getStatus() == null ? new DeploymentStatus() : deployment.getStatus();
        int now = or(status.getReplicas());
        int updated = or(status.getUpdatedReplicas());
        Integer replicas = deployment.getSpec().getReplicas();
        int wanted = replicas == null ? 1 : replicas;
        int old = Math.max(0, now - updated);
        if (isStuck(status)) {
            return Optional.of(new Rollout(Stage.STUCK, updated, old, wanted));
        }
        if (Boolean.TRUE.equals(deployment.getSpec().getPaused())) {
            return Optional.of(new Rollout(Stage.PAUSED, updated, old, wanted));
        }
        return old > 0 ? Optional.of(new Rollout(Stage.UNDER_WAY, updated, old, wanted)) : Optional.empty();
    }

    Badge badge() {
        return stage.badge;
    }

    Ink ink() {
        return stage.badge.ink();
    }

    String text(Words words) {
        return words.get(stage.key, updated, wanted, old);
    }

    private static boolean isStuck(DeploymentStatus status) {
        for (DeploymentCondition condition : status.getConditions()) {
            if ("Progressing".equals(condition.getType())
                    && "False".equals(condition.getStatus())
                    && "ProgressDeadlineExceeded".equals(condition.getReason())) {
                return true;
            }
        }
        return false;
    }

    private static int or(@Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }
}
