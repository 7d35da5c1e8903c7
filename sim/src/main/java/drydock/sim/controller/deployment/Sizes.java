package drydock.sim.controller.deployment;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Collection;

/// How large the new ReplicaSet may be beside the old ones (`deployment_util.go NewRSNewReplicas`).
final class Sizes {

    private Sizes() {}

    /// @param old the other ReplicaSets
    /// @param now how large the new one is
    static int ofNew(Wish wish, Collection<ReplicaSet> old, int now) {
        if (!wish.isRolling()) {
            return wish.replicas();
        }
        int room = wish.replicas() + wish.maxSurge() - ReplicaSets.wanted(old) - now;
        return room <= 0 ? now : now + Math.min(room, wish.replicas() - now);
    }
}
