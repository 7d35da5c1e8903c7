package drydock.sim.controller.quota;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.controller.Pods;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Service;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How much of a quota is used, resource by resource (`pkg/quota/v1/evaluator/core`).
public final class Usage {

    private static final String REQUESTS = "requests.";
    private static final String LIMITS = "limits.";

    private final ApiServer api;
    private final String namespace;
    private final List<Pod> pods;

    private Usage(ApiServer api, ResourceQuota quota) {
        this.api = api;
        namespace = quota.getMetadata().getNamespace();
        pods = list(Kinds.POD)
                .map(Pod.class::cast)
                .filter(pod -> !Pods.isOver(pod))
                .filter(pod -> matches(quota, pod))
                .toList();
    }

    /// What is used of each resource that `quota` limits.
    public static Map<String, Quantity> of(ApiServer api, ResourceQuota quota) {
        Usage usage = new Usage(api, quota);
        Map<String, Quantity> used = new TreeMap<>();
        Map<String, Quantity> hard = quota.getSpec().getHard();
        if (hard != null) {
            hard.forEach((resource, most) -> used.put(resource, usage.of(resource, most)));
        }
        return used;
    }

    private Quantity of(String resource, Quantity most) {
        Optional<Long> count = count(resource);
        return count.isPresent() ? new Quantity(Long.toString(count.get())) : quantity(amount(resource), most);
    }

    private Stream<HasMetadata> list(ResourceKind kind) {
        return api.list(Query.in(kind, namespace)).stream();
    }

    private Optional<Long> count(String resource) {
        return switch (resource) {
            case "pods" -> Optional.of((long) pods.size());
            case "services.loadbalancers" -> Optional.of(services("LoadBalancer"));
            case "services.nodeports" -> Optional.of(services("NodePort") + services("LoadBalancer"));
            case "services",
                    "configmaps",
                    "secrets",
                    "persistentvolumeclaims",
                    "replicationcontrollers",
                    "resourcequotas" ->
                Kinds.named(resource).map(kind -> list(kind).count());
            default ->
                resource.startsWith("count/")
                        ? Kinds.named(resource.substring("count/".length()))
                                .map(kind -> list(kind).count())
                        : Optional.empty();
        };
    }

    private long services(String type) {
        return list(Kinds.SERVICE)
                .map(Service.class::cast)
                .filter(service -> type.equals(service.getSpec().getType()))
                .count();
    }

    private BigDecimal amount(String resource) {
        if (resource.equals(REQUESTS + "storage")) {
            return list(Kinds.PERSISTENT_VOLUME_CLAIM)
                    .map(claim -> ((PersistentVolumeClaim) claim).getSpec().getResources())
                    .filter(Objects::nonNull)
                    .map(r -> value(r.getRequests(), "storage"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        boolean limits = resource.startsWith(LIMITS);
        String plain = limits
                ? resource.substring(LIMITS.length())
                : resource.startsWith(REQUESTS) ? resource.substring(REQUESTS.length()) : resource;
        return pods.stream().map(pod -> amount(pod, plain, limits)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// All containers together, or the greatest init container, whichever is more.
    private static BigDecimal amount(Pod pod, String resource, boolean limits) {
        BigDecimal sum = pod.getSpec().getContainers().stream()
                .map(c -> amount(c, resource, limits))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return pod.getSpec().getInitContainers().stream()
                .map(c -> amount(c, resource, limits))
                .reduce(sum, BigDecimal::max);
    }

    private static BigDecimal amount(Container container, String resource, boolean limits) {
        ResourceRequirements resources = container.getResources();
        return resources == null
                ? BigDecimal.ZERO
                : value(limits ? resources.getLimits() : resources.getRequests(), resource);
    }

    private static BigDecimal value(@Nullable Map<String, Quantity> amounts, String resource) {
        Quantity amount = amounts == null ? null : amounts.get(resource);
        return amount == null ? BigDecimal.ZERO : Quantity.getAmountInBytes(amount);
    }

    /// In the form of the limit: bytes in binary units, shares of a CPU in thousandths.
    private static Quantity quantity(BigDecimal amount, Quantity most) {
        String format = Objects.requireNonNullElse(most.getFormat(), "");
        boolean binary = format.endsWith("i");
        if (binary) {
            for (String unit : List.of("Ti", "Gi", "Mi", "Ki")) {
                BigDecimal size = Quantity.getAmountInBytes(new Quantity("1", unit));
                if (amount.signum() > 0 && amount.remainder(size).signum() == 0) {
                    return new Quantity(amount.divide(size).toPlainString(), unit);
                }
            }
        }
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() <= 0
                ? new Quantity(plain.toPlainString())
                : new Quantity(amount.movePointRight(3).stripTrailingZeros().toPlainString(), "m");
    }

    /// Whether the quota is about such Pods (`pkg/quota/v1/evaluator/core/pods.go podMatchesScopeFunc`).
    private static boolean matches(ResourceQuota quota, Pod pod) {
        List<String> scopes = quota.getSpec().getScopes();
        return scopes == null || scopes.stream().allMatch(scope -> matches(scope, pod));
    }

    private static boolean matches(String scope, Pod pod) {
        boolean terminating = pod.getSpec().getActiveDeadlineSeconds() != null;
        boolean bestEffort =
                pod.getStatus() != null && "BestEffort".equals(pod.getStatus().getQosClass());
        return switch (scope) {
            case "Terminating" -> terminating;
            case "NotTerminating" -> !terminating;
            case "BestEffort" -> bestEffort;
            case "NotBestEffort" -> !bestEffort;
            default -> true;
        };
    }
}
