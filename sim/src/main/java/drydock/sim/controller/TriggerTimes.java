package drydock.sim.controller;

import drydock.model.resource.ResourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// When what changed the endpoints of Services happened (`endpointslice/util/trigger_time_tracker.go`): of the Pods
/// that have become ready or stopped being so since a Service was last looked at, when the first did; of a new Service
/// its creation counts, too.
///
/// Times are as the API writes them, which stand in their own order.
final class TriggerTimes {

    private final Set<ResourceId> known = new HashSet<>();

    /// For each Service the Pods that changed since it was last looked at, with the time that was known of them then.
    private final Map<ResourceId, Map<ResourceId, String>> since = new HashMap<>();

    /// Whether `service` has been looked at before.
    boolean knows(ResourceId service) {
        return known.contains(service);
    }

    /// A Pod of `service` has changed.
    ///
    /// @param before the time that was known of it, empty if none was
    void changed(ResourceId service, ResourceId pod, String before) {
        since.computeIfAbsent(service, _ -> new HashMap<>()).putIfAbsent(pod, before);
    }

    void forget(ResourceId service) {
        known.remove(service);
        since.remove(service);
    }

    /// The first of what has happened since this was last asked; empty if nothing has.
    ///
    /// @param created when the Service was created
    /// @param time the time that is known of a Pod now, empty if none is
    Optional<String> take(ResourceId service, String created, Function<ResourceId, String> time) {
        Map<ResourceId, String> changed = since.remove(service);
        String first = known.add(service) ? created : "";
        for (Map.Entry<ResourceId, String> pod :
                changed == null ? Map.<ResourceId, String>of().entrySet() : changed.entrySet()) {
            String now = time.apply(pod.getKey());
            if (now.compareTo(pod.getValue()) > 0 && (first.isEmpty() || now.compareTo(first) < 0)) {
                first = now;
            }
        }
        return first.isEmpty() ? Optional.empty() : Optional.of(first);
    }
}
