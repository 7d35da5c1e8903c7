package drydock.app.inspector;

import drydock.app.text.Messages;
import drydock.model.resource.QuantityUnits;
import drydock.render.figure.NodeUse;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.NodeSystemInfo;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a cluster says of a node, as `kubectl describe node` has it, shorter: how it does, whether it takes Pods,
/// what it has and what of that is asked for, and what runs on it.
final class NodeFacts {

    private static final String ROLE = "node-role.kubernetes.io/";
    private static final Set<String> COUNTED = Set.of("cpu", "memory", "pods");

    private final Messages messages;
    private final Map<String, String> facts = new LinkedHashMap<>();

    private NodeFacts(Messages messages) {
        this.messages = messages;
    }

    /// The facts by what they are about, in the order in which they are shown.
    ///
    /// @param objects all that the cluster holds, for the Pods that are on the node
    static Map<String, String> of(Node node, Collection<HasMetadata> objects, Messages messages) {
        NodeFacts facts = new NodeFacts(messages);
        facts.addState(node);
        facts.addAmounts(node, objects);
        facts.addMachine(node);
        return facts.facts;
    }

    private void addState(Node node) {
        if (node.getStatus() != null) {
            add(
                    "conditions",
                    node.getStatus().getConditions().stream()
                            .sorted(Comparator.comparing(condition -> !isReady(condition)))
                            .map(NodeFacts::text));
        }
        if (node.getSpec() != null) {
            if (Boolean.TRUE.equals(node.getSpec().getUnschedulable())) {
                facts.put("scheduling", messages.get("fact.scheduling.disabled"));
            }
            add("taints", node.getSpec().getTaints().stream().map(NodeFacts::text));
        }
        Map<String, String> labels =
                Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of());
        add(
                "roles",
                labels.keySet().stream()
                        .filter(label -> label.startsWith(ROLE) && label.length() > ROLE.length())
                        .map(label -> label.substring(ROLE.length()))
                        .sorted());
    }

    /// A condition as it is, with its reason; the message of one that is not as a healthy node's.
    private static String text(NodeCondition condition) {
        boolean isWell = condition.getStatus().equals(isReady(condition) ? "True" : "False");
        return condition.getType() + ": " + condition.getStatus() + in(" (", condition.getReason(), ")")
                + (isWell ? "" : in(" ", condition.getMessage(), ""));
    }

    private static boolean isReady(NodeCondition condition) {
        return condition.getType().equals("Ready");
    }

    private static String text(Taint taint) {
        return taint.getKey() + in("=", taint.getValue(), "") + ":" + taint.getEffect();
    }

    private static String in(String before, @Nullable String text, String behind) {
        return text == null || text.isEmpty() ? "" : before + text + behind;
    }

    private void addAmounts(Node node, Collection<HasMetadata> objects) {
        Map<String, Quantity> all = amounts(node, NodeStatus::getCapacity);
        Map<String, Quantity> allocatable = amounts(node, NodeStatus::getAllocatable);
        Map<String, Quantity> given = allocatable.isEmpty() ? all : allocatable;
        if (given.isEmpty()) {
            return;
        }
        List<Pod> pods = objects.stream()
                .filter(Pod.class::isInstance)
                .map(Pod.class::cast)
                .filter(pod -> pod.getSpec() != null
                        && node.getMetadata().getName().equals(pod.getSpec().getNodeName())
                        && !NodeUse.isOver(pod))
                .toList();
        NodeUse use = NodeUse.of(node, pods);
        put("cpu", use.cpuText(QuantityUnits.AS_WRITTEN), given, all);
        put("memory", use.memoryText(QuantityUnits.AS_WRITTEN), given, all);
        if (given.containsKey("pods")) {
            put("pods", pods.size() + "/" + given.get("pods"), given, all);
        }
        add(
                "allocatable",
                given.entrySet().stream()
                        .filter(amount -> !COUNTED.contains(amount.getKey()))
                        .map(amount -> amount.getKey() + ": " + amount.getValue()));
    }

    /// What is asked for of what there is for Pods, and what the machine has where that is more.
    private void put(String resource, String asked, Map<String, Quantity> given, Map<String, Quantity> all) {
        Quantity has = all.get(resource);
        boolean isMore = has != null && !has.equals(given.get(resource));
        facts.put(
                resource, isMore ? messages.get("fact.asked.capacity", asked, has) : messages.get("fact.asked", asked));
    }

    private static Map<String, Quantity> amounts(Node node, Function<NodeStatus, @Nullable Map<String, Quantity>> of) {
        Map<String, Quantity> amounts = node.getStatus() == null ? null : of.apply(node.getStatus());
        return amounts == null ? Map.of() : new TreeMap<>(amounts);
    }

    private void addMachine(Node node) {
        if (node.getStatus() == null) {
            return;
        }
        add(
                "addresses",
                node.getStatus().getAddresses().stream()
                        .map(address -> address.getType() + ": " + address.getAddress()));
        NodeSystemInfo info = node.getStatus().getNodeInfo();
        if (info != null) {
            add("kubelet", Stream.of(in("", info.getKubeletVersion(), "")));
            add("runtime", Stream.of(in("", info.getContainerRuntimeVersion(), "")));
            add(
                    "system",
                    Stream.of(Stream.of(
                                    in("", info.getOsImage(), ""),
                                    in("", info.getKernelVersion(), ""),
                                    in("", info.getArchitecture(), ""))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(" · "))));
        }
    }

    private void add(String name, Stream<String> lines) {
        String text = lines.collect(Collectors.joining("\n"));
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
    }
}
