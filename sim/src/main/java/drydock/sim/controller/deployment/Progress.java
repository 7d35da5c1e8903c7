package drydock.sim.controller.deployment;

import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How far a Deployment has come: its counts, whether it is available, and whether its rollout goes on, is done or is
/// stuck (`deployment/progress.go`, `sync.go calculateStatus`).
final class Progress {

    static final String NEW_SET = "NewReplicaSetCreated";
    static final String FOUND_SET = "FoundNewReplicaSet";
    static final String UPDATED = "ReplicaSetUpdated";
    static final String DONE = "NewReplicaSetAvailable";
    static final String TIMED_OUT = "ProgressDeadlineExceeded";
    static final String CREATE_FAILED = "ReplicaSetCreateError";
    static final String PAUSED = "DeploymentPaused";
    static final String RESUMED = "DeploymentResumed";

    private final Wish wish;
    private final Generations sets;
    private final Instant now;

    Progress(Wish wish, Generations sets, Instant now) {
        this.wish = wish;
        this.sets = sets;
        this.now = now;
    }

    /// The counts, and whether enough Pods are available; all other conditions as they were.
    DeploymentStatus counted() {
        List<ReplicaSet> all = sets.all();
        int available = ReplicaSets.available(all);
        DeploymentStatus status = new DeploymentStatus();
        status.setObservedGeneration(wish.generation());
        status.setReplicas(unlessZero(ReplicaSets.actual(all)));
        status.setUpdatedReplicas(
                unlessZero(ReplicaSets.actual(sets.newest().stream().toList())));
        status.setReadyReplicas(unlessZero(ReplicaSets.ready(all)));
        status.setAvailableReplicas(unlessZero(available));
        status.setUnavailableReplicas(unlessZero(Math.max(0, ReplicaSets.wanted(all) - available)));
        status.setTerminatingReplicas(terminating(all));
        status.setCollisionCount(wish.status().getCollisionCount());
        status.setConditions(wish.status().getConditions());
        Conditions.set(
                status,
                available >= wish.minAvailable()
                        ? condition(
                                Conditions.AVAILABLE,
                                "True",
                                "MinimumReplicasAvailable",
                                "Deployment has minimum availability.")
                        : condition(
                                Conditions.AVAILABLE,
                                "False",
                                "MinimumReplicasUnavailable",
                                "Deployment does not have minimum availability."));
        return status;
    }

    /// The same with what is to be said of the rollout.
    DeploymentStatus judged() {
        DeploymentStatus status = counted();
        Optional<DeploymentCondition> before = Conditions.find(wish.status(), Conditions.PROGRESSING);
        boolean over =
                count(status, DeploymentStatus::getReplicas) == count(status, DeploymentStatus::getUpdatedReplicas)
                        && Conditions.hasReason(wish.status(), DONE);
        if (wish.progressDeadline().isEmpty()) {
            Conditions.remove(status, Conditions.PROGRESSING);
        } else if (!over) {
            judge(status, before);
        }
        List<DeploymentCondition> failures = failures();
        if (failures.isEmpty()) {
            Conditions.remove(status, Conditions.FAILURE);
        } else {
            Conditions.set(status, failures.getFirst());
        }
        return status;
    }

    private void judge(DeploymentStatus status, Optional<DeploymentCondition> before) {
        String what = sets.newest()
                .map(set -> "ReplicaSet \"" + set.getMetadata().getName() + "\"")
                .orElse("Deployment \"" + wish.name() + "\"");
        if (isComplete(wish, status)) {
            Conditions.set(status, progressing("True", DONE, what + " has successfully progressed."));
        } else if (isFurther(status)) {
            DeploymentCondition further = progressing("True", UPDATED, what + " is progressing.");
            before.filter(c -> c.getStatus().equals("True"))
                    .ifPresent(c -> further.setLastTransitionTime(c.getLastTransitionTime()));
            Conditions.replace(status, further);
        } else if (isTimedOut(status)) {
            Conditions.set(status, progressing("False", TIMED_OUT, what + " has timed out progressing."));
        }
    }

    /// Whether all wanted Pods are of the wanted template and available, and no others are left.
    static boolean isComplete(Wish wish, DeploymentStatus status) {
        return count(status, DeploymentStatus::getUpdatedReplicas) == wish.replicas()
                && count(status, DeploymentStatus::getReplicas) == wish.replicas()
                && count(status, DeploymentStatus::getAvailableReplicas) == wish.replicas()
                && Objects.requireNonNullElse(status.getObservedGeneration(), 0L) >= wish.generation();
    }

    private boolean isFurther(DeploymentStatus status) {
        DeploymentStatus before = wish.status();
        return count(status, DeploymentStatus::getUpdatedReplicas) > count(before, DeploymentStatus::getUpdatedReplicas)
                || old(status) < old(before)
                || count(status, DeploymentStatus::getReadyReplicas) > count(before, DeploymentStatus::getReadyReplicas)
                || count(status, DeploymentStatus::getAvailableReplicas)
                        > count(before, DeploymentStatus::getAvailableReplicas);
    }

    private static int old(DeploymentStatus status) {
        return count(status, DeploymentStatus::getReplicas) - count(status, DeploymentStatus::getUpdatedReplicas);
    }

    private boolean isTimedOut(DeploymentStatus status) {
        Optional<DeploymentCondition> condition = Conditions.find(status, Conditions.PROGRESSING);
        if (condition.isEmpty() || condition.get().getReason().equals(DONE)) {
            return false;
        }
        return condition.get().getReason().equals(TIMED_OUT)
                || left(condition.get()).orElse(Duration.ZERO).isNegative();
    }

    /// How long the rollout may still stand still before it counts as stuck; empty if that is not asked (any more).
    ///
    /// One that was done once is not asked again: whatever becomes of its Pods, it does not count as stuck. The
    /// real controller looks at it many times a second for ever, and never finds anything to say.
    Optional<Duration> untilDeadline() {
        return Conditions.find(wish.status(), Conditions.PROGRESSING)
                .filter(condition -> !isComplete(wish, wish.status()))
                .filter(condition -> !List.of(TIMED_OUT, DONE).contains(condition.getReason()))
                .flatMap(this::left);
    }

    private Optional<Duration> left(DeploymentCondition condition) {
        Instant from = Times.moment(Objects.requireNonNullElse(condition.getLastUpdateTime(), Times.seconds(now)));
        return wish.progressDeadline().map(deadline -> Duration.between(now, from.plus(deadline)));
    }

    /// What keeps a ReplicaSet from making Pods: the new one's trouble first.
    private List<DeploymentCondition> failures() {
        List<DeploymentCondition> failures = new ArrayList<>();
        sets.newest().ifPresent(set -> addFailures(set, failures));
        for (int i = 0; i < sets.old().size() && failures.isEmpty(); i++) {
            addFailures(sets.old().get(i), failures);
        }
        return failures;
    }

    private static void addFailures(ReplicaSet set, List<DeploymentCondition> failures) {
        if (set.getStatus() != null) {
            for (ReplicaSetCondition condition : set.getStatus().getConditions()) {
                if (condition.getType().equals(Conditions.FAILURE)) {
                    failures.add(Conditions.of(condition));
                }
            }
        }
    }

    private DeploymentCondition progressing(String status, String reason, String message) {
        return condition(Conditions.PROGRESSING, status, reason, message);
    }

    private DeploymentCondition condition(String type, String status, String reason, String message) {
        return Conditions.of(type, status, reason, message, now);
    }

    /// Known only if every ReplicaSet that was looked at says it.
    private static @Nullable Integer terminating(Collection<ReplicaSet> sets) {
        int sum = 0;
        for (ReplicaSet set : sets) {
            Integer count = set.getStatus() == null ? null : set.getStatus().getTerminatingReplicas();
            boolean seen = set.getStatus() != null && set.getStatus().getObservedGeneration() != null;
            if (count == null && seen) {
                return null;
            }
            sum += count == null ? 0 : count;
        }
        return sum;
    }

    private static int count(DeploymentStatus status, Function<DeploymentStatus, @Nullable Integer> which) {
        return Objects.requireNonNullElse(which.apply(status), 0);
    }

    private static @Nullable Integer unlessZero(int count) {
        return count == 0 ? null : count;
    }
}
