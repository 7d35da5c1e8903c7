package drydock.sim.controller.node;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.SharedInformers;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Deletes the Pods that do not tolerate a taint `NoExecute` of their node, or not any longer
/// (`pkg/controller/tainteviction/taint_eviction.go`).
public final class TaintEviction {

    private static final String TARGET = "DisruptionTarget";
    private static final String BY_TAINT = "DeletionByTaintManager";

    /// A Pod that is to be evicted, or has been, which it is once only.
    ///
    /// @param timer empty if it was evicted
    private record Due(long sinceNanos, Optional<Engine.Timer> timer) {}

    private final Engine engine;
    private final ApiServer api;
    private final Informer<Node> nodes;
    private final Informer<Pod> pods;
    private final TreeMap<ResourceId, Due> due = new TreeMap<>();

    private TaintEviction(Engine engine, ApiServer server, SharedInformers informers) {
        this.engine = engine;
        this.api = server.as("taint-eviction-controller");
        this.nodes = new Informer<>(api, Kinds.NODE, Node.class).on(this::nodeChanged);
        this.pods = informers.pods().on(this::podChanged);
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new TaintEviction(engine, server, informers);
    }

    private static List<Taint> evicting(@Nullable Node node) {
        return node == null
                ? List.of()
                : Nodes.taints(node).stream()
                        .filter(t -> Nodes.NO_EXECUTE.equals(t.getEffect()))
                        .toList();
    }

    private void nodeChanged(@Nullable Node before, @Nullable Node after) {
        if (after != null && !evicting(before).equals(evicting(after))) {
            List.copyOf(pods.of(SharedInformers.onNode(Nodes.name(after))))
                    .forEach(pod -> decide(pod, evicting(after)));
        }
    }

    private void podChanged(@Nullable Pod before, @Nullable Pod after) {
        if (after == null) {
            cancel(Objects.requireNonNull(before));
            return;
        }
        String node = after.getSpec().getNodeName();
        boolean same = before != null
                && Objects.equals(before.getSpec().getNodeName(), node)
                && before.getSpec().getTolerations().equals(after.getSpec().getTolerations());
        if (node == null || node.isEmpty() || same) {
            return;
        }
        List<Taint> taints =
                evicting(nodes.get(ResourceId.of(Kinds.NODE, "", node)).orElse(null));
        if (!taints.isEmpty()) {
            decide(after, taints);
        }
    }

    private void decide(Pod pod, List<Taint> taints) {
        if (taints.isEmpty()) {
            cancel(pod);
            return;
        }
        Optional<Duration> tolerated = tolerated(pod.getSpec().getTolerations(), taints);
        if (tolerated.isEmpty()) {
            cancel(pod);
            return;
        }
        ResourceId id = ResourceId.of(pod);
        Due before = due.get(id);
        long since = before == null ? engine.nowNanos() : before.sinceNanos();
        if (tolerated.get().isZero()) {
            cancel(pod);
            since = engine.nowNanos();
        } else if (before != null && before.timer().isEmpty()) {
            return;
        } else if (before != null) {
            if (since + tolerated.get().toNanos()
                    < engine.nowNanos() + tolerated.get().toNanos()) {
                return;
            }
            cancel(pod);
        }
        long cause = api.cause();
        long from = since;
        Duration left = Duration.ofNanos(Math.max(0, from + tolerated.get().toNanos() - engine.nowNanos()));
        Engine.Timer timer = engine.schedule(left.plusMillis(2), () -> api.reacting(cause, () -> evict(id)));
        due.put(id, new Due(from, Optional.of(timer)));
    }

    /// How long a Pod bears `taints`: empty for ever.
    private static Optional<Duration> tolerated(List<Toleration> tolerations, List<Taint> taints) {
        long least = Long.MAX_VALUE;
        for (Taint taint : taints) {
            List<Toleration> matching =
                    tolerations.stream().filter(t -> tolerates(t, taint)).toList();
            if (matching.isEmpty()) {
                return Optional.of(Duration.ZERO);
            }
            for (Toleration toleration : matching) {
                if (toleration.getTolerationSeconds() != null) {
                    least = Math.min(least, Math.max(0, toleration.getTolerationSeconds()));
                }
            }
        }
        return least == Long.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofSeconds(least));
    }

    private static boolean tolerates(Toleration toleration, Taint taint) {
        String effect = Objects.requireNonNullElse(toleration.getEffect(), "");
        String key = Objects.requireNonNullElse(toleration.getKey(), "");
        return (effect.isEmpty() || effect.equals(taint.getEffect()))
                && (key.isEmpty() || key.equals(taint.getKey()))
                && ("Exists".equals(toleration.getOperator())
                        || Objects.requireNonNullElse(toleration.getValue(), "")
                                .equals(Objects.requireNonNullElse(taint.getValue(), "")));
    }

    /// Takes back what is still to come, and tells so, even where the Pod has just gone (`cancelWorkWithEvent`).
    private void cancel(Pod pod) {
        Due was = due.remove(ResourceId.of(pod));
        if (was != null && was.timer().isPresent()) {
            was.timer().get().cancel();
            tell(pod, "Cancelling deletion of Pod ");
        }
    }

    /// Such events name the Pod and not its uid (`emitPodDeletionEvent`): `kubectl describe` does not find them.
    private void tell(Pod pod, String what) {
        api.record(
                new PodBuilder()
                        .withNewMetadata()
                        .withNamespace(pod.getMetadata().getNamespace())
                        .withName(pod.getMetadata().getName())
                        .endMetadata()
                        .build(),
                "Normal",
                "TaintManagerEviction",
                what + pod.getMetadata().getNamespace() + "/"
                        + pod.getMetadata().getName(),
                "");
    }

    private void evict(ResourceId id) {
        Optional<Pod> found = api.get(id).map(Pod.class::cast);
        due.computeIfPresent(id, (_, was) -> new Due(was.sinceNanos(), Optional.empty()));
        if (found.isEmpty()) {
            return;
        }
        Pod pod = found.get();
        tell(pod, "Marking for deletion Pod ");
        try {
            if (!isMarked(pod)) {
                api.replaceStatus(new PodBuilder(pod)
                        .editStatus()
                        .removeMatchingFromConditions(c -> TARGET.equals(c.getType()))
                        .addNewCondition()
                        .withType(TARGET)
                        .withStatus("True")
                        .withReason(BY_TAINT)
                        .withMessage("Taint manager: deleting due to NoExecute taint")
                        .withObservedGeneration(pod.getMetadata().getGeneration())
                        .withLastTransitionTime(Times.seconds(engine.now()))
                        .endCondition()
                        .endStatus()
                        .build());
            }
            api.delete(id, Deletion.DEFAULT);
        } catch (ClusterException gone) {
            if (!gone.isRefusal()) {
                throw gone;
            }
        }
    }

    private static boolean isMarked(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .anyMatch(c ->
                        TARGET.equals(c.getType()) && BY_TAINT.equals(c.getReason()) && "True".equals(c.getStatus()));
    }
}
