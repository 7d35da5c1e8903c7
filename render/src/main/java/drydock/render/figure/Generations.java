package drydock.render.figure;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.figure.Generation.Age;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The generations of each Deployment in a picture: its ReplicaSets by their revisions, the newest first, and their
/// Pods while they change places. Of a StatefulSet and of a DaemonSet,
/// whose Pods are told apart by their revision, only the Pods.
final class Generations {

    private static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String TEMPLATE = "pod-template-generation";
    private static final String HASH = "controller-revision-hash";

    private final Map<ResourceId, List<ResourceId>> sets = new LinkedHashMap<>();
    private final Map<ResourceId, Generation> ranks = new HashMap<>();
    private final Contents contents;

    private Generations(Contents contents) {
        this.contents = contents;
    }

    static Generations of(Contents contents) {
        Generations generations = new Generations(contents);
        contents.owners().forEach((child, owner) -> {
            if (child.kind().equals(Kinds.REPLICA_SET.kind())
                    && owner.kind().equals(Kinds.DEPLOYMENT.kind())
                    && contents.cards().get(child) instanceof ReplicaSet) {
                generations.sets.computeIfAbsent(owner, _ -> new ArrayList<>()).add(child);
            }
        });
        generations.sets.values().forEach(generations::rank);
        return generations;
    }

    /// The ReplicaSets of each Deployment, the newest first.
    Map<ResourceId, List<ResourceId>> sets() {
        return sets;
    }

    /// The generation of a ReplicaSet; of a Pod, while its own and another change places.
    Optional<Generation> of(ResourceId id, HasMetadata object) {
        if (object instanceof Pod pod) {
            ResourceId owner = contents.owners().get(id);
            return owner == null ? Optional.empty() : ofPod(pod, owner);
        }
        return Optional.ofNullable(ranks.get(id));
    }

    private Optional<Generation> ofPod(Pod pod, ResourceId owner) {
        Generation rank = ranks.get(owner);
        if (rank != null) {
            return rank.changing() ? Optional.of(rank) : Optional.empty();
        }
        return switch (contents.cards().get(owner)) {
            case StatefulSet set -> ofPod(pod, set);
            case DaemonSet set -> ofPod(pod, set);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Generation> ofPod(Pod pod, StatefulSet set) {
        String next = set.getStatus() == null ? null : set.getStatus().getUpdateRevision();
        String hash = pod.getMetadata().getLabels() == null
                ? null
                : pod.getMetadata().getLabels().get(HASH);
        if (next == null || hash == null || next.equals(set.getStatus().getCurrentRevision())) {
            return Optional.empty();
        }
        return Optional.of(new Generation(0, hash.equals(next) ? Age.NEW : Age.OLD, true));
    }

    /// Pods carry the generation of the template they are of (`pkg/controller/daemon/util CreatePodTemplate`). A scale
    /// or a label of the set makes no new template, so a set whose Pods are all to be up to date has none.
    private static Optional<Generation> ofPod(Pod pod, DaemonSet set) {
        Map<String, String> labels = pod.getMetadata().getLabels();
        String generation = labels == null ? null : labels.get(TEMPLATE);
        DaemonSetStatus status = set.getStatus();
        boolean changing = status != null
                && !Objects.requireNonNullElse(status.getUpdatedNumberScheduled(), 0)
                        .equals(Objects.requireNonNullElse(status.getDesiredNumberScheduled(), 0));
        if (generation == null || !changing || !generation.matches("\\d{1,15}")) {
            return Optional.empty();
        }
        long newest = Objects.requireNonNullElse(set.getMetadata().getGeneration(), 0L);
        return Optional.of(new Generation(0, Long.parseLong(generation) < newest ? Age.OLD : Age.NEW, true));
    }

    private void rank(List<ResourceId> siblings) {
        siblings.sort(Comparator.comparingLong(
                        (ResourceId id) -> revision(contents.cards().get(id)))
                .reversed());
        boolean changing = siblings.stream()
                        .filter(id -> hasPods(contents.cards().get(id)))
                        .count()
                > 1;
        for (ResourceId id : siblings) {
            Age age = id.equals(siblings.getFirst()) ? Age.NEW : Age.OLD;
            ranks.put(id, new Generation(revision(contents.cards().get(id)), age, changing));
        }
    }

    /// Whether it has or is to have any.
    static boolean hasPods(@Nullable HasMetadata object) {
        return object instanceof ReplicaSet set
                && ((set.getSpec() != null
                                && !Objects.requireNonNullElse(set.getSpec().getReplicas(), 1)
                                        .equals(0))
                        || (set.getStatus() != null
                                && Objects.requireNonNullElse(set.getStatus().getReplicas(), 0) > 0));
    }

    private static long revision(@Nullable HasMetadata object) {
        String written = object == null || object.getMetadata().getAnnotations() == null
                ? null
                : object.getMetadata().getAnnotations().get(REVISION);
        return written == null || !written.matches("\\d{1,15}") ? 0 : Long.parseLong(written);
    }
}
