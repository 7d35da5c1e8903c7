package drydock.sim.controller.deployment;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A few at a time: one look either lets the new ReplicaSet grow, or the old ones shrink, growth first
/// (`deployment/rolling.go`).
final class RollingUpdate {

    private final Writer writer;

    RollingUpdate(Writer writer) {
        this.writer = writer;
    }

    /// Takes one step; whether there was one to take.
    ///
    /// @param sets with the new one
    boolean step(Wish wish, Generations sets) {
        ReplicaSet newest = sets.newest().orElseThrow();
        int size = ReplicaSets.wanted(newest);
        int next = size >= wish.replicas() ? wish.replicas() : Sizes.ofNew(wish, sets.old(), size);
        if (next != size) {
            writer.scale(wish, newest, next);
            return true;
        }
        return shrinkOld(wish, sets, newest);
    }

    private boolean shrinkOld(Wish wish, Generations sets, ReplicaSet newest) {
        int unavailable = ReplicaSets.wanted(newest) - ReplicaSets.available(newest);
        int most = ReplicaSets.wanted(sets.all()) - wish.minAvailable() - unavailable;
        List<ReplicaSet> active = ReplicaSets.active(sets.old());
        if (active.isEmpty() || most <= 0) {
            return false;
        }
        Optional<List<ReplicaSet>> old = dropUnhealthy(wish, active, most);
        if (old.isEmpty()) {
            return false;
        }
        int spare = ReplicaSets.available(active) + ReplicaSets.available(newest) - wish.minAvailable();
        return dropSpare(wish, old.get(), spare) || !old.get().equals(active);
    }

    /// Pods that do not serve go first, those of the oldest ReplicaSet before others (`cleanupUnhealthyReplicas`).
    ///
    /// @return empty if a ReplicaSet has more available Pods than it is to have: it was scaled down just now, and
    ///     nothing more is taken until its status says so
    private Optional<List<ReplicaSet>> dropUnhealthy(Wish wish, List<ReplicaSet> old, int most) {
        List<ReplicaSet> after = new ArrayList<>();
        int left = most;
        for (ReplicaSet set : old) {
            int drop = left <= 0 ? 0 : Math.min(left, ReplicaSets.wanted(set) - ReplicaSets.available(set));
            if (drop < 0) {
                return Optional.empty();
            }
            after.add(drop == 0 ? set : writer.scale(wish, set, ReplicaSets.wanted(set) - drop));
            left -= drop;
        }
        return Optional.of(after);
    }

    /// Pods that are available beyond the fewest there must be (`scaleDownOldReplicaSetsForRollingUpdate`).
    private boolean dropSpare(Wish wish, List<ReplicaSet> old, int spare) {
        int left = Math.max(0, spare);
        boolean dropped = false;
        for (ReplicaSet set : old) {
            int drop = Math.min(left, ReplicaSets.wanted(set));
            if (drop > 0) {
                writer.scale(wish, set, ReplicaSets.wanted(set) - drop);
                dropped = true;
            }
            left -= drop;
        }
        return dropped;
    }
}
