package drydock.sim.scheduler;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.engine.Engine;
import drydock.sim.scheduler.SchedulingDecision.Outcome;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gives each Pod a node (`pkg/scheduler/schedule_one.go`): one at a time, those nodes that can take it, of them the
/// best, of equals one by chance; if none can, one that could if less important Pods were gone.
public final class Scheduler {

    private static final String NAME = "default-scheduler";

    private final Engine engine;
    private final ApiServer api;
    private final SplittableRandom random;
    private final Decisions decisions;
    private final SchedulingQueue queue;
    private final ClusterView view = new ClusterView();
    private final Nominations nominations = new Nominations(view.labelSets());
    private final NodeSearch search = new NodeSearch(nominations);
    private final Preemption preemption;
    private final PodStatusWriter statuses;
    private final ClusterObjects objects;
    private final VolumeBinder volumes;
    private final Informer<Pod> pods;
    private boolean atWork;

    private Scheduler(Engine engine, ApiServer server, Decisions decisions) {
        this.engine = engine;
        this.api = server.as(NAME);
        this.random = engine.random("scheduler");
        this.decisions = decisions;
        this.queue = new SchedulingQueue(engine, this::wake);
        this.preemption = new Preemption(nominations, random);
        this.statuses = new PodStatusWriter(api);
        new Informer<>(api, Kinds.NODE, Node.class).on(this::nodeChanged);
        this.objects = new ClusterObjects(api, this::objectsChanged);
        this.volumes = new VolumeBinder(engine, api, objects);
        this.pods = new Informer<>(api, Kinds.POD, Pod.class).on(this::podChanged);
    }

    /// Starts a scheduler that keeps what it decides in `decisions`.
    public static Scheduler start(Engine engine, ApiServer server, Decisions decisions) {
        return new Scheduler(engine, server, decisions);
    }

    private void objectsChanged(ClusterChange change) {
        if (change instanceof ClusterChange.OfStorage) {
            volumes.changed();
        }
        queue.changed(change);
    }

    private void nodeChanged(@Nullable Node before, @Nullable Node after) {
        view.node(before, after);
        if (before == null || after == null || matters(before, after)) {
            queue.changed(new ClusterChange.OfNode(before, after));
        }
    }

    private static boolean matters(Node before, Node after) {
        return !Objects.equals(before.getSpec(), after.getSpec())
                || !Objects.equals(
                        before.getMetadata().getLabels(), after.getMetadata().getLabels())
                || !Objects.equals(
                        before.getStatus().getAllocatable(), after.getStatus().getAllocatable());
    }

    private void podChanged(@Nullable Pod before, @Nullable Pod after) {
        if (after == null) {
            gone(Objects.requireNonNull(before));
            return;
        }
        ResourceId id = ResourceId.of(after);
        if (PodStates.isBound(after)) {
            queue.remove(id);
            nominations.remove(id);
            if (PodStates.isOver(after)) {
                leave(id);
            } else if (before == null || !PodStates.isBound(before) || PodStates.countsOtherwise(before, after)) {
                if (!view.isAsPlaced(id, after)) {
                    view.place(PodInfo.of(after), after.getSpec().getNodeName());
                }
                if (queue.anyWaits()) {
                    boolean was = before != null && PodStates.isBound(before);
                    queue.changed(new ClusterChange.OfPod(was ? PodInfo.of(before) : null, PodInfo.of(after)));
                }
            }
        } else if (after.getMetadata().getDeletionTimestamp() != null || PodStates.isOver(after)) {
            withdraw(id, after);
        } else if (NAME.equals(Objects.requireNonNullElse(after.getSpec().getSchedulerName(), NAME))
                && after.getSpec().getSchedulingGates().isEmpty()) {
            String nominated =
                    after.getStatus() == null ? null : after.getStatus().getNominatedNodeName();
            if (nominated != null && !nominated.isEmpty()) {
                nominations.nominate(PodInfo.of(after), nominated);
            }
            queue.add(after, api.cause());
            if (before != null) {
                queue.changed(id, new ClusterChange.OfItself(before, after));
            }
        }
    }

    private void gone(Pod pod) {
        ResourceId id = ResourceId.of(pod);
        decisions.forget(id);
        withdraw(id, pod);
    }

    private void withdraw(ResourceId id, Pod pod) {
        boolean wasPromised = nominations.nodeOf(id).isPresent();
        queue.remove(id);
        nominations.remove(id);
        volumes.forget(id);
        leave(id);
        if (wasPromised && queue.anyWaits()) {
            queue.changed(new ClusterChange.OfPod(PodInfo.of(pod), null));
        }
    }

    private void leave(ResourceId id) {
        view.remove(id).ifPresent(gone -> queue.changed(new ClusterChange.OfPod(gone, null)));
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
        Attempt attempt = Attempt.at(PodInfo.of(pod), view, objects);
        NodeSearch.Found found = search.find(attempt);
        if (found.feasible().isEmpty()) {
            fail(entry, pod, attempt, found);
            return;
        }
        if (found.feasible().size() == 1) {
            NodeInfo only = found.feasible().getFirst();
            Scoring none = Scoring.none(found.feasible());
            keep(entry, attempt, found, new Outcome.Placed(only.name()), none, "");
            assume(entry, pod, attempt, only);
            return;
        }
        Scoring scoring = Scoring.of(attempt, found.feasible());
        NodeInfo best = scoring.best(random);
        keep(entry, attempt, found, new Outcome.Placed(best.name()), scoring, "");
        assume(entry, pod, attempt, best);
    }

    private void keep(
            SchedulingQueue.Entry entry,
            Attempt attempt,
            NodeSearch.Found found,
            Outcome outcome,
            Scoring scoring,
            String message) {
        int nodes = attempt.nodes().size();
        boolean large = nodes > SchedulingDecision.MOST_LEFT_OUT;
        Map<String, Rejection> leftOut = found.diagnosis().byNode().entrySet().stream()
                .limit(large ? 5 : SchedulingDecision.MOST_LEFT_OUT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
        decisions.keep(new SchedulingDecision(
                entry.id(),
                engine.now(),
                queue.attempts(entry.id()),
                outcome,
                nodes,
                found.feasible().size(),
                leftOut,
                found.diagnosis().reasons(),
                scoring.plugins(),
                scoring.plugins().isEmpty()
                        ? List.of()
                        : scoring.top(
                                large ? 3 : SchedulingDecision.MOST_SCORED,
                                outcome instanceof Outcome.Placed(var node) ? node : ""),
                message));
    }

    /// The Pod counts as on the node from now on; the API server hears of it a little later, once its volumes are
    /// there.
    private void assume(SchedulingQueue.Entry entry, Pod pod, Attempt attempt, NodeInfo node) {
        VolumePlan plan = VolumeBinding.plan(ClaimedVolumes.of(attempt), attempt, node)
                .orElse(new VolumePlan(List.of(), List.of()));
        view.place(attempt.pod(), node.name());
        engine.schedule(
                millis(3, 9),
                () -> api.reacting(entry.cause(), () -> {
                    try {
                        volumes.bind(
                                entry.id(),
                                plan,
                                node.name(),
                                () -> bind(entry, pod, node.name()),
                                () -> unbound(entry, pod, "binding volumes: context deadline exceeded"));
                    } catch (ClusterException refused) {
                        unbound(entry, pod, "binding volumes: " + refused.getMessage());
                    }
                }));
    }

    private void unbound(SchedulingQueue.Entry entry, Pod pod, String why) {
        giveUp(entry);
        try {
            api.record(pod, "Warning", "FailedScheduling", "running PreBind plugin \"VolumeBinding\": " + why, "");
        } catch (ClusterException unreachable) {
            // nobody can be told now
            return;
        }
    }

    private void bind(SchedulingQueue.Entry entry, Pod pod, String node) {
        try {
            api.bind(entry.id(), node);
            queue.remove(entry.id());
            nominations.remove(entry.id());
            api.record(
                    pod,
                    "Normal",
                    "Scheduled",
                    "Successfully assigned " + entry.id().namespace() + "/"
                            + entry.id().name() + " to " + node,
                    "");
        } catch (ClusterException refused) {
            giveUp(entry);
        }
    }

    private void giveUp(SchedulingQueue.Entry entry) {
        queue.erred(entry);
        leave(entry.id());
    }

    private void fail(SchedulingQueue.Entry entry, Pod pod, Attempt attempt, NodeSearch.Found found) {
        Preemption.Result result = attempt.nodes().isEmpty()
                ? new Preemption.Result(Optional.empty(), "")
                : preemption.find(attempt, found.diagnosis(), search);
        String message = found.diagnosis().message(result.message());
        Outcome outcome = result.victims()
                .<Outcome>map(v -> new Outcome.Preempting(
                        v.node(), v.pods().stream().map(PodInfo::id).toList()))
                .orElseGet(Outcome.Unschedulable::new);
        keep(entry, attempt, found, outcome, Scoring.none(List.of()), message);
        queue.failed(entry, mayHelp(attempt, found.diagnosis()));
        boolean waits = result.victims().isEmpty() && result.message().endsWith("on the nominated node.");
        String nominated = result.victims()
                .map(Victims::node)
                .orElseGet(() -> waits ? nominations.nodeOf(entry.id()).orElse("") : "");
        try {
            statuses.unschedulable(pod, message, nominated);
            result.victims().ifPresent(victims -> makeRoom(attempt.pod(), pod, victims));
        } catch (ClusterException stale) {
            // the Pod has changed or gone meanwhile, or the server cannot be reached: it is tried again
            queue.activate(entry.id());
        }
        if (nominated.isEmpty()) {
            nominations.remove(entry.id());
        }
    }

    private void makeRoom(PodInfo info, Pod pod, Victims victims) {
        List<PodInfo> behind = nominations.behind(info, victims.node());
        nominations.nominate(info, victims.node());
        engine.schedule(millis(2, 6), () -> {
            victims.pods().forEach(victim -> statuses.preempt(victim, pod, victims.node()));
            for (PodInfo other : behind) {
                nominations.remove(other.id());
                statuses.notNominated(other);
            }
        });
    }

    /// What may help: what one of the filters heeds that left nodes out; anything if there was no node to look at.
    private static Predicate<ClusterChange> mayHelp(Attempt attempt, Diagnosis diagnosis) {
        Set<String> names =
                diagnosis.byNode().values().stream().map(Rejection::filter).collect(Collectors.toSet());
        diagnosis.nowhere().ifPresent(r -> names.add(r.filter()));
        diagnosis.notAsked().ifPresent(r -> names.add(r.filter()));
        List<Filter> filters = Profile.DEFAULT.filters().stream()
                .filter(f -> names.contains(f.name()))
                .toList();
        PodInfo pod = attempt.pod();
        Namespaces namespaces = attempt.objects();
        return change -> filters.isEmpty() || filters.stream().anyMatch(f -> f.mayHelp(change, pod, namespaces));
    }

    private Duration millis(int from, int to) {
        return Duration.ofNanos(random.nextLong(from * 1_000_000L, to * 1_000_000L));
    }
}
