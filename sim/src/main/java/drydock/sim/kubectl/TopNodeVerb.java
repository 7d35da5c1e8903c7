package drydock.sim.kubectl;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.TopVerbs.Use;
import drydock.sim.metrics.Usages;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `top node`: what the Pods of each node use, and how much that is of what the node has for them
/// (`kubectl/pkg/cmd/top/top_node.go`). Of a node that is not ready nothing is known.
final class TopNodeVerb implements Verb {

    private static final String UNKNOWN = "<unknown>";

    @Override
    public List<Flag> flags() {
        return List.of(Flag.SELECTOR, Flag.NO_HEADERS, TopVerbs.SORT_BY);
    }

    @Override
    public List<String> usage() {
        return List.of("top node [NAME | -l label]");
    }

    @Override
    public void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        Optional<String> name = TopVerbs.name(arguments, "node [NAME | -l label]", "--selector");
        var order = TopVerbs.order(arguments);
        Usages usages = command.usages().orElseThrow(TopVerbs::unavailable);
        Map<String, Node> nodes = new HashMap<>();
        nodes(command, name).forEach(node -> nodes.put(node.getMetadata().getName(), node));
        List<String> silent = new ArrayList<>();
        List<Use> uses = new ArrayList<>();
        Map<String, List<Pod>> pods = pods(command);
        nodes.forEach((one, node) -> {
            if (isReady(node)) {
                uses.add(use(one, pods.getOrDefault(one, List.of()), usages));
            } else {
                silent.add(one);
            }
        });
        if (uses.isEmpty()) {
            throw new CommandFailure("error: metrics not available yet");
        }
        List<List<String>> rows = new ArrayList<>();
        uses.stream().sorted(order).forEach(use -> rows.add(row(use, nodes.get(use.name()))));
        silent.stream().sorted().forEach(one -> rows.add(List.of(one, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, "")));
        List<String> none = rows.stream().map(_ -> "").toList();
        new Table(List.of("NAME", "CPU(cores)", "CPU(%)", "MEMORY(bytes)", "MEMORY(%)", ""), rows, none)
                .lines(false, !arguments.isOn("--no-headers"))
                .forEach(command::print);
        command.done().accept(0);
    }

    private static List<Node> nodes(Invocation command, Optional<String> name) {
        List<HasMetadata> objects = name.map(one -> List.of(Targets.find(command, ResourceId.of(Kinds.NODE, "", one))))
                .orElseGet(() -> command.cluster()
                        .list(Query.all(Kinds.NODE)
                                .withLabels(
                                        command.arguments().flag("--selector").orElse(""))));
        return objects.stream().map(Node.class::cast).toList();
    }

    private static Map<String, List<Pod>> pods(Invocation command) {
        Map<String, List<Pod>> byNode = new HashMap<>();
        for (HasMetadata object : command.cluster().list(Query.all(Kinds.POD))) {
            Pod pod = (Pod) object;
            if (pod.getSpec().getNodeName() != null) {
                byNode.computeIfAbsent(pod.getSpec().getNodeName(), _ -> new ArrayList<>())
                        .add(pod);
            }
        }
        return byNode;
    }

    private static boolean isReady(Node node) {
        return node.getStatus() != null
                && node.getStatus().getConditions().stream()
                        .anyMatch(c ->
                                c.getType().equals("Ready") && c.getStatus().equals("True"));
    }

    private static Use use(String node, List<Pod> pods, Usages usages) {
        List<Usages.Usage> all = pods.stream()
                .flatMap(pod -> usages.of(pod.getMetadata().getUid()).values().stream())
                .toList();
        return new Use(
                "",
                node,
                all.stream().mapToLong(Usages.Usage::milliCpu).sum(),
                all.stream().mapToLong(Usages.Usage::memoryBytes).sum());
    }

    private static List<String> row(Use use, Node node) {
        var has = node.getStatus().getAllocatable();
        long cpu = Quantities.milli(has.get("cpu"));
        long memory = Quantities.value(has.get("memory"));
        return List.of(
                use.name(),
                use.cpu(),
                percent(use.milliCpu(), cpu),
                use.memory(),
                percent(use.memoryBytes(), memory),
                "");
    }

    private static String percent(long used, long all) {
        return (all == 0 ? 0 : (long) ((double) used / all * 100)) + "%";
    }
}
