package drydock.sim.kubectl.rollout;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The revisions that a workload has had: of a Deployment its ReplicaSets, else its ControllerRevisions
/// (`kubectl/pkg/polymorphichelpers/history.go`).
public final class Revisions {

    static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String CHANGE_CAUSE = "kubernetes.io/change-cause";
    private static final String HASH = "pod-template-hash";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// One revision.
    ///
    /// @param holder the object that keeps it
    /// @param template what its Pods were made of, as the holder keeps it
    /// @param cause why it came to be, if that was said
    public record Revision(long number, HasMetadata holder, PodTemplateSpec template, Optional<String> cause) {

        /// The template as the workload had it.
        public PodTemplateSpec plainTemplate() {
            return new PodTemplateSpecBuilder(template)
                    .editOrNewMetadata()
                    .removeFromLabels(HASH)
                    .endMetadata()
                    .build();
        }
    }

    private Revisions() {}

    /// Whether objects of this kind have revisions.
    public static boolean areKeptOf(HasMetadata object) {
        return object instanceof Deployment || object instanceof StatefulSet || object instanceof DaemonSet;
    }

    /// The revisions by number, the first first.
    public static NavigableMap<Long, Revision> of(Cluster cluster, HasMetadata workload) {
        TreeMap<Long, Revision> revisions = new TreeMap<>();
        holders(cluster, workload).forEach(holder -> {
            switch (holder) {
                case ReplicaSet set ->
                    revisions.put(
                            of(set), new Revision(of(set), set, set.getSpec().getTemplate(), cause(set)));
                case ControllerRevision kept ->
                    template(kept)
                            .ifPresent(template -> revisions.put(
                                    kept.getRevision(), new Revision(kept.getRevision(), kept, template, cause(kept))));
                default -> {
                    // nothing else keeps revisions
                }
            }
        });
        return revisions;
    }

    private static Stream<HasMetadata> holders(Cluster cluster, HasMetadata workload) {
        var kind = workload instanceof Deployment ? Kinds.REPLICA_SET : Kinds.CONTROLLER_REVISION;
        return cluster.list(Query.in(kind, workload.getMetadata().getNamespace())).stream()
                .filter(holder ->
                        Objects.requireNonNullElse(holder.getMetadata().getOwnerReferences(), List.<OwnerReference>of())
                                .stream()
                                .anyMatch(owner -> Objects.equals(
                                        owner.getUid(), workload.getMetadata().getUid())));
    }

    /// The revision that an object notes of itself; 0 if it notes none.
    static long of(HasMetadata object) {
        String text = annotations(object).getOrDefault(REVISION, "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static Optional<String> cause(HasMetadata object) {
        return Optional.ofNullable(annotations(object).get(CHANGE_CAUSE)).filter(cause -> !cause.isEmpty());
    }

    static Map<String, String> annotations(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
    }

    /// A ControllerRevision keeps a patch of the workload: `spec.template` is what its Pods are made of, and
    /// a directive that says it replaces the one there is.
    private static Optional<PodTemplateSpec> template(ControllerRevision kept) {
        return Optional.ofNullable(kept.getData())
                .map(data -> JSON.valueToTree(data).at("/spec/template"))
                .filter(node -> !node.isMissingNode())
                .map(node -> JSON.convertValue(node, new TypeReference<Map<String, Object>>() {}))
                .map(fields -> {
                    fields.remove("$patch");
                    return JSON.convertValue(fields, PodTemplateSpec.class);
                });
    }
}
