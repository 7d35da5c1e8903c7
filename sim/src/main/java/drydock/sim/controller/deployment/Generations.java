package drydock.sim.controller.deployment;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ReplicaSets of a Deployment: the one that has its template, and those of earlier templates.
///
/// @param newest empty while it is still to be made
/// @param old the oldest first
record Generations(Optional<ReplicaSet> newest, List<ReplicaSet> old) {

    Generations {
        old = List.copyOf(old);
    }

    List<ReplicaSet> all() {
        List<ReplicaSet> all = new ArrayList<>(old);
        newest.ifPresent(all::add);
        return all;
    }

    /// The only one that has Pods; if none has, the newest; empty if several have (`FindActiveOrLatest`).
    Optional<ReplicaSet> activeOrLatest() {
        List<ReplicaSet> active = ReplicaSets.active(all());
        if (active.size() > 1) {
            return Optional.empty();
        }
        if (active.size() == 1) {
            return Optional.of(active.getFirst());
        }
        return newest.or(() -> old.isEmpty() ? Optional.empty() : Optional.of(old.getLast()));
    }
}
