package drydock.sim.controller.deployment;

import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.List;

/// All at once: the old Pods go, and only when the last has gone do the new ones come (`deployment/recreate.go`).
final class Recreate {

    private final Writer writer;
    private final Informer<Pod> pods;

    Recreate(Writer writer, Informer<Pod> pods) {
        this.writer = writer;
        this.pods = pods;
    }

    /// Scales the old ReplicaSets to nothing; whether there was one to scale.
    boolean stopOld(Wish wish, Generations sets) {
        List<ReplicaSet> active = ReplicaSets.active(sets.old());
        active.forEach(set -> writer.scale(wish, set, 0));
        return !active.isEmpty();
    }

    /// Whether a Pod of an old ReplicaSet is still there that has not ended.
    boolean isOldRunning(Generations sets) {
        return ReplicaSets.actual(sets.old()) > 0
                || sets.old().stream()
                        .flatMap(set -> pods.of(Owners.key(set.getMetadata().getUid())).stream())
                        .anyMatch(pod -> !Pods.isOver(pod));
    }

    void startNew(Wish wish, Generations sets) {
        ReplicaSet newest = sets.newest().orElseThrow();
        if (ReplicaSets.wanted(newest) != wish.replicas()) {
            writer.scale(wish, newest, wish.replicas());
        }
    }
}
