package drydock.sim.controller.daemonset;

import drydock.sim.controller.Pods;
import drydock.sim.controller.workload.PodOfTemplate;
import drydock.sim.controller.workload.Revisions;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.NodeSelectorTermBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a DaemonSet's Pods are made of, and which node each is for (`pkg/controller/daemon/util/daemonset_util.go`).
final class DaemonPods {

    private static final String GENERATION = "pod-template-generation";
    private static final String TEMPLATE_GENERATION = "deprecated.daemonset.template.generation";
    private static final String NODE_NAME = "metadata.name";
    private static final String PREFIX = "node.kubernetes.io/";

    private DaemonPods() {}

    /// A Pod for `node`, pinned there by its affinity, so that the scheduler brings it there or nowhere.
    static Pod make(DaemonSet set, String hash, String node) {
        Map<String, String> annotations = set.getMetadata().getAnnotations();
        String generation = annotations == null ? null : annotations.get(TEMPLATE_GENERATION);
        Map<String, String> labels = generation == null
                ? Map.of(Revisions.HASH, hash)
                : Map.of(GENERATION, generation, Revisions.HASH, hash);
        PodSpec spec = set.getSpec().getTemplate().getSpec();
        return PodOfTemplate.begin(set, set.getSpec().getTemplate(), labels)
                .editSpec()
                .withAffinity(pinned(spec.getAffinity(), node))
                .withTolerations(tolerations(spec))
                .endSpec()
                .build();
    }

    /// What a template tolerates, and what all daemons do.
    static List<Toleration> tolerations(PodSpec spec) {
        List<Toleration> all = new ArrayList<>(spec.getTolerations());
        add(all, "not-ready", "NoExecute");
        add(all, "unreachable", "NoExecute");
        add(all, "disk-pressure", "NoSchedule");
        add(all, "memory-pressure", "NoSchedule");
        add(all, "pid-pressure", "NoSchedule");
        add(all, "unschedulable", "NoSchedule");
        if (Boolean.TRUE.equals(spec.getHostNetwork())) {
            add(all, "network-unavailable", "NoSchedule");
        }
        return all;
    }

    private static void add(List<Toleration> all, String key, String effect) {
        Toleration toleration = new Toleration(effect, PREFIX + key, "Exists", null, null);
        if (!all.contains(toleration)) {
            all.add(toleration);
        }
    }

    private static Affinity pinned(@Nullable Affinity affinity, String node) {
        NodeSelectorTerm term = new NodeSelectorTermBuilder()
                .addNewMatchField()
                .withKey(NODE_NAME)
                .withOperator("In")
                .withValues(node)
                .endMatchField()
                .build();
        return (affinity == null ? new AffinityBuilder() : new AffinityBuilder(affinity))
                .editOrNewNodeAffinity()
                .withNewRequiredDuringSchedulingIgnoredDuringExecution()
                .withNodeSelectorTerms(term)
                .endRequiredDuringSchedulingIgnoredDuringExecution()
                .endNodeAffinity()
                .build();
    }

    /// The node that `pod` runs on or is for; empty if it tells none.
    static String node(Pod pod) {
        if (!Pods.node(pod).isEmpty()) {
            return Pods.node(pod);
        }
        Affinity affinity = pod.getSpec().getAffinity();
        if (affinity == null
                || affinity.getNodeAffinity() == null
                || affinity.getNodeAffinity().getRequiredDuringSchedulingIgnoredDuringExecution() == null) {
            return "";
        }
        return affinity
                .getNodeAffinity()
                .getRequiredDuringSchedulingIgnoredDuringExecution()
                .getNodeSelectorTerms()
                .stream()
                .flatMap(term -> term.getMatchFields().stream())
                .filter(field -> NODE_NAME.equals(field.getKey()) && "In".equals(field.getOperator()))
                .flatMap(field -> field.getValues().stream())
                .findFirst()
                .orElse("");
    }

    /// The generation of `set` that was acted upon last, null if none was.
    static @Nullable Long observedGeneration(DaemonSet set) {
        return set.getStatus() == null ? null : set.getStatus().getObservedGeneration();
    }

    static String hash(Pod pod) {
        return pod.getMetadata().getLabels() == null
                ? ""
                : Objects.requireNonNullElse(pod.getMetadata().getLabels().get(Revisions.HASH), "");
    }
}
