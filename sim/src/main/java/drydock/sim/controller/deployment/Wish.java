package drydock.sim.controller.deployment;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a Deployment asks for, with the numbers that follow from it (`deployment/util/deployment_util.go`).
record Wish(Deployment deployment) {

    private static final int PERCENT = 100;
    private static final Pattern SHARE = Pattern.compile("\\d{1,4}%");

    private DeploymentSpec spec() {
        return deployment.getSpec();
    }

    String name() {
        return deployment.getMetadata().getName();
    }

    String uid() {
        return deployment.getMetadata().getUid();
    }

    int replicas() {
        return Objects.requireNonNullElse(spec().getReplicas(), 1);
    }

    long generation() {
        return Objects.requireNonNullElse(deployment.getMetadata().getGeneration(), 0L);
    }

    DeploymentStatus status() {
        return deployment.getStatus() == null ? new DeploymentStatus() : deployment.getStatus();
    }

    boolean isPaused() {
        return Boolean.TRUE.equals(spec().getPaused());
    }

    boolean isRolling() {
        return spec().getStrategy() != null
                && "RollingUpdate".equals(spec().getStrategy().getType());
    }

    boolean isRecreate() {
        return spec().getStrategy() != null
                && "Recreate".equals(spec().getStrategy().getType());
    }

    /// How long a rollout may stand still; empty where nobody cares.
    Optional<Duration> progressDeadline() {
        return Optional.ofNullable(spec().getProgressDeadlineSeconds())
                .filter(seconds -> seconds != Integer.MAX_VALUE)
                .map(Duration::ofSeconds);
    }

    /// How many old ReplicaSets are kept; empty for all.
    Optional<Integer> historyLimit() {
        return Optional.ofNullable(spec().getRevisionHistoryLimit()).filter(limit -> limit != Integer.MAX_VALUE);
    }

    /// How many Pods there may be above the wanted ones: a percentage rounds up.
    int maxSurge() {
        return isRolling() ? scaled(update().getMaxSurge(), true) : 0;
    }

    /// How many of the wanted Pods may be missing: a percentage rounds down, but where nothing may be added, one may.
    int maxUnavailable() {
        if (!isRolling() || replicas() == 0) {
            return 0;
        }
        int unavailable = scaled(update().getMaxUnavailable(), false);
        return maxSurge() == 0 && unavailable == 0 ? 1 : Math.min(unavailable, replicas());
    }

    int minAvailable() {
        return replicas() - maxUnavailable();
    }

    private RollingUpdateDeployment update() {
        RollingUpdateDeployment update = spec().getStrategy().getRollingUpdate();
        return update == null ? new RollingUpdateDeployment() : update;
    }

    private int scaled(@Nullable IntOrString value, boolean up) {
        if (value == null) {
            return 0;
        }
        if (value.getIntVal() != null) {
            return value.getIntVal();
        }
        String text = Objects.requireNonNullElse(value.getStrVal(), "");
        if (!SHARE.matcher(text).matches()) {
            return 0;
        }
        int hundredfold = Integer.parseInt(text.substring(0, text.length() - 1)) * replicas();
        return up ? Math.ceilDiv(hundredfold, PERCENT) : hundredfold / PERCENT;
    }
}
