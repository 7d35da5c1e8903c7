package drydock.sim.scheduler;

import drydock.sim.scheduler.ClusterChange.OfItself;
import drydock.sim.scheduler.ClusterChange.OfNode;
import drydock.sim.scheduler.ClusterChange.OfPod;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/// The filters that ask what a node is: NodeUnschedulable, NodeName, TaintToleration, NodeAffinity and NodePorts
/// (`pkg/scheduler/framework/plugins`).
final class NodeFilters {

    private static final Taint UNSCHEDULABLE = new Taint("NoSchedule", "node.kubernetes.io/unschedulable", null, "");

    private NodeFilters() {}

    private record Rule(
            String name, BiPredicate<ClusterChange, PodInfo> hint, Function<Attempt, Filter.Preparation> preparing)
            implements Filter {

        @Override
        public boolean mayHelp(ClusterChange change, PodInfo pod, Namespaces namespaces) {
            return hint.test(change, pod);
        }

        @Override
        public Preparation prepare(Attempt attempt) {
            return preparing.apply(attempt);
        }
    }

    /// A node has come that will do, or one that would not will do now.
    private static boolean willDo(ClusterChange change, Predicate<Node> will) {
        return change instanceof OfNode(var before, var after)
                && after != null
                && will.test(after)
                && (before == null || !will.test(before));
    }

    private static boolean isOpen(Node node) {
        return node.getSpec() == null || !Boolean.TRUE.equals(node.getSpec().getUnschedulable());
    }

    private static boolean keepsNobodyOff(Node node, List<Toleration> tolerations) {
        return node.getSpec() == null
                || node.getSpec().getTaints().stream().noneMatch(t -> Taints.keepsOff(t, tolerations));
    }

    private static boolean toleratesOthers(ClusterChange change) {
        return change instanceof OfItself itself && itself.hasOtherTolerations();
    }

    static Filter unschedulable() {
        String name = "NodeUnschedulable";
        Optional<Rejection> closed = Optional.of(Rejection.forGood(name, "node(s) were unschedulable"));
        return new Rule(
                name, (change, _) -> willDo(change, NodeFilters::isOpen) || toleratesOthers(change), attempt -> {
                    boolean tolerates = Taints.tolerates(
                            UNSCHEDULABLE, attempt.pod().pod().getSpec().getTolerations());
                    return tolerates
                            ? Filter.skip()
                            : Filter.perNode(node -> node.isClosed() ? closed : Optional.empty());
                });
    }

    static Filter nodeName() {
        String name = "NodeName";
        Optional<Rejection> other =
                Optional.of(Rejection.forGood(name, "node(s) didn't match the requested node name"));
        return new Rule(
                name,
                (change, pod) -> willDo(
                        change,
                        n -> n.getMetadata()
                                .getName()
                                .equals(pod.pod().getSpec().getNodeName())),
                attempt -> {
                    String wanted = attempt.pod().pod().getSpec().getNodeName();
                    return wanted == null || wanted.isEmpty()
                            ? Filter.skip()
                            : Filter.perNode(node -> node.name().equals(wanted) ? Optional.empty() : other);
                });
    }

    static Filter taints() {
        String name = "TaintToleration";
        Optional<Rejection> tainted = Optional.of(Rejection.forGood(name, "node(s) had untolerated taint(s)"));
        return new Rule(
                name,
                (change, pod) -> willDo(
                                change,
                                n -> keepsNobodyOff(n, pod.pod().getSpec().getTolerations()))
                        || toleratesOthers(change),
                attempt -> {
                    List<Toleration> tolerations = attempt.pod().pod().getSpec().getTolerations();
                    return Filter.perNode(node ->
                            node.isTainted() && node.taints().stream().anyMatch(t -> Taints.keepsOff(t, tolerations))
                                    ? tainted
                                    : Optional.empty());
                });
    }

    static Filter affinity() {
        String name = "NodeAffinity";
        Optional<Rejection> other =
                Optional.of(Rejection.forGood(name, "node(s) didn't match Pod's node affinity/selector"));
        return new Rule(
                name,
                (change, pod) ->
                        willDo(change, n -> NodeAffinity.matches(pod.pod().getSpec(), n)),
                attempt -> {
                    if (!NodeAffinity.isAsked(attempt.pod().pod().getSpec())) {
                        return Filter.skip();
                    }
                    Filter.Check check = node ->
                            NodeAffinity.matches(attempt.pod().pod().getSpec(), node.node()) ? Optional.empty() : other;
                    return named(attempt)
                            .<Filter.Preparation>map(names -> new Filter.Preparation.Only(names, check))
                            .orElseGet(() -> Filter.perNode(check));
                });
    }

    /// The nodes that every term names, as those of a DaemonSet's Pods do; empty if a term names none.
    private static Optional<Set<String>> named(Attempt attempt) {
        List<NodeSelectorTerm> terms =
                NodeAffinity.requiredTerms(attempt.pod().pod().getSpec());
        Set<String> names = new HashSet<>();
        for (NodeSelectorTerm term : terms) {
            List<String> one = term.getMatchFields().stream()
                    .filter(r -> "metadata.name".equals(r.getKey()) && "In".equals(r.getOperator()))
                    .flatMap(r -> r.getValues().stream())
                    .toList();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            names.addAll(one);
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    static Filter ports() {
        String name = "NodePorts";
        Optional<Rejection> taken =
                Optional.of(Rejection.forNow(name, "node(s) didn't have free ports for the requested pod ports"));
        return new Rule(name, (change, pod) -> willDo(change, _ -> true) || freesPorts(change, pod), attempt -> {
            List<ContainerPort> ports = attempt.pod().request().hostPorts();
            return ports.isEmpty()
                    ? Filter.skip()
                    : Filter.perNode(node -> ports.stream().anyMatch(node::holds) ? taken : Optional.empty());
        });
    }

    private static boolean freesPorts(ClusterChange change, PodInfo pod) {
        return change instanceof OfPod(var before, var after)
                && before != null
                && after == null
                && before.request().hostPorts().stream()
                        .anyMatch(held ->
                                pod.request().hostPorts().stream().anyMatch(wanted -> NodeInfo.clash(held, wanted)));
    }
}
