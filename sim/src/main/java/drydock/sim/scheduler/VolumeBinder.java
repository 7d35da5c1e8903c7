package drydock.sim.scheduler;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sees to it that the claims of a Pod that has a node get their volumes, before it is bound
/// (`plugins/volumebinding/binder.go BindPodVolumes`).
final class VolumeBinder {

    private static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private record Waiting(List<PersistentVolumeClaim> claims, Runnable bound, Engine.Timer timeout) {}

    private final Engine engine;
    private final ApiServer api;
    private final ClusterObjects objects;
    private final Map<ResourceId, Waiting> waiting = new LinkedHashMap<>();

    VolumeBinder(Engine engine, ApiServer api, ClusterObjects objects) {
        this.engine = engine;
        this.api = api;
        this.objects = objects;
    }

    /// Asks for the volumes of `plan` on `node`; `bound` is run once all claims have theirs, `failed` if that takes too
    /// long.
    ///
    /// @throws ClusterException if the server refuses
    void bind(ResourceId pod, VolumePlan plan, String node, Runnable bound, Runnable failed) {
        if (plan.isEmpty()) {
            bound.run();
            return;
        }
        for (VolumePlan.Binding binding : plan.bindings()) {
            api.replace(new PersistentVolumeBuilder(binding.volume())
                    .editSpec()
                    .withNewClaimRef()
                    .withApiVersion("v1")
                    .withKind("PersistentVolumeClaim")
                    .withNamespace(binding.claim().getMetadata().getNamespace())
                    .withName(binding.claim().getMetadata().getName())
                    .withUid(binding.claim().getMetadata().getUid())
                    .withResourceVersion(binding.claim().getMetadata().getResourceVersion())
                    .endClaimRef()
                    .endSpec()
                    .editMetadata()
                    .addToAnnotations("pv.kubernetes.io/bound-by-controller", "yes")
                    .endMetadata()
                    .build());
        }
        for (PersistentVolumeClaim claim : plan.toMake()) {
            api.replace(new PersistentVolumeClaimBuilder(claim)
                    .editMetadata()
                    .addToAnnotations(SELECTED_NODE, node)
                    .endMetadata()
                    .build());
        }
        List<PersistentVolumeClaim> claims = java.util.stream.Stream.concat(
                        plan.bindings().stream().map(VolumePlan.Binding::claim), plan.toMake().stream())
                .toList();
        waiting.put(pod, new Waiting(claims, bound, engine.schedule(LONGEST_WAIT, () -> {
            if (waiting.remove(pod) != null) {
                failed.run();
            }
        })));
    }

    /// A claim or a volume has changed.
    void changed() {
        for (Map.Entry<ResourceId, Waiting> entry : List.copyOf(waiting.entrySet())) {
            if (entry.getValue().claims().stream().allMatch(this::isBound)) {
                waiting.remove(entry.getKey());
                entry.getValue().timeout().cancel();
                entry.getValue().bound().run();
            }
        }
    }

    private boolean isBound(PersistentVolumeClaim claim) {
        return objects.claim(
                        claim.getMetadata().getNamespace(), claim.getMetadata().getName())
                .filter(c -> c.getSpec().getVolumeName() != null
                        && c.getStatus() != null
                        && "Bound".equals(c.getStatus().getPhase()))
                .isPresent();
    }

    /// The Pod needs no volumes any more.
    void forget(ResourceId pod) {
        Waiting was = waiting.remove(pod);
        if (was != null) {
            was.timeout().cancel();
        }
    }
}
