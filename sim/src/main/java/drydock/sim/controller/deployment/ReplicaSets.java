package drydock.sim.controller.deployment;

import drydock.sim.controller.Owners;
import drydock.sim.store.Shallow;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What the Deployment controller asks of ReplicaSets, and how it sorts them (`pkg/controller/controller_utils.go`).
final class ReplicaSets {

    static final String HASH = "pod-template-hash";

    /// The oldest first.
    static final Comparator<ReplicaSet> BY_AGE = Comparator.comparing(
                    (ReplicaSet set) -> set.getMetadata().getCreationTimestamp())
            .thenComparing(set -> set.getMetadata().getName());

    private ReplicaSets() {}

    /// How many Pods `set` is to have.
    static int wanted(ReplicaSet set) {
        return orZero(set.getSpec().getReplicas());
    }

    static int actual(ReplicaSet set) {
        return status(set, ReplicaSetStatus::getReplicas);
    }

    static int ready(ReplicaSet set) {
        return status(set, ReplicaSetStatus::getReadyReplicas);
    }

    static int available(ReplicaSet set) {
        return status(set, ReplicaSetStatus::getAvailableReplicas);
    }

    static int wanted(Collection<ReplicaSet> sets) {
        return sum(sets, ReplicaSets::wanted);
    }

    static int actual(Collection<ReplicaSet> sets) {
        return sum(sets, ReplicaSets::actual);
    }

    static int ready(Collection<ReplicaSet> sets) {
        return sum(sets, ReplicaSets::ready);
    }

    static int available(Collection<ReplicaSet> sets) {
        return sum(sets, ReplicaSets::available);
    }

    private static int sum(Collection<ReplicaSet> sets, ToIntFunction<ReplicaSet> count) {
        int sum = 0;
        for (ReplicaSet set : sets) {
            sum += count.applyAsInt(set);
        }
        return sum;
    }

    /// Those that are to have Pods.
    static List<ReplicaSet> active(Collection<ReplicaSet> sets) {
        return sets.stream().filter(set -> wanted(set) > 0).toList();
    }

    /// Whether nothing is left of it that a cleanup could take from anybody.
    static boolean isSpent(ReplicaSet set) {
        long observed = set.getStatus() == null
                ? 0
                : Objects.requireNonNullElse(set.getStatus().getObservedGeneration(), 0L);
        long generation = Objects.requireNonNullElse(set.getMetadata().getGeneration(), 0L);
        return wanted(set) == 0 && actual(set) == 0 && generation <= observed && !Owners.isDeleting(set);
    }

    static PodTemplateSpec withoutHash(PodTemplateSpec template) {
        if (template.getMetadata() != null
                && !Objects.requireNonNullElse(template.getMetadata().getLabels(), Map.of())
                        .containsKey(HASH)) {
            return template;
        }
        ObjectMeta metadata = template.getMetadata() == null ? new ObjectMeta() : Shallow.copy(template.getMetadata());
        if (metadata.getLabels() != null) {
            Map<String, String> labels = new LinkedHashMap<>(metadata.getLabels());
            labels.remove(HASH);
            metadata.setLabels(labels);
        }
        PodTemplateSpec without = Shallow.copy(template);
        without.setMetadata(metadata);
        return without;
    }

    private static int status(ReplicaSet set, Function<ReplicaSetStatus, @Nullable Integer> count) {
        return set.getStatus() == null ? 0 : orZero(count.apply(set.getStatus()));
    }

    private static int orZero(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, 0);
    }
}
