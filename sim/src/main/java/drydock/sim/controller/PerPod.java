package drydock.sim.controller;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What was made of each Pod of each Service, for as long as both are the same versions: of a hundred Pods behind a
/// Service one changes at a time.
///
/// @param <T> what is made of a Pod; equal ones are one object
final class PerPod<T> {

    private final BiFunction<Service, Pod, T> making;
    private final Map<ResourceId, OfService<T>> byService = new HashMap<>();

    private record Made<T>(Pod pod, T result) {}

    private static final class OfService<T> {
        private final Service service;
        private final Map<String, Made<T>> byUid = new HashMap<>();

        OfService(Service service) {
            this.service = service;
        }
    }

    PerPod(BiFunction<Service, Pod, T> making) {
        this.making = making;
    }

    /// What of each Pod of `service` is made, or was made before.
    @SuppressWarnings(
            "ReferenceEquality") // another version is another object, and comparing all of it is what this saves
    Function<Pod, T> of(Service service) {
        ResourceId id = ResourceId.of(service);
        OfService<T> last = byService.get(id);
        OfService<T> known = last != null && last.service == service ? last : new OfService<>(service);
        byService.put(id, known);
        return pod -> of(known, pod);
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private T of(OfService<T> known, Pod pod) {
        Made<T> made = known.byUid.get(pod.getMetadata().getUid());
        if (made != null && made.pod() == pod) {
            return made.result();
        }
        T result = making.apply(known.service, pod);
        T one = made != null && made.result().equals(result) ? made.result() : result;
        known.byUid.put(pod.getMetadata().getUid(), new Made<>(pod, one));
        return one;
    }

    /// A Service's Pod is gone.
    void forget(ResourceId service, Pod pod) {
        OfService<T> known = byService.get(service);
        if (known != null) {
            known.byUid.remove(pod.getMetadata().getUid());
        }
    }

    /// A Service is gone.
    void forget(ResourceId service) {
        byService.remove(service);
    }
}
