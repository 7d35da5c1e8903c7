package drydock.model.validation.project.running;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Quantities;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pods that the nodes of the project cannot take; where it has no nodes, nothing is known.
final class NodeRules {

    static final List<Rule> RULES = List.of(new Rule.OfProject(NodeRules::check));

    private static final List<String> RESOURCES = List.of("cpu", "memory");

    private final ProjectView view;
    private final List<Node> nodes = new ArrayList<>();

    private NodeRules(ProjectView view) {
        this.view = view;
        view.each(Node.class, (id, node) -> nodes.add(node));
    }

    private static void check(ProjectView view) {
        NodeRules rules = new NodeRules(view);
        if (!rules.nodes.isEmpty()) {
            view.workloads().forEach(rules::check);
        }
    }

    private void check(Workload workload) {
        Map<String, String> chosen = workload.spec().getNodeSelector();
        List<Node> fitting = nodes.stream().filter(n -> has(n, chosen)).toList();
        if (fitting.isEmpty()) {
            FieldPath path = workload.path().key("nodeSelector");
            view.tell("no-node", Severity.WARNING, workload.id(), path, "no-node.labels");
        } else {
            RESOURCES.forEach(resource -> amount(workload, fitting, resource));
            hostPorts(workload, fitting.size());
        }
    }

    private static boolean has(Node node, @Nullable Map<String, String> labels) {
        return labels == null || labels.entrySet().stream().allMatch(label -> NodeLabels.has(node, label));
    }

    private void amount(Workload workload, List<Node> fitting, String resource) {
        BigDecimal wanted = requested(workload, resource);
        List<Optional<BigDecimal>> offered =
                fitting.stream().map(n -> offered(n, resource)).toList();
        if (wanted.signum() > 0
                && offered.stream()
                        .allMatch(o ->
                                o.filter(most -> most.compareTo(wanted) < 0).isPresent())) {
            view.tell(
                    "no-node",
                    Severity.WARNING,
                    workload.id(),
                    largest(workload, resource),
                    "no-node",
                    resource,
                    shown(wanted, resource),
                    shown(
                            offered.stream()
                                    .map(Optional::orElseThrow)
                                    .max(BigDecimal::compareTo)
                                    .orElseThrow(),
                            resource));
        }
    }

    private static String shown(BigDecimal amount, String resource) {
        Quantity quantity = resource.equals("cpu")
                ? Quantities.ofMilli(amount.movePointRight(3).longValue())
                : Quantities.ofBytes(amount.longValue());
        return Quantities.canonical(quantity);
    }

    private static Optional<BigDecimal> offered(Node node, String resource) {
        var status = node.getStatus();
        Quantity amount = status == null || status.getAllocatable() == null
                ? null
                : status.getAllocatable().get(resource);
        if (amount == null && status != null && status.getCapacity() != null) {
            amount = status.getCapacity().get(resource);
        }
        return Optional.ofNullable(amount).map(Quantities::exact);
    }

    /// What runs beside each other adds up; of what runs before, the largest counts
    /// (`component-helpers/resource/helpers.go PodRequests`).
    private static BigDecimal requested(Workload workload, String resource) {
        BigDecimal beside = BigDecimal.ZERO;
        BigDecimal before = BigDecimal.ZERO;
        for (Workload.Part part : workload.containers()) {
            BigDecimal amount = request(part.container(), resource);
            if (part.initial()) {
                before = before.max(amount);
            } else {
                beside = beside.add(amount);
            }
        }
        Map<String, Quantity> overhead = workload.spec().getOverhead();
        return beside.max(before).add(overhead == null ? BigDecimal.ZERO : Quantities.exact(overhead.get(resource)));
    }

    private static BigDecimal request(Container container, String resource) {
        var resources = container.getResources();
        if (resources == null) {
            return BigDecimal.ZERO;
        }
        Map<String, Quantity> requests = resources.getRequests();
        if (requests != null && requests.containsKey(resource)) {
            return Quantities.exact(requests.get(resource));
        }
        return resources.getLimits() == null
                ? BigDecimal.ZERO
                : Quantities.exact(resources.getLimits().get(resource));
    }

    private static FieldPath largest(Workload workload, String resource) {
        Workload.Part largest = workload.containers().stream()
                .reduce((one, other) ->
                        request(other.container(), resource).compareTo(request(one.container(), resource)) > 0
                                ? other
                                : one)
                .orElseThrow();
        return largest.path().key("resources").key("requests").key(resource);
    }

    /// A port of the node can be had by one Pod of it only.
    private void hostPorts(Workload workload, int nodeCount) {
        int replicas = workload.replicas().orElse(0);
        if (replicas > nodeCount) {
            hostPort(workload)
                    .ifPresent(path -> view.tell(
                            "host-port-replicas",
                            Severity.WARNING,
                            workload.id(),
                            path,
                            "host-port-replicas",
                            String.valueOf(replicas),
                            String.valueOf(nodeCount)));
        }
    }

    private static Optional<FieldPath> hostPort(Workload workload) {
        boolean all = Boolean.TRUE.equals(workload.spec().getHostNetwork());
        for (Workload.Part part : workload.running()) {
            var ports = ProjectView.each(part.container().getPorts());
            for (int i = 0; i < ports.size(); i++) {
                Integer port = ports.get(i).getHostPort();
                if (all || (port != null && port != 0)) {
                    return Optional.of(part.path().key("ports").index(i).key(all ? "containerPort" : "hostPort"));
                }
            }
        }
        return Optional.empty();
    }
}
