package drydock.sim.admission;

import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import drydock.sim.store.Admission;
import io.fabric8.kubernetes.api.builder.Builder;
import io.fabric8.kubernetes.api.builder.Editable;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;

/// The API server's admission: what a new object keeps, what is filled in, what is allocated, what is refused.
public final class ClusterAdmission implements Admission {

    private final ServiceAllocation services;

    /// @param engine gives the chance by which addresses and ports are drawn
    public ClusterAdmission(Engine engine) {
        services = new ServiceAllocation(engine.random("allocation"));
    }

    @Override
    public HasMetadata onCreate(ResourceId id, HasMetadata object) {
        HasMetadata fresh = AutoscalerDefaults.stored(copy(object));
        InitialStatus.set(fresh);
        Defaults.fill(fresh);
        if (fresh instanceof Pod pod) {
            PodAdmissionPlugins.complete(pod);
        }
        Validation.check(id, fresh);
        if (fresh instanceof Service service) {
            services.allocate(id, service);
        }
        return fresh;
    }

    @Override
    public HasMetadata onUpdate(ResourceId id, HasMetadata before, HasMetadata object) {
        HasMetadata fresh = AutoscalerDefaults.stored(copy(object));
        if (fresh instanceof Service service && before instanceof Service old) {
            ServiceAllocation.keep(old, service);
        }
        Defaults.fill(fresh);
        Validation.check(id, fresh);
        Immutability.check(id, before, fresh);
        if (fresh instanceof Service service && before instanceof Service old) {
            services.reallocate(id, old, service);
        }
        return fresh;
    }

    @Override
    public void onDeleted(ResourceId id, HasMetadata object) {
        if (object instanceof Service service) {
            services.release(service);
        }
    }

    /// A copy of `object`, down to its containers, that nobody else holds and that may be filled in.
    private static HasMetadata copy(HasMetadata object) {
        return object instanceof Editable<?> editable
                        && editable.edit() instanceof Builder<?> builder
                        && builder.build() instanceof HasMetadata copy
                ? copy
                : object;
    }
}
