package drydock.sim.load;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.metrics.Usages;
import drydock.sim.network.RequestLog;
import drydock.sim.network.RequestTrace;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads from a cluster how busy everything is.
final class LoadReading {

    private static final List<ResourceKind> MAKERS = List.of(
            Kinds.DEPLOYMENT, Kinds.REPLICA_SET, Kinds.STATEFUL_SET, Kinds.DAEMON_SET, Kinds.REPLICATION_CONTROLLER);

    private final ApiServer server;
    private final Usages usages;
    private final RequestLog requests;

    LoadReading(ApiServer server, Usages usages, RequestLog requests) {
        this.server = server;
        this.usages = usages;
        this.requests = requests;
    }

    /// @param lately the time over which requests are counted
    LoadSample at(Instant now, Duration lately) {
        Map<ResourceId, Load> loads = new HashMap<>();
        Map<ResourceId, ResourceId> owners = new HashMap<>();
        for (ResourceKind kind : MAKERS) {
            for (HasMetadata maker : server.list(Query.all(kind))) {
                ResourceId id = ResourceId.of(maker);
                loads.put(id, Load.NONE);
                owner(maker).ifPresent(owner -> owners.put(id, owner));
            }
        }
        Map<ResourceId, List<ResourceId>> makersOf = new HashMap<>();
        for (HasMetadata object : server.list(Query.all(Kinds.POD))) {
            pod((Pod) object, owners, loads, makersOf);
        }
        requests(now, lately, loads, makersOf);
        for (HasMetadata object : server.list(Query.all(Kinds.HORIZONTAL_POD_AUTOSCALER))) {
            if (object instanceof HorizontalPodAutoscaler autoscaler) {
                autoscaler(autoscaler, loads);
            }
        }
        return new LoadSample(now, loads);
    }

    private void pod(
            Pod pod,
            Map<ResourceId, ResourceId> owners,
            Map<ResourceId, Load> loads,
            Map<ResourceId, List<ResourceId>> makersOf) {
        List<ResourceId> makers = new ArrayList<>();
        for (Optional<ResourceId> maker = owner(pod);
                maker.isPresent();
                maker = Optional.ofNullable(owners.get(maker.get()))) {
            makers.add(maker.get());
        }
        makersOf.put(ResourceId.of(pod), makers);
        String phase = pod.getStatus() == null
                ? ""
                : Objects.requireNonNullElse(pod.getStatus().getPhase(), "");
        if (makers.isEmpty() || phase.equals("Succeeded") || phase.equals("Failed")) {
            return;
        }
        long used = usages.of(pod.getMetadata().getUid()).values().stream()
                .mapToLong(Usages.Usage::milliCpu)
                .sum();
        long asked = pod.getSpec().getContainers().stream()
                .mapToLong(LoadReading::asked)
                .sum();
        boolean ready = isReady(pod);
        makers.forEach(maker -> loads.computeIfPresent(maker, (_, load) -> load.plusPod(used, asked, ready)));
    }

    private static boolean isReady(Pod pod) {
        return pod.getStatus() != null
                && pod.getStatus().getConditions() != null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
    }

    private static long asked(Container container) {
        return Optional.ofNullable(container.getResources())
                .map(resources -> resources.getRequests())
                .map(asked -> asked.get("cpu"))
                .map(Quantities::milli)
                .orElse(0L);
    }

    private static Optional<ResourceId> owner(HasMetadata object) {
        for (OwnerReference reference : object.getMetadata().getOwnerReferences()) {
            if (Boolean.TRUE.equals(reference.getController())) {
                return ResourceId.of(reference, object.getMetadata().getNamespace());
            }
        }
        return Optional.empty();
    }

    private void requests(
            Instant now, Duration lately, Map<ResourceId, Load> loads, Map<ResourceId, List<ResourceId>> makersOf) {
        double share = 1.0 / lately.toSeconds();
        for (RequestTrace trace : requests.between(now.minus(lately), now)) {
            boolean failed = !trace.result().succeeded();
            trace.service()
                    .ifPresent(id -> loads.merge(
                            id, Load.NONE.plusRequest(share, failed), (load, _) -> load.plusRequest(share, failed)));
            trace.pod()
                    .map(pod -> makersOf.getOrDefault(pod, List.of()))
                    .orElse(List.of())
                    .forEach(maker -> loads.computeIfPresent(maker, (_, load) -> load.plusRequest(share, failed)));
        }
    }

    private static void autoscaler(HorizontalPodAutoscaler autoscaler, Map<ResourceId, Load> loads) {
        var target = autoscaler.getSpec().getScaleTargetRef();
        loads.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(target.getKind())
                        && entry.getKey().name().equals(target.getName())
                        && entry.getKey()
                                .namespace()
                                .equals(autoscaler.getMetadata().getNamespace()))
                .findFirst()
                .ifPresent(entry -> {
                    Load aimed = entry.getValue().aimedAt(share(autoscaler));
                    loads.put(entry.getKey(), aimed);
                    loads.put(ResourceId.of(autoscaler), aimed);
                });
    }

    /// The share of its CPU that it wants to be used; empty if it goes by something else.
    private static OptionalDouble share(HorizontalPodAutoscaler autoscaler) {
        return autoscaler.getSpec().getMetrics().stream()
                .map(MetricSpec::getResource)
                .filter(resource -> resource != null && "cpu".equals(resource.getName()))
                .map(resource -> resource.getTarget().getAverageUtilization())
                .filter(Objects::nonNull)
                .mapToDouble(percent -> percent / 100.0)
                .findFirst();
    }
}
