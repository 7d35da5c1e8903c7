package drydock.sim.controller.deployment;

import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All at once: the old Pods go, and only when the last has gone do the new ones come (`deployment/recreate.go`).
final class Recreate {

    private final Writer writer;
    private final Informer<Pod> pods;

    Recreate(Writer writer, Informer<Pod> pods) {
        this.writer = writer;
        this.pods = pods;
    }

    /// Scales the old ReplicaSets to nothing; the same is returned if they are.
    Generations stopOld(Wish wish, Generations sets) {
        List<ReplicaSet> after = new ArrayList<>();
        for (ReplicaSet set : sets.old()) {
            after.add(ReplicaSets.wanted(set) == 0 ? set : writer.scale(wish, set, 0));
        }
        return new Generations(sets.newest(), after);
    }

    /// Whether a Pod of an old ReplicaSet is still there that has not ended.
    boolean isOldRunning(Generations sets) {
        return ReplicaSets.actual(sets.old()) > 0
                || sets.old().stream()
                        .flatMap(set -> pods.of(Owners.key(set.getMetadata().getUid())).stream())
                        .anyMatch(pod -> !Pods.isOver(pod));
    }

    Generations startNew(Wish wish, Generations sets) {
        ReplicaSet newest = sets.newest().orElseThrow();
        return ReplicaSets.wanted(newest) == wish.replicas()
                ? sets
                : new Generations(Optional.of(writer.scale(wish, newest, wish.replicas())), sets.old());
    }
}
