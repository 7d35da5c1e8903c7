package drydock.sim.store;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.ArrayList;
import java.util.List;

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
        PodSpec spec = Shallow.copy(pod.getSpec());
        spec.setNodeName(node);
        storage.put(
                id, new Pod(pod.getApiVersion(), pod.getKind(), pod.getMetadata(), spec, scheduled(pod)), component);
    }

    /// The Pod's status once it is bound: it is scheduled, and nominated for no node any more (from v1.35 on).
    private PodStatus scheduled(Pod pod) {
        PodStatus status = pod.getStatus() == null ? new PodStatus() : Shallow.copy(pod.getStatus());
        status.setNominatedNodeName(null);
        List<PodCondition> conditions = new ArrayList<>(status.getConditions());
        conditions.removeIf(condition -> "PodScheduled".equals(condition.getType()));
        PodCondition scheduled = new PodCondition();
        scheduled.setType("PodScheduled");
        scheduled.setStatus("True");
        scheduled.setLastTransitionTime(Times.seconds(storage.engine().now()));
        conditions.add(scheduled);
        status.setConditions(conditions);
        return status;
    }
}
