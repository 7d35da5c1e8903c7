package drydock.sim.controller;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Pods that count for an owner at a moment, after adopting and letting go: counted, and looked at one by one only
/// where that is needed.
final class OwnPods {

    private final ReplicaOwner owner;
    private final PodClaims claims;
    private final @Nullable ReplicaCounts counts;
    private @Nullable List<Pod> all;

    /// @param counts null where they have to be looked at one by one
    private OwnPods(ReplicaOwner owner, PodClaims claims, @Nullable ReplicaCounts counts) {
        this.owner = owner;
        this.claims = claims;
        this.counts = counts;
    }

    /// @throws drydock.model.cluster.ClusterException if a Pod that is to be adopted or let go has changed meanwhile
    static OwnPods of(ReplicaOwner owner, PodTally tally, PodClaims claims) {
        Collection<PodTally.Group> groups = tally.of(owner.uid());
        if (owner.minReadySeconds() == 0 && claims.isSettled(owner, groups)) {
            return new OwnPods(owner, claims, ReplicaCounts.of(owner, groups));
        }
        OwnPods pods = new OwnPods(owner, claims, null);
        pods.all = claims.claim(owner);
        return pods;
    }

    int size() {
        return counts == null ? all().size() : counts.replicas();
    }

    /// What they come to now, as they were then.
    ReplicaCounts counts(Instant now) {
        return counts == null ? ReplicaCounts.of(owner, all(), now) : counts;
    }

    /// All of them; to be asked at that very moment, if at all.
    List<Pod> all() {
        List<Pod> known = all;
        if (known == null) {
            known = claims.claim(owner);
            all = known;
        }
        return known;
    }
}
