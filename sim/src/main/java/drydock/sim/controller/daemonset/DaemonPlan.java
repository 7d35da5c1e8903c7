package drydock.sim.controller.daemonset;

import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDaemonSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// On which nodes a DaemonSet lacks a Pod, and which of its Pods have to go (`daemon_controller.go podsShouldBeOnNode`,
/// `update.go rollingUpdate`).
final class DaemonPlan {

    private static final Comparator<Pod> OLDEST = Comparator.comparing(
                    (Pod pod) -> Pods.node(pod).isEmpty())
            .thenComparing(Pods::created)
            .thenComparing(pod -> pod.getMetadata().getName());

    private final DaemonSet set;
    private final String hash;
    private final Collection<Node> nodes;
    private final Instant now;
    private final Map<String, List<Pod>> byNode = new LinkedHashMap<>();
    private final Set<String> create = new LinkedHashSet<>();
    private final Set<Pod> delete = new LinkedHashSet<>();
    private final List<Pod> failed = new ArrayList<>();
    private final List<Pod> succeeded = new ArrayList<>();

    /// @param pods the set's; those that are over and going do not count any more
    DaemonPlan(DaemonSet set, String hash, Collection<Node> nodes, Collection<Pod> pods, Instant now) {
        this.set = set;
        this.hash = hash;
        this.nodes = nodes;
        this.now = now;
        pods.stream()
                .filter(pod -> !(Pods.isOver(pod) && Owners.isDeleting(pod)))
                .forEach(pod -> byNode.computeIfAbsent(DaemonPods.node(pod), _ -> new ArrayList<>())
                        .add(pod));
    }

    String hash() {
        return hash;
    }

    /// The nodes on which a Pod is to be made.
    Set<String> create() {
        return create;
    }

    /// The Pods that are to be deleted, without those that have failed.
    Set<Pod> delete() {
        return delete;
    }

    /// The Pods that have failed: they go, but not all too often on one node.
    List<Pod> failed() {
        return failed;
    }

    /// Those among [#delete] that have ended well, which a daemon does not.
    List<Pod> succeeded() {
        return succeeded;
    }

    List<Pod> on(Node node) {
        return byNode.getOrDefault(node.getMetadata().getName(), List.of());
    }

    /// What the nodes need, whatever revision the Pods are of.
    void manage() {
        for (Node node : nodes) {
            DaemonNodes wanted = DaemonNodes.of(set, node);
            List<Pod> there = on(node);
            if (wanted.runs() && there.isEmpty()) {
                create.add(node.getMetadata().getName());
            } else if (wanted.stays()) {
                keep(node, there, wanted.runs());
            } else {
                there.stream().filter(pod -> !Owners.isDeleting(pod)).forEach(delete::add);
            }
        }
        unscheduledWithoutNode();
    }

    private void keep(Node node, List<Pod> there, boolean runs) {
        List<Pod> running = new ArrayList<>();
        for (Pod pod : there) {
            if (Owners.isDeleting(pod)) {
                continue;
            }
            switch (Pods.phase(pod)) {
                case "Failed" -> failed.add(pod);
                case "Succeeded" -> {
                    succeeded.add(pod);
                    delete.add(pod);
                }
                default -> running.add(pod);
            }
        }
        running.sort(OLDEST);
        if (!surges()) {
            running.stream().skip(1).forEach(delete::add);
        } else if (running.isEmpty() && runs) {
            create.add(node.getMetadata().getName());
        } else if (running.size() > 1) {
            keepOneOfEach(running);
        }
    }

    /// While surging, an old Pod stays until the new one is available, unless it is of no use any more.
    private void keepOneOfEach(List<Pod> running) {
        Optional<Pod> fresh = running.stream().filter(this::isCurrent).findFirst();
        Optional<Pod> old = running.stream().filter(pod -> !isCurrent(pod)).findFirst();
        running.stream()
                .filter(pod -> fresh.filter(pod::equals).isEmpty()
                        && old.filter(pod::equals).isEmpty())
                .forEach(delete::add);
        if (fresh.isPresent() && old.isPresent() && (!Pods.isReady(old.get()) || isAvailable(fresh.get()))) {
            delete.add(old.get());
        }
    }

    private void unscheduledWithoutNode() {
        Set<String> names = new LinkedHashSet<>();
        nodes.forEach(node -> names.add(node.getMetadata().getName()));
        byNode.forEach((node, pods) -> {
            if (!names.contains(node)) {
                pods.stream()
                        .filter(pod -> Pods.node(pod).isEmpty() && !Owners.isDeleting(pod))
                        .forEach(delete::add);
            }
        });
    }

    /// The next Pods that give place to ones of the current revision.
    void roll() {
        int wanting = (int)
                nodes.stream().filter(node -> DaemonNodes.of(set, node).runs()).count();
        int surge = share(rolling().getMaxSurge(), wanting);
        int unavailable = share(rolling().getMaxUnavailable(), wanting);
        if (surge == 0) {
            replace(wanting > 0 && unavailable == 0 ? 1 : unavailable);
        } else {
            surge(surge, wanting);
        }
    }

    /// The Pods of a node that are not going: at most one of the current revision and one of another.
    ///
    /// @param excess whether there are more, which is mended before anything is replaced
    private record Pair(Optional<Pod> fresh, Optional<Pod> old, boolean excess) {}

    private Pair pair(List<Pod> there) {
        List<Pod> staying =
                there.stream().filter(pod -> !Owners.isDeleting(pod)).toList();
        List<Pod> fresh = staying.stream().filter(this::isCurrent).toList();
        List<Pod> old = staying.stream().filter(pod -> !isCurrent(pod)).toList();
        return new Pair(fresh.stream().findFirst(), old.stream().findFirst(), fresh.size() > 1 || old.size() > 1);
    }

    /// A Pod goes before its successor comes; what is of no use as it is goes in any case.
    private void replace(int mayBeMissing) {
        int missing = 0;
        List<Pod> candidates = new ArrayList<>();
        for (List<Pod> there : byNode.values()) {
            Pair pair = pair(there);
            if (pair.excess() || pair.old().isPresent() == pair.fresh().isPresent()) {
                missing++;
            } else if (pair.fresh().isPresent()) {
                missing += isAvailable(pair.fresh().get()) ? 0 : 1;
            } else if (!isAvailable(pair.old().orElseThrow())) {
                delete.add(pair.old().get());
                missing++;
            } else {
                candidates.add(pair.old().get());
            }
        }
        candidates.stream().limit(Math.max(0, mayBeMissing - missing)).forEach(delete::add);
    }

    /// A Pod goes when its successor is available. One on a node that is not wanted any more goes when enough
    /// are available elsewhere.
    private void surge(int most, int wanting) {
        int surging = 0;
        int available = 0;
        List<String> candidates = new ArrayList<>();
        List<Pod> unwanted = new ArrayList<>();
        for (Map.Entry<String, List<Pod>> entry : byNode.entrySet()) {
            Pair pair = pair(entry.getValue());
            if (pair.excess()) {
                surging++;
                continue;
            }
            boolean serves =
                    pair.old().or(pair::fresh).filter(this::isAvailable).isPresent();
            available += serves ? 1 : 0;
            if (pair.old().isEmpty()) {
                continue;
            }
            if (pair.fresh().isPresent()) {
                if (isAvailable(pair.fresh().get())) {
                    delete.add(pair.old().get());
                } else {
                    surging++;
                }
            } else if (runsOn(entry.getKey())) {
                (serves ? candidates : create).add(entry.getKey());
            } else {
                (serves ? unwanted : delete).add(pair.old().get());
            }
        }
        unwanted.stream().limit(Math.max(0, available - wanting)).forEach(delete::add);
        candidates.stream().limit(Math.max(0, most - surging)).forEach(create::add);
    }

    private boolean runsOn(String name) {
        return nodes.stream()
                .filter(node -> node.getMetadata().getName().equals(name))
                .anyMatch(node -> DaemonNodes.of(set, node).runs());
    }

    /// The oldest Pod of a node, by which the node is counted.
    static Optional<Pod> oldest(List<Pod> there) {
        return there.stream().min(OLDEST);
    }

    boolean isCurrent(Pod pod) {
        return DaemonPods.hash(pod).equals(hash);
    }

    boolean isAvailable(Pod pod) {
        return Pods.isAvailable(pod, Objects.requireNonNullElse(set.getSpec().getMinReadySeconds(), 0), now);
    }

    private RollingUpdateDaemonSet rolling() {
        return Objects.requireNonNullElseGet(
                set.getSpec().getUpdateStrategy().getRollingUpdate(), RollingUpdateDaemonSet::new);
    }

    private boolean surges() {
        return "RollingUpdate".equals(set.getSpec().getUpdateStrategy().getType())
                && share(rolling().getMaxSurge(), nodes.size()) > 0;
    }

    /// A number, or that many percent of `of`, rounded up.
    private static int share(@Nullable IntOrString value, int of) {
        if (value == null) {
            return 0;
        }
        return value.getStrVal() == null
                ? value.getIntVal()
                : Math.ceilDiv(Integer.parseInt(value.getStrVal().replace("%", "")) * of, 100);
    }
}
