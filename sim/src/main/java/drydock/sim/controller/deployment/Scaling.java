package drydock.sim.controller.deployment;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Another size while a rollout is under way or paused: every ReplicaSet that has Pods gets its share, and what is left
/// over goes to the largest (`sync.go scale`).
final class Scaling {

    private final Writer writer;

    Scaling(Writer writer) {
        this.writer = writer;
    }

    /// Whether the size that a ReplicaSet was scaled for is not the wanted one any more.
    static boolean isDue(Wish wish, Generations sets) {
        return ReplicaSets.active(sets.all()).stream()
                .anyMatch(set -> Annotations.desired(set)
                        .filter(size -> size != wish.replicas())
                        .isPresent());
    }

    void scale(Wish wish, Generations sets) {
        Optional<ReplicaSet> only = sets.activeOrLatest();
        if (only.isPresent()) {
            if (ReplicaSets.wanted(only.get()) != wish.replicas()) {
                writer.scale(wish, only.get(), wish.replicas());
            }
        } else if (sets.newest().filter(set -> isSaturated(wish, set)).isPresent()) {
            ReplicaSets.active(sets.old()).forEach(set -> writer.scale(wish, set, 0));
        } else if (wish.isRolling()) {
            share(wish, ReplicaSets.active(sets.all()));
        }
    }

    private static boolean isSaturated(Wish wish, ReplicaSet set) {
        return ReplicaSets.wanted(set) == wish.replicas()
                && Annotations.desired(set)
                        .filter(size -> size == wish.replicas())
                        .isPresent()
                && ReplicaSets.available(set) == wish.replicas();
    }

    private void share(Wish wish, List<ReplicaSet> withPods) {
        List<ReplicaSet> active = new ArrayList<>(withPods);
        int allowed = wish.replicas() > 0 ? wish.replicas() + wish.maxSurge() : 0;
        int toAdd = allowed - ReplicaSets.wanted(active);
        if (toAdd != 0) {
            // of two of one size, the newer grows first and the older shrinks first
            Comparator<ReplicaSet> age = toAdd > 0 ? ReplicaSets.BY_AGE.reversed() : ReplicaSets.BY_AGE;
            active.sort(Comparator.<ReplicaSet>comparingInt(ReplicaSets::wanted)
                    .reversed()
                    .thenComparing(age));
        }
        Map<String, Integer> sizes = sizes(wish, active, toAdd);
        active.forEach(set -> writer.scale(wish, set, sizes.get(Writer.name(set))));
    }

    private static Map<String, Integer> sizes(Wish wish, List<ReplicaSet> active, int toAdd) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        int added = 0;
        for (ReplicaSet set : active) {
            int left = toAdd - added;
            int share = toAdd == 0 ? 0 : fraction(wish, set);
            int part = toAdd > 0 ? Math.min(share, left) : Math.max(share, left);
            sizes.put(Writer.name(set), ReplicaSets.wanted(set) + part);
            added += part;
        }
        if (toAdd != 0 && !active.isEmpty()) {
            int rest = toAdd - added;
            sizes.computeIfPresent(Writer.name(active.getFirst()), (_, size) -> Math.max(0, size + rest));
        }
        return sizes;
    }

    /// By how much a ReplicaSet would grow if it kept its part of the whole.
    private static int fraction(Wish wish, ReplicaSet set) {
        int size = ReplicaSets.wanted(set);
        if (wish.replicas() == 0) {
            return -size;
        }
        int whole = wish.replicas() + wish.maxSurge();
        int before = Annotations.most(set)
                .filter(most -> most != 0)
                .orElse(Optional.ofNullable(wish.status().getReplicas()).orElse(0));
        return before == 0 ? 0 : Math.toIntExact(Math.round((double) size * whole / before)) - size;
    }
}
