package drydock.sim.controller.workload;

import drydock.model.topology.PodTemplates;
import drydock.sim.controller.Owners;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.ControllerRevisionBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The revisions of StatefulSets and DaemonSets that were in another cluster: the newest of each remembers the template
/// as it is written here, so that Pods of it are not taken for old ones.
public final class FoundRevisions {

    private static final Comparator<Pod> BY_AGE = Comparator.comparing(
            pod -> Objects.requireNonNullElse(pod.getMetadata().getCreationTimestamp(), ""));

    private final List<ControllerRevision> known;
    private final List<Pod> pods;

    /// @param known those that are known of; where there are none, what Pods and statuses say is enough
    /// @param pods the Pods of the cluster
    public FoundRevisions(List<ControllerRevision> known, List<Pod> pods) {
        this.known = List.copyOf(known);
        this.pods = List.copyOf(pods);
    }

    /// The revisions of `owner`, a StatefulSet or a DaemonSet; none where nothing was made of it yet.
    public List<ControllerRevision> of(HasMetadata owner) {
        Optional<PodTemplateSpec> template = PodTemplates.of(owner);
        List<ControllerRevision> own = known.stream()
                .filter(revision -> isOf(owner, revision))
                .sorted(Comparator.comparing(revision -> Objects.requireNonNullElse(revision.getRevision(), 0L)))
                .toList();
        Optional<String> newest = newest(owner, own);
        if (template.isEmpty() || newest.isEmpty()) {
            return own;
        }
        Object data = Revisions.data(template.get());
        List<ControllerRevision> all = new ArrayList<>();
        long number = 1;
        for (ControllerRevision revision : own) {
            if (!revision.getMetadata().getName().equals(newest.get())) {
                all.add(revision);
                number = Math.max(number, revision.getRevision() + 1);
            }
        }
        all.add(new ControllerRevisionBuilder()
                .withMetadata(metadata(owner, newest.get(), own))
                .withData(data)
                .withRevision(number)
                .build());
        return all;
    }

    private static ObjectMeta metadata(HasMetadata owner, String name, List<ControllerRevision> own) {
        return own.stream()
                .map(ControllerRevision::getMetadata)
                .filter(metadata -> metadata.getName().equals(name))
                .findFirst()
                .orElseGet(() -> new ControllerRevisionBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(owner.getMetadata().getNamespace())
                        .withLabels(Map.of(
                                Revisions.HASH,
                                name.substring(owner.getMetadata().getName().length() + 1)))
                        .withOwnerReferences(Owners.controlledBy(owner))
                        .endMetadata()
                        .build()
                        .getMetadata());
    }

    /// The name of the revision that the owner's template has: a StatefulSet says it; of a DaemonSet it is the newest,
    /// or that of its youngest Pod.
    private Optional<String> newest(HasMetadata owner, List<ControllerRevision> own) {
        String prefix = owner.getMetadata().getName() + "-";
        Stream<String> said = owner instanceof StatefulSet set && set.getStatus() != null
                ? Stream.ofNullable(set.getStatus().getUpdateRevision())
                : own.reversed().stream().map(revision -> revision.getMetadata().getName());
        Stream<String> worn = pods.stream()
                .filter(pod -> isOf(owner, pod))
                .sorted(BY_AGE.reversed())
                .flatMap(pod -> Stream.ofNullable(pod.getMetadata().getLabels()))
                .flatMap(labels -> Stream.ofNullable(labels.get(Revisions.HASH)))
                .map(hash -> hash.startsWith(prefix) ? hash : prefix + hash);
        return Stream.concat(said, worn)
                .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
                .findFirst();
    }

    private static boolean isOf(HasMetadata owner, HasMetadata object) {
        return Owners.controller(object)
                .filter(reference ->
                        reference.getUid().equals(owner.getMetadata().getUid()))
                .isPresent();
    }
}
