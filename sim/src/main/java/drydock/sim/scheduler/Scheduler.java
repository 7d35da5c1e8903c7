package drydock.sim.scheduler;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gives each Pod a node (`pkg/scheduler/schedule_one.go`): one at a time, those nodes that can take it, of them the
/// best, of equals one by chance.
public final class Scheduler {

    private static final String NAME = "default-scheduler";
    private static final Set<String> OVER = Set.of("Succeeded", "Failed");

    private final Engine engine;
    private final ApiServer api;
    private final SplittableRandom random;
    private final SchedulingQueue queue;
    private final ClusterView view = new ClusterView();
    private final Informer<Pod> pods;
    private final Map<ResourceId, Diagnosis> diagnoses = new HashMap<>();
    private boolean atWork;
    private int start;

    private Scheduler(Engine engine, ApiServer server) {
        this.engine = engine;
        this.api = server.as(NAME);
        this.random = engine.random("scheduler");
        this.queue = new SchedulingQueue(engine, this::wake);
        new Informer<>(api, Kinds.NODE, Node.class).on(this::nodeChanged);
        this.pods = new Informer<>(api, Kinds.POD, Pod.class).on(this::podChanged);
    }

    public static Scheduler start(Engine engine, ApiServer server) {
        return new Scheduler(engine, server);
    }

    /// Why each node was passed over when `pod` was last tried in vain, by the node's name; empty if it has not been,
    /// or has a node now.
    public Map<String, List<String>> passedOver(ResourceId pod) {
        Diagnosis diagnosis = diagnoses.get(pod);
        Map<String, List<String>> reasons = new TreeMap<>();
        if (diagnosis != null) {
            diagnosis.byNode().forEach((node, rejection) -> reasons.put(node, rejection.reasons()));
        }
        return reasons;
    }

    private void nodeChanged(@Nullable Node before, @Nullable Node after) {
        view.node(before, after);
        if (after != null && (before == null || mayTakeMore(before, after))) {
            queue.retryAll();
        }
    }

    private static boolean mayTakeMore(Node before, Node after) {
        return !Objects.equals(before.getSpec(), after.getSpec())
                || !Objects.equals(
                        before.getMetadata().getLabels(), after.getMetadata().getLabels())
                || !Objects.equals(
                        before.getStatus().getAllocatable(), after.getStatus().getAllocatable());
    }

    private void podChanged(@Nullable Pod before, @Nullable Pod after) {
        if (after == null) {
            gone(ResourceId.of(Objects.requireNonNull(before)));
            return;
        }
        ResourceId id = ResourceId.of(after);
        if (isBound(after)) {
            queue.remove(id);
            diagnoses.remove(id);
            if (OVER.contains(phase(after))) {
                leave(id);
            } else {
                view.place(after, after.getSpec().getNodeName());
            }
        } else if (after.getMetadata().getDeletionTimestamp() != null || OVER.contains(phase(after))) {
            gone(id);
        } else if (NAME.equals(Objects.requireNonNullElse(after.getSpec().getSchedulerName(), NAME))
                && after.getSpec().getSchedulingGates().isEmpty()) {
            queue.add(after, api.cause());
        }
    }

    private void gone(ResourceId id) {
        queue.remove(id);
        diagnoses.remove(id);
        leave(id);
    }

    private void leave(ResourceId id) {
        if (view.remove(id)) {
            queue.retryAll();
        }
    }

    private void wake() {
        if (!atWork) {
            atWork = true;
            engine.schedule(millis(1, 3), this::cycle);
        }
    }

    private void cycle() {
        atWork = false;
        Optional<SchedulingQueue.Entry> next = queue.poll();
        next.ifPresent(entry -> {
            pods.get(entry.id()).ifPresent(pod -> api.reacting(entry.cause(), () -> schedule(entry, pod)));
            wake();
        });
    }

    private void schedule(SchedulingQueue.Entry entry, Pod pod) {
        PodRequest request = PodRequest.of(pod.getSpec());
        List<NodeInfo> nodes = view.nodes();
        List<NodeInfo> feasible = new ArrayList<>();
        Map<String, Rejection> rejections = new TreeMap<>();
        int enough = enough(nodes.size());
        int looked = 0;
        for (; looked < nodes.size() && feasible.size() < enough; looked++) {
            NodeInfo node = nodes.get((start + looked) % nodes.size());
            Optional<Rejection> rejection = Filters.check(pod, request, node);
            rejection.ifPresentOrElse(r -> rejections.put(node.name(), r), () -> feasible.add(node));
        }
        start = nodes.isEmpty() ? 0 : (start + looked) % nodes.size();
        if (feasible.isEmpty()) {
            fail(entry, pod, new Diagnosis(rejections));
        } else {
            assume(entry, pod, best(pod, request, feasible).name());
        }
    }

    /// How many nodes that can take a Pod are looked for among `count` (`schedule_one.go numFeasibleNodesToFind`).
    private static int enough(int count) {
        int least = 100;
        return count < least ? count : Math.max(least, count * Math.max(5, 50 - count / 125) / 100);
    }

    private NodeInfo best(Pod pod, PodRequest request, List<NodeInfo> feasible) {
        long[] scores = Scores.of(pod, request, feasible);
        NodeInfo best = feasible.getFirst();
        long bestScore = Long.MIN_VALUE;
        int equals = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > bestScore) {
                best = feasible.get(i);
                bestScore = scores[i];
                equals = 1;
            } else if (scores[i] == bestScore && random.nextInt(++equals) == 0) {
                best = feasible.get(i);
            }
        }
        return best;
    }

    /// The Pod counts as on the node from now on; the API server hears of it a little later.
    private void assume(SchedulingQueue.Entry entry, Pod pod, String node) {
        view.place(pod, node);
        engine.schedule(millis(3, 9), () -> api.reacting(entry.cause(), () -> bind(entry, pod, node)));
    }

    private void bind(SchedulingQueue.Entry entry, Pod pod, String node) {
        try {
            api.bind(entry.id(), node);
            queue.remove(entry.id());
            diagnoses.remove(entry.id());
            api.record(
                    pod,
                    "Normal",
                    "Scheduled",
                    "Successfully assigned " + entry.id().namespace() + "/"
                            + entry.id().name() + " to " + node,
                    "");
        } catch (ClusterException refused) {
            view.remove(entry.id());
            queue.failed(entry);
            queue.retryAll();
        }
    }

    private void fail(SchedulingQueue.Entry entry, Pod pod, Diagnosis diagnosis) {
        diagnoses.put(entry.id(), diagnosis);
        queue.failed(entry);
        String message = diagnosis.message();
        try {
            if (!pod.getStatus().getConditions().stream()
                    .anyMatch(c -> "PodScheduled".equals(c.getType()) && message.equals(c.getMessage()))) {
                api.replaceStatus(new PodBuilder(pod)
                        .editOrNewStatus()
                        .removeMatchingFromConditions(c -> "PodScheduled".equals(c.getType()))
                        .addNewCondition()
                        .withType("PodScheduled")
                        .withStatus("False")
                        .withReason("Unschedulable")
                        .withMessage(message)
                        .withLastTransitionTime(Times.seconds(engine.now()))
                        .endCondition()
                        .endStatus()
                        .build());
            }
            api.record(pod, "Warning", "FailedScheduling", message, "");
        } catch (ClusterException stale) {
            // the Pod has changed or gone meanwhile: what changed it brings it back
            queue.retryAll();
        }
    }

    private static boolean isBound(Pod pod) {
        String node = pod.getSpec().getNodeName();
        return node != null && !node.isEmpty();
    }

    private static String phase(Pod pod) {
        return pod.getStatus() == null
                ? ""
                : Objects.requireNonNullElse(pod.getStatus().getPhase(), "");
    }

    private Duration millis(int from, int to) {
        return Duration.ofNanos(random.nextLong(from * 1_000_000L, to * 1_000_000L));
    }
}
