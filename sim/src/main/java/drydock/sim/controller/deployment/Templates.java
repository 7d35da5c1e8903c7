package drydock.sim.controller.deployment;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which ReplicaSets have which template. Templates are held against each other once: a Deployment is looked at for
/// each
/// of its Pods several times, and its templates hardly ever change.
final class Templates {

    /// As many ReplicaSets as this are remembered.
    private static final int MOST = 10_000;

    /// What was found of two templates.
    private record Compared(PodTemplateSpec own, PodTemplateSpec wanted, boolean same) {

        @SuppressWarnings("ReferenceEquality") // versions of an object have in common what is the same
        boolean isOf(PodTemplateSpec set, PodTemplateSpec deployment) {
            return own == set && wanted == deployment;
        }
    }

    private final Map<String, Compared> bySet = new HashMap<>();

    /// The oldest of `sets` that has the template, but for the hash that tells ReplicaSets apart.
    Optional<ReplicaSet> oldestWith(PodTemplateSpec template, Collection<ReplicaSet> sets) {
        return sets.stream().filter(set -> has(set, template)).min(ReplicaSets.BY_AGE);
    }

    private boolean has(ReplicaSet set, PodTemplateSpec template) {
        String uid = set.getMetadata().getUid();
        Compared known = bySet.get(uid);
        if (known == null || !known.isOf(set.getSpec().getTemplate(), template)) {
            if (bySet.size() >= MOST) {
                bySet.clear();
            }
            known = compared(set.getSpec().getTemplate(), template);
            bySet.put(uid, known);
        }
        return known.same();
    }

    private static Compared compared(PodTemplateSpec own, PodTemplateSpec wanted) {
        boolean same = Objects.equals(own.getSpec(), wanted.getSpec())
                && ReplicaSets.withoutHash(own).equals(ReplicaSets.withoutHash(wanted));
        return new Compared(own, wanted, same);
    }
}
