package drydock.sim.controller.podgc;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.controller.SharedInformers;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Looks every 20 s for Pods to collect (`podgc/gc_controller.go`); while there are none it sleeps.
public final class PodCollector {

    private static final String COMPONENT = "pod-garbage-collector";
    private static final long PERIOD_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long QUARANTINE_NANOS = Duration.ofSeconds(40).toNanos();
    private static final int MOST_TERMINATED = 12_500;

    private final Engine engine;
    private final ApiServer api;
    private final int mostTerminated;
    private final Informer<Pod> pods;
    private final Informer<Node> nodes;
    private final Map<String, Long> missingSinceNanos = new HashMap<>();
    private boolean armed;

    private PodCollector(Engine engine, ApiServer server, SharedInformers informers, int mostTerminated) {
        this.engine = engine;
        this.mostTerminated = mostTerminated;
        api = server.as(COMPONENT);
        nodes = new Informer<>(api, Kinds.NODE, Node.class).on(this::nodeChanged);
        pods = informers.pods().on(this::podChanged);
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        start(engine, server, informers, MOST_TERMINATED);
    }

    /// @param mostTerminated how many Pods that are over may stay (`--terminated-pod-gc-threshold`)
    static void start(Engine engine, ApiServer server, SharedInformers informers, int mostTerminated) {
        var _ = new PodCollector(engine, server, informers, mostTerminated);
    }

    private void nodeChanged(@Nullable Node before, @Nullable Node after) {
        if (after == null) {
            arm();
        }
    }

    private void podChanged(@Nullable Pod before, @Nullable Pod after) {
        if (after == null) {
            return;
        }
        boolean deleted = Owners.isDeleting(after) && Pods.node(after).isEmpty();
        boolean ended = Pods.isOver(after) && (before == null || !Pods.isOver(before));
        boolean homeless = (before == null || Pods.node(before).isEmpty()) && isMissing(Pods.node(after));
        if (deleted || homeless || ended) {
            arm();
        }
    }

    private boolean isMissing(String node) {
        return !node.isEmpty() && nodes.get(ResourceId.of(Kinds.NODE, "", node)).isEmpty();
    }

    /// Has the next look happen.
    private void arm() {
        if (!armed) {
            armed = true;
            long left = PERIOD_NANOS - engine.nowNanos() % PERIOD_NANOS;
            engine.schedule(Duration.ofNanos(left), this::look);
        }
    }

    private void look() {
        armed = false;
        List<Pod> all = List.copyOf(pods.all());
        trim(all);
        collectOrphans(all);
        all.stream()
                .filter(pod -> Owners.isDeleting(pod) && Pods.node(pod).isEmpty())
                .forEach(this::delete);
    }

    /// Of those that are over and too many, the oldest go, evicted ones first.
    private void trim(List<Pod> all) {
        List<Pod> over = all.stream()
                .filter(pod -> !List.of("Pending", "Running", "Unknown").contains(Pods.phase(pod)))
                .sorted(Comparator.comparing(
                                (Pod pod) -> !"Evicted".equals(pod.getStatus().getReason()))
                        .thenComparing(Pods::created)
                        .thenComparing(pod -> pod.getMetadata().getName()))
                .toList();
        over.stream().limit(Math.max(0, over.size() - mostTerminated)).forEach(this::delete);
    }

    private void collectOrphans(List<Pod> all) {
        missingSinceNanos.keySet().removeIf(node -> !isMissing(node));
        all.stream()
                .map(Pods::node)
                .filter(this::isMissing)
                .forEach(node -> missingSinceNanos.putIfAbsent(node, engine.nowNanos()));
        for (Pod pod : all) {
            Long since = missingSinceNanos.get(Pods.node(pod));
            if (since == null) {
                continue;
            }
            boolean due = engine.nowNanos() - since >= QUARANTINE_NANOS
                    && api.get(ResourceId.of(Kinds.NODE, "", Pods.node(pod))).isEmpty();
            if (due) {
                fail(pod);
                delete(pod);
            } else {
                arm();
            }
        }
    }

    private void fail(Pod pod) {
        if (Pods.isOver(pod) || api.get(ResourceId.of(pod)).isEmpty()) {
            return;
        }
        api.replaceStatus(new PodBuilder(pod)
                .editMetadata()
                .withResourceVersion(null)
                .endMetadata()
                .editOrNewStatus()
                .withPhase("Failed")
                .addNewCondition()
                .withType("DisruptionTarget")
                .withStatus("True")
                .withReason("DeletionByPodGC")
                .withMessage("PodGC: node no longer exists")
                .withLastTransitionTime(Times.seconds(api.now()))
                .endCondition()
                .endStatus()
                .build());
    }

    private void delete(Pod pod) {
        boolean same = api.get(ResourceId.of(pod))
                .filter(is -> Objects.equals(
                        is.getMetadata().getUid(), pod.getMetadata().getUid()))
                .isPresent();
        try {
            if (same) {
                api.delete(ResourceId.of(pod), Deletion.DEFAULT.withGraceSeconds(0));
            }
        } catch (ClusterException gone) {
            // somebody else was faster
        }
    }
}
