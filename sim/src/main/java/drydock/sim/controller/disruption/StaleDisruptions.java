package drydock.sim.controller.disruption;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.controller.SharedInformers;
import drydock.sim.controller.WorkQueue;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Takes back, two minutes later, what was said of a Pod that was to go and has not: its condition DisruptionTarget
/// is False from then on (`disruption/disruption.go syncStalePodDisruption`).
final class StaleDisruptions {

    private static final String TARGET = "DisruptionTarget";
    private static final String BY_KUBELET = "TerminationByKubelet";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final ApiServer api;
    private final WorkQueue queue;
    private final SharedInformers informers;

    private StaleDisruptions(Engine engine, ApiServer api, SharedInformers informers) {
        this.api = api;
        this.informers = informers;
        queue = new WorkQueue(engine, api, "disruption-controller", (key, done) -> {
            try {
                sync(key);
            } finally {
                done.run();
            }
        });
        informers.pods().on((_, after) -> {
            if (after != null && marked(after).isPresent()) {
                queue.add(ResourceId.of(after));
            }
        });
    }

    static void start(Engine engine, ApiServer api, SharedInformers informers) {
        var _ = new StaleDisruptions(engine, api, informers);
    }

    /// What is said of a Pod that has still to go; what its kubelet says holds however long that takes.
    private static Optional<PodCondition> marked(Pod pod) {
        if (pod.getStatus() == null || Owners.isDeleting(pod) || Pods.isOver(pod)) {
            return Optional.empty();
        }
        return pod.getStatus().getConditions().stream()
                .filter(c -> TARGET.equals(c.getType()) && "True".equals(c.getStatus()))
                .filter(c -> !BY_KUBELET.equals(c.getReason()))
                .findFirst();
    }

    private void sync(ResourceId key) {
        Optional<Pod> found = informers.pods().get(key);
        Optional<PodCondition> said = found.flatMap(StaleDisruptions::marked);
        if (said.isEmpty()) {
            return;
        }
        Instant ends = Instant.parse(said.get().getLastTransitionTime()).plus(TIMEOUT);
        if (ends.isAfter(api.now())) {
            queue.addAfter(key, Duration.between(api.now(), ends));
            return;
        }
        Pod pod = found.get();
        try {
            api.replaceStatus(new PodBuilder(pod)
                    .editStatus()
                    .removeMatchingFromConditions(c -> TARGET.equals(c.getType()))
                    .addNewCondition()
                    .withType(TARGET)
                    .withStatus("False")
                    .withObservedGeneration(pod.getMetadata().getGeneration())
                    .withLastTransitionTime(Times.seconds(api.now()))
                    .endCondition()
                    .endStatus()
                    .build());
        } catch (ClusterException changed) {
            // the change of the Pod brings it back here
            return;
        }
    }
}
