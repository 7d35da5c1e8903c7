package drydock.sim.controller.deployment;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.ArrayList;
import java.util.List;

/// A few at a time: one look either lets the new ReplicaSet grow, or the old ones shrink, growth first
/// (`deployment/rolling.go`).
final class RollingUpdate {

    private final Writer writer;

    RollingUpdate(Writer writer) {
        this.writer = writer;
    }

    /// Takes one step; the same is returned if none is to be taken.
    ///
    /// @param sets with the new one
    Generations step(Wish wish, Generations sets) {
        ReplicaSet newest = sets.newest().orElseThrow();
        int size = ReplicaSets.wanted(newest);
        int next = size >= wish.replicas() ? wish.replicas() : Sizes.ofNew(wish, sets.old(), size);
        if (next != size) {
            return new Generations(java.util.Optional.of(writer.scale(wish, newest, next)), sets.old());
        }
        return shrinkOld(wish, sets, newest);
    }

    private Generations shrinkOld(Wish wish, Generations sets, ReplicaSet newest) {
        int unavailable = ReplicaSets.wanted(newest) - ReplicaSets.available(newest);
        int most = ReplicaSets.wanted(sets.all()) - wish.minAvailable() - unavailable;
        if (ReplicaSets.wanted(sets.old()) == 0 || most <= 0) {
            return sets;
        }
        List<ReplicaSet> old = dropUnhealthy(wish, sets.old(), most);
        int spare = ReplicaSets.available(sets.all()) - wish.minAvailable();
        return new Generations(sets.newest(), dropSpare(wish, old, spare));
    }

    /// Pods that do not serve go first, those of the oldest ReplicaSet before others.
    private List<ReplicaSet> dropUnhealthy(Wish wish, List<ReplicaSet> old, int most) {
        List<ReplicaSet> after = new ArrayList<>();
        int left = most;
        for (ReplicaSet set : old) {
            int drop = Math.max(0, Math.min(left, ReplicaSets.wanted(set) - ReplicaSets.available(set)));
            after.add(drop == 0 ? set : writer.scale(wish, set, ReplicaSets.wanted(set) - drop));
            left -= drop;
        }
        return after;
    }

    private List<ReplicaSet> dropSpare(Wish wish, List<ReplicaSet> old, int spare) {
        List<ReplicaSet> after = new ArrayList<>();
        int left = Math.max(0, spare);
        for (ReplicaSet set : old) {
            int drop = Math.min(left, ReplicaSets.wanted(set));
            after.add(drop == 0 ? set : writer.scale(wish, set, ReplicaSets.wanted(set) - drop));
            left -= drop;
        }
        return after;
    }
}
