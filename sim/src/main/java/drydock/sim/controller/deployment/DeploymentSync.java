package drydock.sim.controller.deployment;

import drydock.model.cluster.Deletion;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One look at one Deployment: what is due is done, and what was seen is written
/// (`deployment_controller.go syncDeployment`).
final class DeploymentSync {

    private final ApiServer api;
    private final Writer writer;
    private final NewReplicaSet newReplicaSet;
    private final RollingUpdate rolling;
    private final Recreate recreate;
    private final Scaling scaling;

    DeploymentSync(ApiServer api, Informer<Pod> pods) {
        this.api = api;
        this.writer = new Writer(api);
        this.newReplicaSet = new NewReplicaSet(api, writer);
        this.rolling = new RollingUpdate(writer);
        this.recreate = new Recreate(writer, pods);
        this.scaling = new Scaling(writer);
    }

    /// Looks at `deployment`, to which the ReplicaSets `owned` belong.
    ///
    /// @return after how long to look again although nothing happens; empty if that is not needed
    /// @throws drydock.model.cluster.ClusterException if the server knows better than the cache
    Optional<Duration> sync(Deployment deployment, List<ReplicaSet> owned) {
        Wish wish = new Wish(deployment);
        if (Owners.isDeleting(deployment)) {
            write(wish, new Progress(wish, newReplicaSet.sync(wish, owned, false), api.now()).counted());
            return Optional.empty();
        }
        wish = withPause(wish);
        Generations sets = newReplicaSet.sync(wish, owned, false);
        if (wish.isPaused() || Scaling.isDue(wish, sets)) {
            scaling.scale(wish, sets);
            if (wish.isPaused()) {
                forget(wish, sets.old());
            }
            write(wish, new Progress(wish, sets, api.now()).counted());
            return Optional.empty();
        }
        Generations seen = wish.isRecreate() ? replaceAll(wish, owned, sets) : replaceSome(wish, owned);
        Progress progress = new Progress(wish, seen, api.now());
        return write(wish, progress.judged()) ? Optional.empty() : progress.untilDeadline();
    }

    /// What is due is done, and the ReplicaSets are returned as they were before it: the status counts those, so that
    /// a look which scales says what was before (`rolling.go rolloutRolling`).
    private Generations replaceSome(Wish wish, List<ReplicaSet> owned) {
        Generations sets = newReplicaSet.sync(wish, owned, true);
        if (!rolling.step(wish, sets)) {
            forgetIfComplete(wish, sets);
        }
        return sets;
    }

    /// The same for `recreate.go rolloutRecreate`.
    private Generations replaceAll(Wish wish, List<ReplicaSet> owned, Generations sets) {
        if (recreate.stopOld(wish, sets) || recreate.isOldRunning(sets)) {
            return sets;
        }
        Generations seen = sets.newest().isPresent() ? sets : newReplicaSet.sync(wish, owned, true);
        recreate.startNew(wish, seen);
        forgetIfComplete(wish, seen);
        return seen;
    }

    /// A Deployment that is paused, or goes on, says so, so that the time does not count as standing still.
    private Wish withPause(Wish wish) {
        boolean said = Conditions.hasReason(wish.status(), Progress.PAUSED);
        if (wish.progressDeadline().isEmpty()
                || wish.isPaused() == said
                || Conditions.hasReason(wish.status(), Progress.TIMED_OUT)) {
            return wish;
        }
        DeploymentCondition condition = Conditions.of(
                Conditions.PROGRESSING,
                "Unknown",
                wish.isPaused() ? Progress.PAUSED : Progress.RESUMED,
                wish.isPaused() ? "Deployment is paused" : "Deployment is resumed",
                api.now());
        DeploymentStatus status = new DeploymentStatusBuilder(wish.status()).build();
        Conditions.set(status, condition);
        writer.status(wish.deployment(), status);
        // the look goes on with the version that it began with, so its next write is refused and it is taken again
        return new Wish(
                new DeploymentBuilder(wish.deployment()).withStatus(status).build());
    }

    private void forgetIfComplete(Wish wish, Generations sets) {
        if (Progress.isComplete(wish, wish.status())) {
            forget(wish, sets.old());
        }
    }

    /// Deletes the oldest revisions that are too many, but none that has Pods (`sync.go cleanupDeployment`).
    private void forget(Wish wish, List<ReplicaSet> old) {
        List<ReplicaSet> kept =
                old.stream().filter(set -> !Owners.isDeleting(set)).toList();
        int tooMany = wish.historyLimit().map(limit -> kept.size() - limit).orElse(0);
        kept.stream()
                .sorted(Comparator.comparingLong(Annotations::revision))
                .limit(Math.max(0, tooMany))
                .filter(ReplicaSets::isSpent)
                .forEach(set -> api.delete(ResourceId.of(set), Deletion.DEFAULT));
    }

    /// Whether there was something to write.
    private boolean write(Wish wish, DeploymentStatus status) {
        if (status.equals(wish.status())) {
            return false;
        }
        writer.status(wish.deployment(), status);
        return true;
    }
}
