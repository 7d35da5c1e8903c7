package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.drain.Draining;
import drydock.sim.kubectl.drain.NodePods;
import drydock.sim.kubectl.drain.NodePods.Concern;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `drain NODE`: closes a node and lets its Pods go, by eviction (`kubectl/pkg/drain`).
final class DrainVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.SELECTOR,
                Flag.onOff("--force"),
                Flag.onOff("--ignore-daemonsets"),
                Flag.onOff("--delete-emptydir-data"),
                Flag.onOff("--disable-eviction"),
                Flag.text("--pod-selector"),
                Flag.whole("--grace-period", -1),
                new Flag("--timeout", '\0', Flag.Kind.TEXT, null, "0s"));
    }

    @Override
    public List<String> usage() {
        return List.of("drain NODE");
    }

    @Override
    public void run(Invocation command) {
        Deque<Node> nodes = new ArrayDeque<>(CordonVerb.nodes(command, "drain NODE"));
        nodes.forEach(node -> CordonVerb.set(command, node, true));
        next(command, nodes);
    }

    private static void next(Invocation command, Deque<Node> left) {
        Node node = left.peek();
        if (node == null) {
            command.done().accept(0);
            return;
        }
        String name = node.getMetadata().getName();
        CommandArguments arguments = command.arguments();
        Set<Concern> agreed = agreed(arguments);
        NodePods pods = NodePods.of(
                command.cluster(), name, arguments.flag("--pod-selector").orElse(""));
        Map<Concern, List<Pod>> refused = pods.refused(agreed);
        if (!refused.isEmpty()) {
            String problems = "cannot delete " + joined(refused, DrainVerb::obstacle, ", cannot delete ");
            problems = refused.size() == 1 ? problems : "[" + problems + "]";
            List<String> names =
                    left.stream().map(n -> " " + n.getMetadata().getName()).toList();
            command.fail("error: unable to drain node \"" + name + "\" due to error: " + problems
                    + ", continuing command...\nThere are pending nodes to be drained:\n" + String.join("\n", names)
                    + "\n" + problems);
            return;
        }
        Map<Concern, List<Pod>> warned = pods.warned(agreed);
        if (!warned.isEmpty()) {
            command.printError("Warning: " + joined(warned, DrainVerb::warning, "; "));
        }
        new Going(command, name, () -> {
                    command.print("node/" + name + " drained");
                    left.remove();
                    next(command, left);
                })
                .begin(pods.going(agreed));
    }

    private static Set<Concern> agreed(CommandArguments arguments) {
        Set<Concern> agreed = EnumSet.noneOf(Concern.class);
        if (arguments.isOn("--ignore-daemonsets")) {
            agreed.add(Concern.DAEMON_SET);
        }
        if (arguments.isOn("--delete-emptydir-data")) {
            agreed.add(Concern.LOCAL_STORAGE);
        }
        if (arguments.isOn("--force")) {
            agreed.add(Concern.ALONE);
        }
        return agreed;
    }

    private static String obstacle(Concern concern) {
        return switch (concern) {
            case DAEMON_SET -> "DaemonSet-managed Pods (use --ignore-daemonsets to ignore)";
            case LOCAL_STORAGE -> "Pods with local storage (use --delete-emptydir-data to override)";
            case ALONE -> "Pods that declare no controller (use --force to override)";
        };
    }

    private static String warning(Concern concern) {
        return concern == Concern.DAEMON_SET
                ? "ignoring DaemonSet-managed Pods"
                : "deleting Pods that declare no controller";
    }

    private static String joined(Map<Concern, List<Pod>> pods, Function<Concern, String> words, String between) {
        return pods.entrySet().stream()
                .map(entry -> words.apply(entry.getKey()) + ": "
                        + entry.getValue().stream()
                                .map(pod -> name(ResourceId.of(pod)))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(between));
    }

    private static String name(ResourceId pod) {
        return pod.namespace() + "/" + pod.name();
    }

    /// Says how it goes, until all are gone or the time is over.
    private static final class Going implements Draining.Listener {

        private final Invocation command;
        private final String node;
        private final Runnable then;
        private final boolean evicts;
        private final Duration timeout;
        private final Set<ResourceId> left = new LinkedHashSet<>();
        private final Set<ResourceId> waiting = new HashSet<>();
        private final List<String> problems = new ArrayList<>();
        private Subscription going = () -> {};
        private boolean late;
        private boolean over;

        Going(Invocation command, String node, Runnable then) {
            this.command = command;
            this.node = node;
            this.then = then;
            this.evicts = !command.arguments().isOn("--disable-eviction");
            this.timeout = Durations.parse(command.arguments().flag("--timeout").orElse("0s"), "--timeout");
        }

        void begin(List<Pod> pods) {
            Draining draining = new Draining(
                    command.cluster(), command.timer()::after, new Draining.Way(evicts, grace(), false), this);
            going = command.held(draining.begin(node, pods));
            if (!timeout.isZero() && !over) {
                command.timer().after(timeout, this::timeIsOver);
            }
        }

        /// Who waits for a Pod to end gives up now; who waits to ask again does so when that is due.
        private void timeIsOver() {
            late = true;
            if (over) {
                return;
            }
            if (!evicts) {
                problems.add(reached());
                giveUp();
                return;
            }
            left.stream()
                    .filter(pod -> !waiting.contains(pod))
                    .forEach(pod -> problems.add("error when waiting for pod \"" + pod.name() + "\" in namespace \""
                            + pod.namespace() + "\" to terminate: " + reached()));
            if (waiting.isEmpty()) {
                giveUp();
            }
        }

        private String reached() {
            return "global timeout reached: " + Durations.text(timeout);
        }

        private void giveUp() {
            over = true;
            going.close();
            String problem = problems.size() == 1 ? problems.getFirst() : "[" + String.join(", ", problems) + "]";
            command.fail("error: unable to drain node \"" + node + "\" due to error: " + problem
                    + ", continuing command...\nThere are pending nodes to be drained:\n " + node + "\n" + problem);
        }

        private OptionalLong grace() {
            long seconds = command.arguments()
                    .flag("--grace-period")
                    .map(Long::parseLong)
                    .orElse(-1L);
            return seconds < 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
        }

        @Override
        public void begun(ResourceId pod) {
            left.add(pod);
            command.print((evicts ? "evicting pod " : "deleting pod ") + name(pod));
        }

        @Override
        public void again(ResourceId pod) {
            waiting.remove(pod);
            command.print("evicting pod " + name(pod));
            if (late) {
                problems.add(
                        "error when evicting pods/\"" + pod.name() + "\" -n \"" + pod.namespace() + "\": " + reached());
                if (waiting.isEmpty()) {
                    giveUp();
                }
            }
        }

        @Override
        public void waits(ResourceId pod, ClusterException why) {
            waiting.add(pod);
            command.printError("error when evicting pods/\"" + pod.name() + "\" -n \"" + pod.namespace()
                    + "\" (will retry after 5s): " + why.getMessage());
        }

        @Override
        public void gone(ResourceId pod) {
            left.remove(pod);
            waiting.remove(pod);
            command.print("pod/" + pod.name() + (evicts ? " evicted" : " deleted"));
        }

        @Override
        public void done() {
            over = true;
            then.run();
        }

        @Override
        public void failed(ResourceId pod, ClusterException why) {
            over = true;
            command.fail("error: " + why.getMessage());
        }
    }
}
