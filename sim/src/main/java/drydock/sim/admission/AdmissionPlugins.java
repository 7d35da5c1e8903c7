package drydock.sim.admission;

import drydock.model.resource.ResourceId;
import drydock.sim.store.Present;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.SplittableRandom;

/// The admission plugins that look at what else is there, in the order in which the API server runs them
/// (`pkg/kubeapiserver/options/plugins.go`).
final class AdmissionPlugins {

    private final LimitRanger limits;
    private final ServiceAccounts accounts;
    private final Priorities priorities;
    private final PodSecurity security;
    private final QuotaAdmission quotas;

    AdmissionPlugins(Present present, SplittableRandom random) {
        limits = new LimitRanger(present);
        accounts = new ServiceAccounts(present, random);
        priorities = new Priorities(present);
        security = new PodSecurity(present);
        quotas = new QuotaAdmission(present);
    }

    /// Fills in a new object, which is the caller's own.
    void complete(ResourceId id, HasMetadata object) {
        if (object instanceof Pod pod && pod.getSpec() != null) {
            limits.complete(pod);
            accounts.complete(id, pod);
            priorities.complete(id, pod);
            DefaultTolerations.complete(pod);
        }
    }

    /// Whether nothing is filled into the Pods of this namespace but what is filled into all.
    boolean isOrdinary(ResourceId id) {
        return !limits.applies(id.namespace());
    }

    /// @throws drydock.model.cluster.ClusterException 403 if the namespace does not allow the resources that a Pod is
    ///     to be given instead of those of `before`
    void resized(ResourceId id, Pod before, Pod pod) {
        limits.check(id, pod);
        quotas.check(id, before, pod);
    }

    /// @throws drydock.model.cluster.ClusterException 403 if a Pod may not have the containers that it is to get
    void secure(ResourceId id, Pod pod) {
        security.check(id, pod);
    }

    /// @throws drydock.model.cluster.ClusterException 403 if a new object is not allowed
    void check(ResourceId id, HasMetadata object) {
        if (object instanceof Pod pod) {
            limits.check(id, pod);
            security.check(id, pod);
        } else if (object instanceof PersistentVolumeClaim claim) {
            limits.check(id, claim);
        }
        quotas.check(id, object);
    }
}
