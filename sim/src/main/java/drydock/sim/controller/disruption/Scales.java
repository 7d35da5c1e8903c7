package drydock.sim.controller.disruption;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.controller.Owners;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// How many Pods the controllers of some Pods want (`disruption/disruption.go getExpectedScale`).
///
/// @param expected all of them together
/// @param unmanaged whether a Pod has no controller
record Scales(int expected, boolean unmanaged) {

    /// @throws UnknownScaleException if a Pod has a controller whose scale nobody can tell
    static Scales of(ApiServer api, Collection<Pod> pods) throws UnknownScaleException {
        Map<String, Integer> byController = new LinkedHashMap<>();
        boolean unmanaged = false;
        for (Pod pod : pods) {
            if (Owners.controller(pod).isEmpty()) {
                unmanaged = true;
                continue;
            }
            HasMetadata controller = controller(api, pod)
                    .map(c -> c instanceof ReplicaSet ? controller(api, c).orElse(c) : c)
                    .orElseThrow(() -> new UnknownScaleException("found no controllers for pod \""
                            + pod.getMetadata().getName() + "\""));
            int scale = replicas(controller)
                    .orElseThrow(() -> new UnknownScaleException(
                            resource(controller) + " does not implement the scale subresource"));
            byController.put(controller.getMetadata().getUid(), scale);
        }
        return new Scales(byController.values().stream().mapToInt(i -> i).sum(), unmanaged);
    }

    private static String resource(HasMetadata controller) {
        ResourceKind kind = Kinds.of(controller.getApiVersion(), controller.getKind());
        return kind.plural() + (kind.group().isEmpty() ? "" : "." + kind.group());
    }

    private static Optional<HasMetadata> controller(ApiServer api, HasMetadata object) {
        return Owners.controller(object)
                .flatMap(owner -> Owners.id(owner, object.getMetadata().getNamespace())
                        .flatMap(api::get)
                        .filter(is -> is.getMetadata().getUid().equals(owner.getUid())));
    }

    private static Optional<Integer> replicas(HasMetadata controller) {
        return switch (controller) {
            case ReplicationController rc -> Optional.ofNullable(rc.getSpec().getReplicas());
            case ReplicaSet set -> Optional.ofNullable(set.getSpec().getReplicas());
            case Deployment deployment ->
                Optional.ofNullable(deployment.getSpec().getReplicas());
            case StatefulSet set ->
                Optional.ofNullable(Objects.requireNonNullElse(set.getSpec().getReplicas(), 1));
            default -> Optional.empty();
        };
    }
}
