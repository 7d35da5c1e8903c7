package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// `drain NODE`: closes a node and lets its Pods go, by eviction (`kubectl/pkg/drain`).
final class DrainVerb implements Verb {

    private static final String MIRROR = "kubernetes.io/config.mirror";
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_FOUND = 404;

    private static final String DAEMON_SET = "DaemonSet-managed Pods (use --ignore-daemonsets to ignore)";
    private static final String LOCAL = "Pods with local storage (use --delete-emptydir-data to override)";
    private static final String ALONE = "Pods that declare no controller (use --force to override)";

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
        List<Pod> going = new ArrayList<>();
        Map<String, List<String>> refused = new LinkedHashMap<>();
        Map<String, List<String>> warned = new LinkedHashMap<>();
        for (Pod pod : pods(command, name)) {
            judge(command, pod, going, refused, warned);
        }
        if (!refused.isEmpty()) {
            String problems = "cannot delete " + joined(refused, ", cannot delete ");
            List<String> names =
                    left.stream().map(n -> " " + n.getMetadata().getName()).toList();
            command.fail("error: unable to drain node \"" + name + "\" due to error: " + problems
                    + ", continuing command...\nThere are pending nodes to be drained:\n" + String.join("\n", names)
                    + "\n" + problems);
            return;
        }
        if (!warned.isEmpty()) {
            command.printError("Warning: " + joined(warned, "; "));
        }
        new Going(command, going, () -> {
                    command.print("node/" + name + " drained");
                    left.remove();
                    next(command, left);
                })
                .begin(name);
    }

    private static List<Pod> pods(Invocation command, String node) {
        String labels = command.arguments().flag("--pod-selector").orElse("");
        return command
                .cluster()
                .list(Query.all(Kinds.POD).withFields("spec.nodeName=" + node).withLabels(labels))
                .stream()
                .map(Pod.class::cast)
                .filter(pod -> !Objects.requireNonNullElse(pod.getMetadata().getAnnotations(), Map.of())
                        .containsKey(MIRROR))
                .toList();
    }

    /// Whether a Pod goes, stays with a warning, or keeps the node from being drained (`drain/filters.go`).
    private static void judge(
            Invocation command,
            Pod pod,
            List<Pod> going,
            Map<String, List<String>> refused,
            Map<String, List<String>> warned) {
        CommandArguments arguments = command.arguments();
        String name = pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
        boolean over = pod.getStatus() != null
                && List.of("Succeeded", "Failed")
                        .contains(Objects.requireNonNullElse(pod.getStatus().getPhase(), ""));
        Optional<OwnerReference> owner =
                Objects.requireNonNullElse(pod.getMetadata().getOwnerReferences(), List.<OwnerReference>of()).stream()
                        .filter(o -> Boolean.TRUE.equals(o.getController()))
                        .findFirst();
        if (owner.filter(o -> o.getKind().equals("DaemonSet")).isPresent() && !over) {
            if (arguments.isOn("--ignore-daemonsets")) {
                add(warned, "ignoring DaemonSet-managed Pods", name);
            } else {
                add(refused, DAEMON_SET, name);
            }
            return;
        }
        boolean local = !over && pod.getSpec().getVolumes().stream().anyMatch(v -> v.getEmptyDir() != null);
        boolean alone = !over && owner.isEmpty();
        if (local && !arguments.isOn("--delete-emptydir-data")) {
            add(refused, LOCAL, name);
            return;
        }
        if (alone && !arguments.isOn("--force")) {
            add(refused, ALONE, name);
            return;
        }
        if (alone) {
            add(warned, "deleting Pods that declare no controller", name);
        }
        going.add(pod);
    }

    private static void add(Map<String, List<String>> lists, String why, String name) {
        lists.computeIfAbsent(why, _ -> new ArrayList<>()).add(name);
    }

    private static String joined(Map<String, List<String>> lists, String between) {
        return String.join(
                between,
                lists.entrySet().stream()
                        .map(e -> e.getKey() + ": " + String.join(", ", e.getValue()))
                        .toList());
    }

    /// The Pods of a node on their way out: each is evicted, again and again while a budget forbids it.
    private static final class Going {

        private final Invocation command;
        private final List<Pod> pods;
        private final Runnable then;
        private final boolean evicts;
        private int left;
        private boolean over;

        Going(Invocation command, List<Pod> pods, Runnable then) {
            this.command = command;
            this.pods = pods;
            this.then = then;
            this.evicts = !command.arguments().isOn("--disable-eviction");
            this.left = pods.size();
        }

        void begin(String node) {
            if (pods.isEmpty()) {
                then.run();
                return;
            }
            Duration timeout =
                    Durations.parse(command.arguments().flag("--timeout").orElse("0s"), "--timeout");
            if (!timeout.isZero()) {
                command.timer().after(timeout, () -> {
                    if (!over) {
                        over = true;
                        command.fail("error: unable to drain node \"" + node + "\" due to error: global timeout"
                                + " reached: " + timeout.toSeconds() + "s, continuing command...\nThere are pending"
                                + " nodes to be drained:\n " + node + "\nglobal timeout reached: "
                                + timeout.toSeconds() + "s");
                    }
                });
            }
            for (Pod pod : pods) {
                command.print((evicts ? "evicting pod " : "deleting pod ")
                        + pod.getMetadata().getNamespace() + "/"
                        + pod.getMetadata().getName());
                remove(pod);
            }
        }

        private void remove(Pod pod) {
            if (over) {
                return;
            }
            ResourceId id = ResourceId.of(pod);
            try {
                if (evicts) {
                    command.cluster()
                            .create(new EvictionBuilder()
                                    .withNewMetadata()
                                    .withName(id.name())
                                    .withNamespace(id.namespace())
                                    .endMetadata()
                                    .build());
                } else {
                    command.cluster().delete(id, new Deletion(grace(), Deletion.Propagation.BACKGROUND));
                }
            } catch (ClusterException refused) {
                if (refused.code() == TOO_MANY_REQUESTS) {
                    command.printError("error when evicting pods/\"" + id.name() + "\" -n \"" + id.namespace()
                            + "\" (will retry after 5s): " + refused.getMessage());
                    command.timer().after(RETRY, () -> remove(pod));
                    return;
                }
                if (refused.code() != NOT_FOUND) {
                    over = true;
                    command.fail("error: " + refused.getMessage());
                    return;
                }
            }
            awaitEnd(pod, id);
        }

        private OptionalLong grace() {
            long seconds = command.arguments()
                    .flag("--grace-period")
                    .map(Long::parseLong)
                    .orElse(-1L);
            return seconds < 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
        }

        private void awaitEnd(Pod pod, ResourceId id) {
            Following following = new Following();
            following.begin(command, id, object -> {
                boolean gone = object.filter(now -> now.getMetadata()
                                .getUid()
                                .equals(pod.getMetadata().getUid()))
                        .isEmpty();
                if (gone && !over) {
                    following.end();
                    command.print("pod/" + id.name() + (evicts ? " evicted" : " deleted"));
                    left--;
                    if (left == 0) {
                        over = true;
                        then.run();
                    }
                }
                return gone;
            });
        }
    }
}
