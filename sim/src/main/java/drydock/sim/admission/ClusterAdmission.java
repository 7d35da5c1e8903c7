package drydock.sim.admission;

import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import drydock.sim.extension.CustomKinds;
import drydock.sim.extension.CustomObjects;
import drydock.sim.store.Admission;
import drydock.sim.store.Present;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.builder.Builder;
import io.fabric8.kubernetes.api.builder.Editable;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;
import java.util.SplittableRandom;

/// The API server's admission: what a new object keeps, what is filled in, what is allocated, what is refused.
public final class ClusterAdmission implements Admission {

    private final Validation validation = new Validation();
    private final CheckedPods checked = new CheckedPods();
    private final ServiceAllocation services;
    private final SplittableRandom random;
    private AdmissionPlugins plugins;
    private CustomObjects custom = new CustomObjects(new CustomKinds(Present.NOTHING));

    /// @param engine gives the chance by which addresses and ports are drawn
    public ClusterAdmission(Engine engine) {
        services = new ServiceAllocation(engine.random("allocation"));
        random = engine.random("service-accounts");
        plugins = new AdmissionPlugins(Present.NOTHING, random);
    }

    @Override
    public void begin(Present present) {
        plugins = new AdmissionPlugins(present, random);
        custom = new CustomObjects(new CustomKinds(present));
    }

    @Override
    public boolean hasStatus(HasMetadata object) {
        return !CustomObjects.isCustom(object) || custom.hasStatus(object);
    }

    @Override
    public HasMetadata onCreate(ResourceId id, HasMetadata object) {
        boolean ordinary = plugins.isOrdinary(id);
        if (object instanceof Pod pod && ordinary) {
            Optional<Pod> like = checked.filled(pod);
            if (like.isPresent()) {
                plugins.complete(id, like.get());
                InitialStatus.set(like.get());
                plugins.check(id, like.get());
                return like.get();
            }
        }
        HasMetadata fresh = created(id, object, ordinary);
        plugins.check(id, fresh);
        if (fresh instanceof Service service) {
            services.allocate(id, service);
        }
        return fresh;
    }

    /// `object` filled in and found in order by itself.
    private HasMetadata created(ResourceId id, HasMetadata object, boolean ordinary) {
        HasMetadata fresh =
                CustomObjects.isCustom(object) ? custom.created(id, object) : AutoscalerDefaults.stored(copy(object));
        Defaults.fill(fresh);
        NamespaceFinalizer.onCreate(fresh);
        TemplateGeneration.onCreate(fresh);
        if (fresh instanceof Job job) {
            JobDefaults.onCreate(job);
        }
        Optional<PodSpec> filled = fresh instanceof Pod pod && pod.getSpec() != null && ordinary
                ? Optional.of(CheckedPods.copy(pod.getSpec()))
                : Optional.empty();
        plugins.complete(id, fresh);
        InitialStatus.set(fresh);
        StorageDefaults.onCreate(fresh);
        validation.created(id, fresh);
        if (object instanceof Pod written) {
            filled.ifPresent(spec -> checked.add(written, spec));
        }
        return fresh;
    }

    @Override
    public HasMetadata onFound(ResourceId id, HasMetadata object) {
        if (CustomObjects.isCustom(object)) {
            return object;
        }
        HasMetadata fresh = AutoscalerDefaults.stored(copy(object));
        Defaults.fill(fresh);
        if (fresh instanceof Service service) {
            services.hold(service);
        }
        return fresh;
    }

    @Override
    public HasMetadata onUpdate(ResourceId id, HasMetadata before, HasMetadata object) {
        HasMetadata fresh = CustomObjects.isCustom(object)
                ? custom.updated(id, before, object)
                : AutoscalerDefaults.stored(KnownEndpoints.copy(before, object).orElseGet(() -> copy(object)));
        if (fresh instanceof Service service && before instanceof Service old) {
            ServiceAllocation.keep(old, service);
        }
        Defaults.fill(fresh);
        TemplateGeneration.onUpdate(before, fresh);
        validation.updated(id, before, fresh);
        if (fresh instanceof Service service && before instanceof Service old) {
            services.reallocate(id, old, service);
        }
        return fresh;
    }

    @Override
    public HasMetadata onResize(ResourceId id, HasMetadata before, HasMetadata object) {
        if (before instanceof Pod pod && object instanceof Pod wanted) {
            Pod next = PodResize.of(id, pod, wanted);
            plugins.resized(id, pod, next);
            return next;
        }
        throw Refusals.notFound(id);
    }

    @Override
    public HasMetadata onEphemeralContainers(ResourceId id, HasMetadata before, HasMetadata object) {
        if (before instanceof Pod pod && object instanceof Pod wanted) {
            Pod next = PodEphemeralContainers.of(pod, wanted);
            Defaults.fill(next);
            PodEphemeralContainers.check(id, pod, next, Validation.problems(id, next));
            plugins.secure(id, next);
            return next;
        }
        throw Refusals.notFound(id);
    }

    @Override
    public void onDeleted(ResourceId id, HasMetadata object) {
        if (object instanceof Service service) {
            services.release(service);
        }
    }

    @Override
    public void onUndone(ResourceId id, HasMetadata before, HasMetadata after) {
        if (after instanceof Service service && copy(before) instanceof Service old) {
            services.reallocate(id, service, old);
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
