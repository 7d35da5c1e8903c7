package drydock.sim.admission;

import drydock.model.resource.Kinds;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What one object uses of a quota (`pkg/quota/v1/evaluator/core`).
final class QuotaUsage {

    private static final Quantity ONE = new Quantity("1");
    private static final Set<String> COUNTED = Set.of(
            "Pod", "Service", "ConfigMap", "Secret", "PersistentVolumeClaim", "ReplicationController", "ResourceQuota");
    private static final Set<String> OVER = Set.of("Succeeded", "Failed");

    private QuotaUsage() {}

    static Map<String, Quantity> of(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        ResourceKind kind = Kinds.of(object);
        Map<String, Quantity> usage = new TreeMap<>();
        usage.put("count/" + kind.plural() + (kind.group().isEmpty() ? "" : "." + kind.group()), ONE);
        if (id.group().isEmpty() && COUNTED.contains(id.kind()) && !isOver(object)) {
            usage.put(kind.plural(), ONE);
        }
        switch (object) {
            case Pod pod
            when !isOver(pod) -> {
                PodAmounts.of(pod, LimitRanger::requests).forEach((name, amount) -> {
                    usage.put("requests." + name, amount);
                    if (Set.of("cpu", "memory", "ephemeral-storage").contains(name)) {
                        usage.put(name, amount);
                    }
                });
                PodAmounts.of(pod, LimitRanger::limits).forEach((name, amount) -> usage.put("limits." + name, amount));
            }
            case PersistentVolumeClaim claim -> claim(claim, usage);
            case Service service -> service(service, usage);
            default -> {
                // only its number counts
            }
        }
        return usage;
    }

    private static void claim(PersistentVolumeClaim claim, Map<String, Quantity> usage) {
        Map<String, Quantity> requests =
                claim.getSpec() == null || claim.getSpec().getResources() == null
                        ? Map.of()
                        : LimitRanger.orEmpty(claim.getSpec().getResources().getRequests());
        Quantity storage = requests.get("storage");
        if (storage != null) {
            usage.put("requests.storage", storage);
        }
        String of = claim.getSpec() == null ? null : claim.getSpec().getStorageClassName();
        if (of != null && !of.isEmpty()) {
            String suffix = of + ".storageclass.storage.k8s.io/";
            usage.put(suffix + "persistentvolumeclaims", ONE);
            if (storage != null) {
                usage.put(suffix + "requests.storage", storage);
            }
        }
    }

    private static void service(Service service, Map<String, Quantity> usage) {
        String type = Objects.requireNonNullElse(service.getSpec().getType(), "ClusterIP");
        boolean balanced = type.equals("LoadBalancer");
        boolean ports = type.equals("NodePort")
                || (balanced && !Boolean.FALSE.equals(service.getSpec().getAllocateLoadBalancerNodePorts()));
        if (balanced) {
            usage.put("services.loadbalancers", ONE);
        }
        if (ports) {
            usage.put(
                    "services.nodeports",
                    Quantities.ofValue(service.getSpec().getPorts().size()));
        }
    }

    private static boolean isOver(HasMetadata object) {
        return object instanceof Pod pod
                && pod.getStatus() != null
                && OVER.contains(Objects.requireNonNullElse(pod.getStatus().getPhase(), ""));
    }
}
