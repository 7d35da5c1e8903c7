package drydock.sim;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.fault.FaultText;
import drydock.sim.kubectl.Kubectl;
import drydock.sim.scheduler.SchedulingDecision;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A whole simulated cluster to try things out on, in few words.
public final class Lab implements AutoCloseable {

    private final Simulation simulation;
    private final Kubectl kubectl;
    private String manifest = "";

    private Lab(List<Node> nodes) {
        simulation = Simulation.start(SimulationOptions.DEFAULT.withNodes(nodes));
        kubectl = new Kubectl(simulation.cluster(), "default", _ -> Map.of("x.yaml", manifest));
        createPriorityClasses();
    }

    /// A cluster of nodes described as `a cpu=2 memory=4Gi pods=10 zone=z1 disk=ssd`: what is no amount is a label,
    /// and an annotation where its key has Drydock's prefix.
    public static Lab of(String... nodes) {
        return new Lab(List.of(nodes).stream().map(Lab::node).toList());
    }

    private static Node node(String text) {
        List<String> words = List.of(text.split(" ", -1));
        NodeBuilder node = new NodeBuilder()
                .withNewMetadata()
                .withName(words.getFirst())
                .endMetadata()
                .withNewStatus()
                .addToCapacity("cpu", new Quantity("4"))
                .addToCapacity("memory", new Quantity("8Gi"))
                .addToCapacity("pods", new Quantity("110"))
                .endStatus();
        for (String word : words.subList(1, words.size())) {
            String key = word.substring(0, word.indexOf('='));
            String value = word.substring(word.indexOf('=') + 1);
            if (List.of("cpu", "memory", "pods").contains(key)) {
                node.editStatus().addToCapacity(key, new Quantity(value)).endStatus();
            } else if (key.startsWith("drydock.io/")) {
                node.editMetadata().addToAnnotations(key, value).endMetadata();
            } else {
                String label = key.equals("zone") ? "topology.kubernetes.io/zone" : key;
                node.editMetadata().addToLabels(label, value).endMetadata();
            }
        }
        return node.build();
    }

    public Simulation simulation() {
        return simulation;
    }

    /// The classes `p1` to `p10`, by their numbers, and `meek10`, which preempts nobody.
    private void createPriorityClasses() {
        for (int value : new int[] {1, 2, 5, 10}) {
            createPriorityClass("p" + value, value, "PreemptLowerPriority");
        }
        createPriorityClass("meek10", 10, "Never");
    }

    private void createPriorityClass(String name, int value, String preemption) {
        simulation
                .cluster()
                .create(new PriorityClassBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withValue(value)
                        .withPreemptionPolicy(preemption)
                        .build());
    }

    /// Applies manifests, and lets half a second pass.
    public Lab apply(String yaml) {
        manifest = yaml;
        kubectl("apply -f x.yaml");
        return this;
    }

    /// Runs a command, which must succeed, and lets half a second pass; returns what it said.
    public String kubectl(String command) {
        return kubectl(List.of(command.split(" ")));
    }

    /// The same of words that may hold blanks.
    public String kubectl(List<String> words) {
        StringBuilder said = new StringBuilder();
        List<Integer> code = new ArrayList<>();
        kubectl.run(words, said::append, said::append, code::add);
        run(Duration.ofMillis(500));
        if (!code.equals(List.of(0))) {
            throw new AssertionError(String.join(" ", words) + ": " + said);
        }
        return said.toString();
    }

    /// Closes a node to new Pods.
    public Lab cordon(String node) {
        simulation
                .cluster()
                .replace(new NodeBuilder(nodeNamed(node))
                        .editSpec()
                        .withUnschedulable(true)
                        .endSpec()
                        .build());
        return run(Duration.ofMillis(500));
    }

    public Lab run(long seconds) {
        return run(Duration.ofSeconds(seconds));
    }

    private Lab run(Duration time) {
        simulation.advance(time, Integer.MAX_VALUE);
        return this;
    }

    /// Lets go wrong what the words of a script say.
    public Lab fault(String words) {
        var fault = FaultText.parse(List.of(words.split(" "))).orElseThrow();
        simulation.faults().strike(fault).ifPresent(problem -> {
            throw new AssertionError(problem);
        });
        return this;
    }

    public Lab clear(String words) {
        var fault = FaultText.parse(List.of(words.split(" "))).orElseThrow();
        simulation.faults().clear(fault).ifPresent(problem -> {
            throw new AssertionError(problem);
        });
        return this;
    }

    public Pod pod(String name) {
        return (Pod) simulation
                .cluster()
                .get(ResourceId.of(Kinds.POD, "default", name))
                .orElseThrow();
    }

    public boolean exists(String name) {
        return simulation
                .cluster()
                .get(ResourceId.of(Kinds.POD, "default", name))
                .isPresent();
    }

    /// All Pods, by name.
    public List<Pod> pods() {
        return simulation.cluster().list(Query.all(Kinds.POD)).stream()
                .map(Pod.class::cast)
                .toList();
    }

    public Node nodeNamed(String name) {
        return (Node)
                simulation.cluster().get(ResourceId.of(Kinds.NODE, "", name)).orElseThrow();
    }

    /// The node's taints, as `key:Effect`.
    public List<String> taints(String node) {
        return nodeNamed(node).getSpec().getTaints().stream()
                .map(t -> t.getKey() + ":" + t.getEffect())
                .toList();
    }

    /// What a node says of itself, as `True KubeletReady`.
    public String nodeCondition(String node, String type) {
        return nodeNamed(node).getStatus().getConditions().stream()
                .filter(c -> c.getType().equals(type))
                .map(c -> c.getStatus() + " " + c.getReason())
                .findFirst()
                .orElseThrow();
    }

    /// The node a Pod is on, empty if it has none.
    public String nodeOf(String pod) {
        String node = pod(pod).getSpec().getNodeName();
        return node == null ? "" : node;
    }

    /// The message of the condition PodScheduled.
    public String unscheduled(String pod) {
        return condition(pod, "PodScheduled").getMessage();
    }

    public PodCondition condition(String pod, String type) {
        return pod(pod).getStatus().getConditions().stream()
                .filter(c -> c.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    public SchedulingDecision decision(String pod) {
        return simulation.decision(ResourceId.of(Kinds.POD, "default", pod)).orElseThrow();
    }

    public List<SchedulingDecision> decisions(String pod) {
        return simulation.decisions(ResourceId.of(Kinds.POD, "default", pod));
    }

    /// The reasons of the events about an object, the oldest first.
    public List<String> events(String name) {
        return simulation.cluster().list(Query.all(Kinds.EVENT)).stream()
                .map(Event.class::cast)
                .filter(e -> e.getInvolvedObject().getName().equals(name))
                .sorted(Comparator.comparingLong(Lab::version))
                .map(Event::getReason)
                .toList();
    }

    private static long version(Event event) {
        return Long.parseLong(event.getMetadata().getResourceVersion());
    }

    /// A Pod that sleeps; `spec` is more of its spec, indented by two.
    public static String sleeper(String name, String labels, String spec) {
        return """
            apiVersion: v1
            kind: Pod
            metadata:
              name: %s
              labels: {%s}
            spec:
            %s
              terminationGracePeriodSeconds: 1
              containers:
              - name: main
                image: busybox:1.36
                command: ["sleep", "100000"]
            """.formatted(name, labels, spec.isBlank() ? "  restartPolicy: Always" : spec.stripTrailing());
    }

    /// The same, that asks for these resources.
    public static String asking(String name, String requests, String spec) {
        return sleeper(name, "app: " + name, spec) + "    resources: {requests: {" + requests + "}}\n";
    }

    @Override
    public void close() {
        simulation.close();
    }
}
