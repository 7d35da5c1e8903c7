package drydock.sim.controller.workload;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Whose Pods are whose, those that are over among them: what matches is adopted if nobody has it, what matches no more
/// is let go (`pkg/controller/controller_ref_manager.go`).
public final class OwnedPods {

    private final ApiServer api;
    private final Informer<Pod> pods;

    /// @param pods indexed by [Owners#indexKey]
    public OwnedPods(ApiServer api, Informer<Pod> pods) {
        this.api = api;
        this.pods = pods;
    }

    /// The Pods that belong to `owner`, after adopting and letting go.
    ///
    /// @param member what else a Pod must be to belong there
    /// @throws drydock.model.cluster.ClusterException if a Pod has changed meanwhile
    public List<Pod> claim(HasMetadata owner, LabelSelector selector, Predicate<Pod> member) {
        List<Pod> claimed = new ArrayList<>();
        String uid = owner.getMetadata().getUid();
        for (Pod pod : List.copyOf(pods.of(Owners.key(uid)))) {
            if (selector.matches(pod) && member.test(pod)) {
                claimed.add(pod);
            } else if (!Owners.isDeleting(owner)) {
                release(uid, pod);
            }
        }
        if (Owners.isDeleting(owner)) {
            return claimed;
        }
        for (Pod pod : List.copyOf(pods.of(Owners.orphans(owner.getMetadata().getNamespace())))) {
            if (!Owners.isDeleting(pod) && selector.matches(pod) && member.test(pod) && isStillThere(owner)) {
                claimed.add(adopt(owner, pod));
            }
        }
        return claimed;
    }

    /// Asked of the server, not of the cache: who is gone or going adopts nobody.
    private boolean isStillThere(HasMetadata owner) {
        return api.get(ResourceId.of(owner))
                .filter(now ->
                        now.getMetadata().getUid().equals(owner.getMetadata().getUid()))
                .filter(now -> !Owners.isDeleting(now))
                .isPresent();
    }

    private Pod adopt(HasMetadata owner, Pod pod) {
        List<OwnerReference> owners = new ArrayList<>(Owners.all(pod));
        owners.add(Owners.controlledBy(owner));
        return (Pod) api.replace(withOwners(pod, owners));
    }

    private void release(String uid, Pod pod) {
        List<OwnerReference> owners = new ArrayList<>(Owners.all(pod));
        owners.removeIf(o -> o.getUid().equals(uid));
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
