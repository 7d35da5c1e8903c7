package drydock.sim.controller.deployment;

import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The conditions of a Deployment, and how one takes the place of another (`deployment_util.go`).
final class Conditions {

    static final String AVAILABLE = "Available";
    static final String PROGRESSING = "Progressing";
    static final String FAILURE = "ReplicaFailure";

    private Conditions() {}

    static DeploymentCondition of(String type, String status, String reason, String message, Instant now) {
        String at = Times.seconds(now);
        return new DeploymentCondition(at, at, message, reason, status, type);
    }

    static DeploymentCondition of(ReplicaSetCondition condition) {
        String since = condition.getLastTransitionTime();
        return new DeploymentCondition(
                since, since, condition.getMessage(), condition.getReason(), condition.getStatus(), FAILURE);
    }

    static Optional<DeploymentCondition> find(DeploymentStatus status, String type) {
        for (DeploymentCondition condition : status.getConditions()) {
            if (condition.getType().equals(type)) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    static boolean hasReason(DeploymentStatus status, String reason) {
        return find(status, PROGRESSING)
                .filter(c -> c.getReason().equals(reason))
                .isPresent();
    }

    /// Sets a condition, unless one with the same status and reason is there; it keeps since when its status holds.
    static void set(DeploymentStatus status, DeploymentCondition condition) {
        Optional<DeploymentCondition> before = find(status, condition.getType());
        if (before.isPresent() && before.get().getStatus().equals(condition.getStatus())) {
            if (before.get().getReason().equals(condition.getReason())) {
                return;
            }
            condition.setLastTransitionTime(before.get().getLastTransitionTime());
        }
        replace(status, condition);
    }

    /// Sets a condition whatever is there.
    static void replace(DeploymentStatus status, DeploymentCondition condition) {
        remove(status, condition.getType());
        List<DeploymentCondition> conditions = new ArrayList<>(status.getConditions());
        conditions.add(condition);
        status.setConditions(conditions);
    }

    static void remove(DeploymentStatus status, String type) {
        if (find(status, type).isEmpty()) {
            return;
        }
        status.setConditions(status.getConditions().stream()
                .filter(c -> !c.getType().equals(type))
                .toList());
    }
}
