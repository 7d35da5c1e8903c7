package drydock.sim.store;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;

/// The subresource `binding` (`pkg/registry/core/pod/storage/storage.go assignPod`).
final class Bindings {

    private final Storage storage;

    Bindings(Storage storage) {
        this.storage = storage;
    }

    void bind(ResourceId id, String node, String component) {
        if (!(storage.get(id).orElseThrow(() -> Refusals.notFound(id)) instanceof Pod pod)) {
            throw Refusals.notFound(id);
        }
        if (pod.getMetadata().getDeletionTimestamp() != null) {
            throw Refusals.conflict(id, "pod " + id.name() + " is being deleted, cannot be assigned to a host");
        }
        String bound = pod.getSpec().getNodeName();
        if (bound != null && !bound.isEmpty()) {
            throw Refusals.conflict(id, "pod " + id.name() + " is already assigned to node \"" + bound + "\"");
        }
        storage.put(
                id,
                new PodBuilder(pod)
                        .editSpec()
                        .withNodeName(node)
                        .endSpec()
                        .editOrNewStatus()
                        .removeMatchingFromConditions(c -> "PodScheduled".equals(c.getType()))
                        .addNewCondition()
                        .withType("PodScheduled")
                        .withStatus("True")
                        .withLastTransitionTime(Times.seconds(storage.engine().now()))
                        .endCondition()
                        .endStatus()
                        .build(),
                component);
    }
}
