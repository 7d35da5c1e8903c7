package drydock.sim.controller;

import drydock.model.resource.ResourceId;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Whose Pods are whose: those that match are adopted if nobody has them, those that match no more are let go
/// (`pkg/controller/controller_ref_manager.go PodControllerRefManager`).
final class PodClaims {

    private final ApiServer api;
    private final Informer<Pod> pods;

    /// @param pods indexed by [Owners#indexKey]
    PodClaims(ApiServer api, Informer<Pod> pods) {
        this.api = api;
        this.pods = pods;
    }

    /// The active Pods that belong to `owner`, after adopting and letting go.
    ///
    /// @throws drydock.model.cluster.ClusterException if a Pod has changed meanwhile
    @SuppressWarnings("ReferenceEquality") // what is the same map need not be held against the selector again
    List<Pod> claim(ReplicaOwner owner) {
        List<Pod> claimed = new ArrayList<>();
        Map<String, String> matching = null;
        for (Pod pod : List.copyOf(pods.of(Owners.key(owner.uid())))) {
            // Pods of one template mostly have the same labels: the very same map
            Map<String, String> labels = pod.getMetadata().getLabels();
            if ((labels != null && labels == matching) || owner.selector().matches(labels)) {
                matching = labels;
                if (Pods.isActive(pod)) {
                    claimed.add(pod);
                }
            } else if (Pods.isActive(pod) && !Owners.isDeleting(owner.object())) {
                release(owner, pod);
            }
        }
        for (Pod pod : List.copyOf(pods.of(Owners.orphans(owner.namespace())))) {
            if (Pods.isActive(pod) && owner.selector().matches(pod) && isStillThere(owner)) {
                claimed.add(adopt(owner, pod));
            }
        }
        return claimed;
    }

    /// Whether nobody is to be adopted or let go: a look at each of its Pods would change nothing.
    ///
    /// @param groups the Pods that `owner` controls
    boolean isSettled(ReplicaOwner owner, Collection<PodTally.Group> groups) {
        return groups.stream().allMatch(group -> owner.selector().matches(group.labels()))
                && pods.of(Owners.orphans(owner.namespace())).stream()
                        .noneMatch(pod -> Pods.isActive(pod) && owner.selector().matches(pod));
    }

    /// Asked of the server, not of the cache: who is gone or going adopts nobody.
    private boolean isStillThere(ReplicaOwner owner) {
        return api.get(ResourceId.of(owner.object()))
                .filter(now -> now.getMetadata().getUid().equals(owner.uid()))
                .filter(now -> !Owners.isDeleting(now))
                .isPresent();
    }

    private Pod adopt(ReplicaOwner owner, Pod pod) {
        List<OwnerReference> owners = new ArrayList<>(Owners.all(pod));
        owners.add(Owners.controlledBy(owner.object()));
        return (Pod) api.replace(withOwners(pod, owners));
    }

    private void release(ReplicaOwner owner, Pod pod) {
        List<OwnerReference> owners = new ArrayList<>(Owners.all(pod));
        owners.removeIf(o -> o.getUid().equals(owner.uid()));
        api.replace(withOwners(pod, owners));
    }

    private static Pod withOwners(Pod pod, List<OwnerReference> owners) {
        return new PodBuilder(pod)
                .editMetadata()
                .withOwnerReferences(owners)
                .endMetadata()
                .build();
    }
}
