package drydock.sim.controller.daemonset;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Expectations;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.controller.SharedInformers;
import drydock.sim.controller.WorkQueue;
import drydock.sim.controller.workload.OwnedPods;
import drydock.sim.controller.workload.Revisions;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps a Pod of each DaemonSet on each node that suits (`pkg/controller/daemon/daemon_controller.go`).
public final class DaemonSetController {

    private static final String COMPONENT = "daemonset-controller";
    private static final int BURST = 250;
    private static final int HISTORY = 10;

    private final Engine engine;
    private final ApiServer api;
    private final Informer<DaemonSet> sets;
    private final Informer<Node> nodes;
    private final OwnedPods pods;
    private final Revisions revisions;
    private final Expectations creations = new Expectations();
    private final Expectations deletions = new Expectations();
    private final FailedPodBackOff backOff = new FailedPodBackOff();
    private final WorkQueue queue;

    private DaemonSetController(Engine engine, ApiServer server, SharedInformers informers) {
        this.engine = engine;
        api = server.as(COMPONENT);
        queue = new WorkQueue(engine, api, COMPONENT, (key, done) -> {
            try {
                sync(key);
            } finally {
                done.run();
            }
        });
        sets = new Informer<>(api, Kinds.DAEMON_SET, DaemonSet.class)
                .on((before, after) ->
                        queue.add(ResourceId.of(Objects.requireNonNull(after == null ? before : after))));
        revisions = new Revisions(api, Revisions.HASH);
        pods = new OwnedPods(api, informers.pods().on(this::podChanged));
        nodes = new Informer<>(api, Kinds.NODE, Node.class).on(this::nodeChanged);
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new DaemonSetController(engine, server, informers);
    }

    private void podChanged(@Nullable Pod before, @Nullable Pod after) {
        Pod pod = Objects.requireNonNull(after == null ? before : after);
        Optional<ResourceId> owner = owner(pod);
        if (before != null) {
            owner(before).filter(o -> !Optional.of(o).equals(owner)).ifPresent(queue::add);
        }
        if (owner.isPresent()) {
            if (after == null || Owners.isDeleting(after)) {
                deletions.deletionSeen(owner.get(), ResourceId.of(pod));
            } else if (before == null) {
                creations.creationsSeen(owner.get(), 1);
            }
            queue.add(owner.get());
        } else if (after != null) {
            sets.all().stream()
                    .filter(set -> set.getMetadata()
                            .getNamespace()
                            .equals(after.getMetadata().getNamespace()))
                    .filter(set -> LabelSelector.of(set.getSpec().getSelector()).matches(after))
                    .forEach(set -> queue.add(ResourceId.of(set)));
        }
    }

    private static Optional<ResourceId> owner(Pod pod) {
        return Owners.controller(pod)
                .filter(o -> o.getKind().equals(Kinds.DAEMON_SET.kind()))
                .flatMap(o -> Owners.id(o, pod.getMetadata().getNamespace()));
    }

    private void nodeChanged(@Nullable Node before, @Nullable Node after) {
        for (DaemonSet set : sets.all()) {
            if (before == null || after == null || !DaemonNodes.of(set, before).equals(DaemonNodes.of(set, after))) {
                queue.add(ResourceId.of(set));
            }
        }
    }

    private void sync(ResourceId key) {
        Optional<DaemonSet> found = sets.get(key);
        if (found.isEmpty()) {
            creations.forget(key);
            deletions.forget(key);
            return;
        }
        DaemonSet set = found.get();
        LabelSelector selector = LabelSelector.of(set.getSpec().getSelector());
        if (selector.isEverything()) {
            String all = "This daemon set is selecting all pods. A non-empty selector is required.";
            api.record(set, "Warning", "SelectingAll", all, "");
            return;
        }
        if (Owners.isDeleting(set)) {
            return;
        }
        List<ControllerRevision> known = revisions.of(set);
        ControllerRevision current = revisions.current(set, set.getSpec().getTemplate(), known);
        List<Pod> mine = pods.claim(set, selector, _ -> true);
        DaemonPlan plan = new DaemonPlan(
                set, current.getMetadata().getLabels().get(Revisions.HASH), nodes.all(), mine, api.now());
        boolean acts = satisfied(key);
        Optional<ClusterException> problem = acts ? act(set, plan) : Optional.empty();
        if (acts && problem.isEmpty()) {
            trim(set, known, current, mine);
        }
        write(set, DaemonCounts.status(set, plan, nodes.all(), acts));
        // a Pod of minReadySeconds becomes available without a change of its own
        int minReadySeconds = Objects.requireNonNullElse(set.getSpec().getMinReadySeconds(), 0);
        Pods.untilAvailable(mine, minReadySeconds, api.now()).ifPresent(wait -> queue.addAfter(key, wait));
        problem.ifPresent(refused -> {
            throw refused;
        });
    }

    /// Deletes old revisions that no Pod is of, until not too many old ones are left.
    private void trim(DaemonSet set, List<ControllerRevision> known, ControllerRevision current, List<Pod> mine) {
        Set<String> live = mine.stream()
                .map(pod -> set.getMetadata().getName() + "-" + DaemonPods.hash(pod))
                .collect(Collectors.toCollection(HashSet::new));
        live.add(current.getMetadata().getName());
        int liveAndOld = (int) known.stream()
                .map(revision -> revision.getMetadata().getName())
                .filter(name -> live.contains(name)
                        && !name.equals(current.getMetadata().getName()))
                .count();
        int limit = Objects.requireNonNullElse(set.getSpec().getRevisionHistoryLimit(), HISTORY);
        revisions.trim(known, live, Math.max(0, limit - liveAndOld));
    }

    private boolean satisfied(ResourceId key) {
        return creations.satisfied(key, engine.now()) && deletions.satisfied(key, engine.now());
    }

    /// What was refused, if something was.
    private Optional<ClusterException> act(DaemonSet set, DaemonPlan plan) {
        plan.manage();
        List<Pod> leaving = new ArrayList<>(plan.delete());
        plan.failed().stream().filter(pod -> mayGo(set, pod)).forEach(leaving::add);
        plan.succeeded().forEach(pod -> tell(set, pod, "Normal", "SucceededDaemonPod", "succeeded", "delete"));
        if (leaving.isEmpty()
                && plan.create().isEmpty()
                && "RollingUpdate".equals(set.getSpec().getUpdateStrategy().getType())) {
            plan.roll();
            leaving.addAll(plan.delete());
        }
        return perform(set, plan, leaving);
    }

    private boolean mayGo(DaemonSet set, Pod pod) {
        String key = set.getMetadata().getUid() + "/" + DaemonPods.observedGeneration(set) + "/" + DaemonPods.node(pod);
        Duration wait = backOff.next(key, engine.now());
        if (!wait.isZero()) {
            queue.addAfter(ResourceId.of(set), wait);
            return false;
        }
        tell(set, pod, "Warning", "FailedDaemonPod", "failed", "kill");
        return true;
    }

    private void tell(DaemonSet set, Pod pod, String type, String reason, String what, String then) {
        String name = pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
        String text = "Found " + what + " daemon pod " + name + " on node " + DaemonPods.node(pod) + ", will try to "
                + then + " it";
        api.record(set, type, reason, text, "");
    }

    private Optional<ClusterException> perform(DaemonSet set, DaemonPlan plan, List<Pod> leaving) {
        ResourceId key = ResourceId.of(set);
        List<Pod> go = leaving.stream().distinct().limit(BURST).toList();
        List<String> come = plan.create().stream().limit(BURST).toList();
        if (!come.isEmpty()) {
            creations.expectCreations(key, come.size(), engine.now());
        }
        if (!go.isEmpty()) {
            deletions.expectDeletions(key, go.stream().map(ResourceId::of).collect(Collectors.toSet()), engine.now());
        }
        Optional<ClusterException> problem = create(set, plan.hash(), come);
        go.forEach(pod -> delete(set, pod));
        return problem;
    }

    /// Makes Pods in batches of 1, 2, 4 and so on, and stops at the first batch in which one fails.
    private Optional<ClusterException> create(DaemonSet set, String hash, List<String> come) {
        Optional<ClusterException> problem = Optional.empty();
        int made = 0;
        int tried = 0;
        for (int batch = 1; tried < come.size() && problem.isEmpty(); batch *= 2) {
            for (String node : come.subList(tried, Math.min(come.size(), tried + batch))) {
                Optional<ClusterException> refused = create(set, DaemonPods.make(set, hash, node));
                made += refused.isEmpty() ? 1 : 0;
                tried++;
                problem = problem.or(() -> refused);
            }
        }
        creations.creationsSeen(ResourceId.of(set), come.size() - made);
        return problem;
    }

    private Optional<ClusterException> create(DaemonSet set, Pod pod) {
        try {
            String name = api.create(pod).getMetadata().getName();
            api.record(set, "Normal", "SuccessfulCreate", "Created pod: " + name, "");
            return Optional.empty();
        } catch (ClusterException refused) {
            api.record(set, "Warning", "FailedCreate", "Error creating: " + refused.getMessage(), "");
            return Optional.of(refused);
        }
    }

    private void delete(DaemonSet set, Pod pod) {
        try {
            api.delete(ResourceId.of(pod), Deletion.DEFAULT);
            api.record(
                    set,
                    "Normal",
                    "SuccessfulDelete",
                    "Deleted pod: " + pod.getMetadata().getName(),
                    "");
        } catch (ClusterException refused) {
            deletions.deletionSeen(ResourceId.of(set), ResourceId.of(pod));
            if (refused.code() != 404) {
                api.record(set, "Warning", "FailedDelete", "Error deleting: " + refused.getMessage(), "");
            }
        }
    }

    private void write(DaemonSet set, DaemonSetStatus status) {
        try {
            api.replaceStatus(new DaemonSetBuilder(set).withStatus(status).build());
        } catch (ClusterException stale) {
            // the set has changed or gone: its change brings it back here
        }
    }
}
