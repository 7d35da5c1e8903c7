package drydock.sim.kubectl.drain;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The Pods of a node that is to be emptied, and what is to be thought of first with each
/// (`kubectl/pkg/drain/filters.go`).
///
/// @param all those that the API server can let go; Pods that a kubelet reads from files are none of them
public record NodePods(List<Judged> all) {

    private static final String MIRROR = "kubernetes.io/config.mirror";
    private static final Set<String> OVER = Set.of("Succeeded", "Failed");

    /// What is to be thought of before a Pod is let go.
    public enum Concern {
        /// Its DaemonSet would make it again on the same node: it stays, which the user agrees to.
        DAEMON_SET,
        /// What it keeps in an `emptyDir` is lost.
        LOCAL_STORAGE,
        /// Nobody makes it again.
        ALONE
    }

    /// A Pod, and what is to be thought of.
    public record Judged(Pod pod, Set<Concern> concerns) {

        public Judged {
            concerns = Set.copyOf(concerns);
        }
    }

    public NodePods {
        all = List.copyOf(all);
    }

    /// The Pods of `node` that `labels` choose, which is empty for all.
    public static NodePods of(Cluster cluster, String node, String labels) {
        return new NodePods(
                cluster
                        .list(Query.all(Kinds.POD)
                                .withFields("spec.nodeName=" + node)
                                .withLabels(labels))
                        .stream()
                        .map(Pod.class::cast)
                        .filter(pod -> !Objects.requireNonNullElse(
                                        pod.getMetadata().getAnnotations(), Map.<String, String>of())
                                .containsKey(MIRROR))
                        .map(pod -> new Judged(pod, concerns(pod)))
                        .toList());
    }

    /// Those that go where `agreed` was agreed to.
    public List<Pod> going(Set<Concern> agreed) {
        return all.stream()
                .filter(judged ->
                        obstacle(judged, agreed).isEmpty() && !judged.concerns().contains(Concern.DAEMON_SET))
                .map(Judged::pod)
                .toList();
    }

    /// Those that keep the node from being emptied, by the first concern that was not agreed to.
    public Map<Concern, List<Pod>> refused(Set<Concern> agreed) {
        return grouped(all.stream(), judged -> obstacle(judged, agreed));
    }

    /// Those that `concern` is about, whatever was agreed to.
    public List<Pod> concerned(Concern concern) {
        return all.stream()
                .filter(judged -> judged.concerns().contains(concern))
                .map(Judged::pod)
                .toList();
    }

    /// What the user is warned of where nothing stands in the way: Pods that stay, and Pods that nobody makes again.
    public Map<Concern, List<Pod>> warned(Set<Concern> agreed) {
        return grouped(
                all.stream().filter(judged -> obstacle(judged, agreed).isEmpty()),
                judged -> Stream.of(Concern.DAEMON_SET, Concern.ALONE)
                        .filter(judged.concerns()::contains)
                        .findFirst());
    }

    private static Map<Concern, List<Pod>> grouped(Stream<Judged> pods, Function<Judged, Optional<Concern>> by) {
        Map<Concern, List<Pod>> grouped = new LinkedHashMap<>();
        pods.forEach(judged -> by.apply(judged)
                .ifPresent(concern ->
                        grouped.computeIfAbsent(concern, _ -> new ArrayList<>()).add(judged.pod())));
        return grouped;
    }

    private static Optional<Concern> obstacle(Judged judged, Set<Concern> agreed) {
        if (judged.concerns().contains(Concern.DAEMON_SET)) {
            return agreed.contains(Concern.DAEMON_SET) ? Optional.empty() : Optional.of(Concern.DAEMON_SET);
        }
        return Stream.of(Concern.LOCAL_STORAGE, Concern.ALONE)
                .filter(concern -> judged.concerns().contains(concern) && !agreed.contains(concern))
                .findFirst();
    }

    private static Set<Concern> concerns(Pod pod) {
        Set<Concern> concerns = EnumSet.noneOf(Concern.class);
        boolean over = pod.getStatus() != null
                && OVER.contains(Objects.requireNonNullElse(pod.getStatus().getPhase(), ""));
        if (over) {
            return concerns;
        }
        Optional<OwnerReference> owner =
                Objects.requireNonNullElse(pod.getMetadata().getOwnerReferences(), List.<OwnerReference>of()).stream()
                        .filter(o -> Boolean.TRUE.equals(o.getController()))
                        .findFirst();
        if (owner.filter(o -> o.getKind().equals("DaemonSet")).isPresent()) {
            concerns.add(Concern.DAEMON_SET);
        }
        if (pod.getSpec().getVolumes().stream().anyMatch(volume -> volume.getEmptyDir() != null)) {
            concerns.add(Concern.LOCAL_STORAGE);
        }
        if (owner.isEmpty()) {
            concerns.add(Concern.ALONE);
        }
        return concerns;
    }
}
