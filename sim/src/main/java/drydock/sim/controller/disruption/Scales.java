package drydock.sim.controller.disruption;

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
/// @param unmanaged whether a Pod has no controller whose scale is known
record Scales(int expected, boolean unmanaged) {

    static Scales of(ApiServer api, Collection<Pod> pods) {
        Map<String, Integer> byController = new LinkedHashMap<>();
        boolean unmanaged = false;
        for (Pod pod : pods) {
            Optional<HasMetadata> controller = controller(api, pod)
                    .map(c -> c instanceof ReplicaSet ? controller(api, c).orElse(c) : c);
            Optional<Integer> scale = controller.flatMap(Scales::replicas);
            if (scale.isPresent()) {
                byController.put(controller.get().getMetadata().getUid(), scale.get());
            } else {
                unmanaged = true;
            }
        }
        return new Scales(byController.values().stream().mapToInt(i -> i).sum(), unmanaged);
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
