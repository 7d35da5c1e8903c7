package drydock.sim.controller.statefulset;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.controller.SharedInformers;
import drydock.sim.controller.WorkQueue;
import drydock.sim.controller.workload.OwnedPods;
import drydock.sim.controller.workload.Revisions;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the Pods of each StatefulSet (`pkg/controller/statefulset/stateful_set.go`).
public final class StatefulSetController {

    private static final String COMPONENT = "statefulset-controller";
    private static final int HISTORY = 10;

    private final ApiServer api;
    private final Informer<StatefulSet> sets;
    private final OwnedPods pods;
    private final Revisions revisions;
    private final StatefulClaims claims;
    private final WorkQueue queue;

    private StatefulSetController(Engine engine, ApiServer server, SharedInformers informers) {
        api = server.as(COMPONENT);
        queue = new WorkQueue(engine, api, COMPONENT, (key, done) -> {
            try {
                sync(key);
            } finally {
                done.run();
            }
        });
        sets = new Informer<>(
                        api,
                        Kinds.STATEFUL_SET,
                        StatefulSet.class,
                        s -> List.of("namespace/" + s.getMetadata().getNamespace()))
                .on((before, after) ->
                        queue.add(ResourceId.of(Objects.requireNonNull(after == null ? before : after))));
        revisions = new Revisions(api, "controller.kubernetes.io/hash");
        claims = new StatefulClaims(api);
        pods = new OwnedPods(api, informers.pods().on(this::podChanged));
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new StatefulSetController(engine, server, informers);
    }

    private void podChanged(@Nullable Pod before, @Nullable Pod after) {
        Optional<ResourceId> was = Optional.ofNullable(before).flatMap(StatefulSetController::owner);
        Optional<ResourceId> is = Optional.ofNullable(after).flatMap(StatefulSetController::owner);
        was.filter(set -> !is.equals(was)).ifPresent(queue::add);
        is.ifPresent(queue::add);
        if (after != null && Owners.controller(after).isEmpty()) {
            sets.of("namespace/" + after.getMetadata().getNamespace()).stream()
                    .filter(set -> LabelSelector.of(set.getSpec().getSelector()).matches(after))
                    .forEach(set -> queue.add(ResourceId.of(set)));
        }
    }

    private static Optional<ResourceId> owner(Pod pod) {
        return Owners.controller(pod)
                .filter(o -> o.getKind().equals(Kinds.STATEFUL_SET.kind()))
                .flatMap(o -> Owners.id(o, pod.getMetadata().getNamespace()));
    }

    private void sync(ResourceId key) {
        Optional<StatefulSet> found = sets.get(key);
        if (found.isEmpty()) {
            return;
        }
        StatefulSet set = found.get();
        List<Pod> mine =
                pods.claim(set, LabelSelector.of(set.getSpec().getSelector()), pod -> StatefulPods.isMember(set, pod));
        List<ControllerRevision> known = revisions.of(set);
        ControllerRevision update = revisions.current(set, set.getSpec().getTemplate(), known);
        ControllerRevision current = known.stream()
                .filter(r -> r.getMetadata()
                        .getName()
                        .equals(set.getStatus() == null ? "" : set.getStatus().getCurrentRevision()))
                .findFirst()
                .orElse(update);
        StatefulSync sync = new StatefulSync(api, claims, set, current, update, mine);
        try {
            sync.run();
        } finally {
            write(set, sync.counts().status(set, name(current), name(update)));
            // a Pod of minReadySeconds becomes available without a change of its own
            Pods.untilAvailable(mine, StatefulPods.minReadySeconds(set), api.now())
                    .ifPresent(wait -> queue.addAfter(key, wait));
        }
        Set<String> live = new HashSet<>(List.of(name(current), name(update)));
        mine.forEach(pod -> live.add(StatefulPods.revision(pod)));
        revisions.trim(known, live, Objects.requireNonNullElse(set.getSpec().getRevisionHistoryLimit(), HISTORY));
    }

    private static String name(ControllerRevision revision) {
        return revision.getMetadata().getName();
    }

    private void write(StatefulSet set, StatefulSetStatus status) {
        try {
            api.replaceStatus(new StatefulSetBuilder(set).withStatus(status).build());
        } catch (ClusterException stale) {
            // the set has changed or gone: its change brings it back here
        }
    }
}
