package drydock.sim.controller.node;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.SharedInformers;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// Deletes, every 20 s, Pods that nothing else will: those whose node is gone for 40 s, those deleted before they had
/// one, those deleted on a node that is out of service, and of more than 12,500 that have ended those that were
/// evicted, then the oldest (`pkg/controller/podgc/gc_controller.go`).
///
/// While there are none it does not look.
public final class PodGarbage {

    private static final Duration PERIOD = Duration.ofSeconds(20);
    private static final Duration QUARANTINE = Duration.ofSeconds(40);
    private static final int MOST_ENDED = 12_500;

    /// `byEvictionAndCreationTimestamp`.
    private static final Comparator<Pod> EVICTED_AND_OLD_FIRST = Comparator.<Pod, Boolean>comparing(
                    pod -> !"Evicted".equals(pod.getStatus().getReason()))
            .thenComparing(pod -> pod.getMetadata().getCreationTimestamp())
            .thenComparing(pod -> pod.getMetadata().getName());

    private final Engine engine;
    private final ApiServer api;
    private final Informer<Node> nodes;
    private final Informer<Pod> pods;
    private final Map<String, Long> missingSince = new HashMap<>();
    private final TreeSet<ResourceId> ended = new TreeSet<>();
    private final long startNanos;
    private boolean looking;

    private PodGarbage(Engine engine, ApiServer server, SharedInformers informers) {
        this.engine = engine;
        this.api = server.as("pod-garbage-collector");
        this.startNanos = engine.nowNanos();
        this.nodes = new Informer<>(api, Kinds.NODE, Node.class).on((_, _) -> lookSoon());
        this.pods = informers.pods().on((before, after) -> {
            Pod pod = Objects.requireNonNull(after == null ? before : after);
            if (after != null && isOver(after)) {
                ended.add(ResourceId.of(after));
            } else {
                ended.remove(ResourceId.of(pod));
            }
            if (after != null && (isStray(after) || ended.size() > MOST_ENDED)) {
                lookSoon();
            }
        });
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new PodGarbage(engine, server, informers);
    }

    private boolean isStray(Pod pod) {
        String node = node(pod);
        return node.isEmpty()
                ? pod.getMetadata().getDeletionTimestamp() != null
                : nodes.get(ResourceId.of(Kinds.NODE, "", node)).isEmpty();
    }

    private void lookSoon() {
        if (!looking) {
            looking = true;
            long past = (engine.nowNanos() - startNanos) % PERIOD.toNanos();
            engine.schedule(Duration.ofNanos(PERIOD.toNanos() - past), this::look);
        }
    }

    private void look() {
        looking = false;
        boolean more = false;
        for (Pod pod : List.copyOf(pods.all())) {
            String node = node(pod);
            if (node.isEmpty()) {
                if (pod.getMetadata().getDeletionTimestamp() != null) {
                    failAndDelete(pod, List.of());
                }
            } else if (nodes.get(ResourceId.of(Kinds.NODE, "", node)).isEmpty()) {
                long since = missingSince.computeIfAbsent(node, _ -> engine.nowNanos());
                if (engine.nowNanos() - since >= QUARANTINE.toNanos()) {
                    failAndDelete(pod, List.of(orphaned(pod)));
                } else {
                    more = true;
                }
            } else if (isOutOfService(pod, node)) {
                failAndDelete(pod, List.of());
            }
        }
        nodes.all().forEach(n -> missingSince.remove(Nodes.name(n)));
        trim();
        if (more) {
            lookSoon();
        }
    }

    private boolean isOutOfService(Pod pod, String node) {
        return pod.getMetadata().getDeletionTimestamp() != null
                && nodes.get(ResourceId.of(Kinds.NODE, "", node))
                        .filter(n -> !"True".equals(Nodes.ready(n)))
                        .filter(n -> Nodes.taints(n).stream()
                                .anyMatch(t -> "node.kubernetes.io/out-of-service".equals(t.getKey())))
                        .isPresent();
    }

    private PodCondition orphaned(Pod pod) {
        return new PodConditionBuilder()
                .withType("DisruptionTarget")
                .withStatus("True")
                .withReason("DeletionByPodGC")
                .withMessage("PodGC: node no longer exists")
                .withObservedGeneration(pod.getMetadata().getGeneration())
                .withLastTransitionTime(drydock.sim.store.Times.seconds(engine.now()))
                .build();
    }

    /// A Pod that nothing runs any more has failed unless it had ended, and is no longer there
    /// (markFailedAndDeletePodWithCondition).
    private void failAndDelete(Pod pod, List<PodCondition> why) {
        try {
            if (!isOver(pod)) {
                api.replaceStatus(new PodBuilder(pod)
                        .editMetadata()
                        .withResourceVersion(null)
                        .endMetadata()
                        .editStatus()
                        .withPhase("Failed")
                        .removeMatchingFromConditions(
                                c -> why.stream().anyMatch(w -> w.getType().equals(c.getType())))
                        .addAllToConditions(why)
                        .endStatus()
                        .build());
            }
        } catch (ClusterException gone) {
            // somebody else was quicker
            return;
        }
        delete(pod);
    }

    private void trim() {
        int over = ended.size() - MOST_ENDED;
        if (over > 0) {
            ended.stream()
                    .flatMap(id -> pods.get(id).stream())
                    .sorted(EVICTED_AND_OLD_FIRST)
                    .limit(over)
                    .toList()
                    .forEach(this::delete);
        }
    }

    private void delete(Pod pod) {
        try {
            api.delete(ResourceId.of(pod), Deletion.DEFAULT.withGraceSeconds(0));
        } catch (ClusterException gone) {
            if (!gone.isRefusal()) {
                throw gone;
            }
        }
    }

    private static String node(Pod pod) {
        return Objects.requireNonNullElse(pod.getSpec().getNodeName(), "");
    }

    private static boolean isOver(Pod pod) {
        return pod.getStatus() != null
                && List.of("Succeeded", "Failed")
                        .contains(Objects.requireNonNullElse(pod.getStatus().getPhase(), ""));
    }
}
