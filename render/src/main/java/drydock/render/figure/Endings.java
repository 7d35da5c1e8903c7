package drydock.render.figure;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointConditions;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where each Service leads, as the cluster says it: its Pods, and how each stands. From
/// EndpointSlices; from Endpoints for Services that have no slices, as in old clusters.
///
/// Up to Kubernetes 1.20 a slice names only one of several Pods that have the same address, as hollow ones have and
/// those of the host's network can (`pkg/controller/endpointslice/endpointset.go endpointHashObj`); the others at the
/// address are taken from Endpoints.
final class Endings {

    private static final String SERVICE_NAME = "kubernetes.io/service-name";

    private final Map<ResourceId, Map<ResourceId, Ending>> slices = new TreeMap<>();
    private final Map<ResourceId, Set<String>> sliceAddresses = new TreeMap<>();
    private final Map<ResourceId, Map<ResourceId, Old>> endpoints = new TreeMap<>();

    /// What Endpoints say of a Pod.
    private record Old(String address, Ending stands) {}

    Endings(Iterable<HasMetadata> observed) {
        for (HasMetadata object : observed) {
            if (object instanceof EndpointSlice slice) {
                slice(slice);
            } else if (object instanceof Endpoints old) {
                endpoints(old);
            }
        }
    }

    /// The Pods that `service` leads to, and how each stands.
    Map<ResourceId, Ending> of(ResourceId service) {
        Map<ResourceId, Old> old = endpoints.getOrDefault(service, Map.of());
        Map<ResourceId, Ending> told = slices.get(service);
        if (told != null && old.isEmpty()) {
            return told;
        }
        Map<ResourceId, Ending> all = new LinkedHashMap<>(told == null ? Map.of() : told);
        Set<String> there = sliceAddresses.getOrDefault(service, Set.of());
        old.forEach((pod, one) -> {
            if (told == null || there.contains(one.address())) {
                all.putIfAbsent(pod, one.stands());
            }
        });
        return all;
    }

    /// How many endpoints of `service` stand in each way; ways in which none stands are left out.
    Map<Ending, Integer> counts(ResourceId service) {
        Map<Ending, Integer> counts = new EnumMap<>(Ending.class);
        of(service).values().forEach(ending -> counts.merge(ending, 1, Integer::sum));
        return counts;
    }

    private void slice(EndpointSlice slice) {
        Map<String, String> labels = slice.getMetadata().getLabels();
        String service = labels == null ? null : labels.get(SERVICE_NAME);
        if (service == null) {
            return;
        }
        String namespace = slice.getMetadata().getNamespace();
        ResourceId id = ResourceId.of(Kinds.SERVICE, namespace, service);
        var pods = slices.computeIfAbsent(id, s -> new LinkedHashMap<>());
        var addresses = sliceAddresses.computeIfAbsent(id, s -> new HashSet<>());
        for (Endpoint endpoint : Objects.requireNonNullElse(slice.getEndpoints(), List.<Endpoint>of())) {
            Ending stands = stands(endpoint.getConditions());
            addresses.addAll(Objects.requireNonNullElse(endpoint.getAddresses(), List.of()));
            pod(endpoint.getTargetRef(), namespace).ifPresent(p -> pods.merge(p, stands, Ending::or));
        }
    }

    /// Unknown readiness is to be taken as ready, and so is unknown serving.
    private static Ending stands(@Nullable EndpointConditions conditions) {
        if (conditions == null) {
            return Ending.READY;
        }
        boolean terminating = Boolean.TRUE.equals(conditions.getTerminating());
        boolean ready = !Boolean.FALSE.equals(conditions.getReady());
        boolean serving = conditions.getServing() == null ? ready : conditions.getServing();
        return Ending.of(ready, serving, terminating);
    }

    private void endpoints(Endpoints old) {
        String namespace = old.getMetadata().getNamespace();
        var pods = endpoints.computeIfAbsent(
                ResourceId.of(Kinds.SERVICE, namespace, old.getMetadata().getName()), s -> new LinkedHashMap<>());
        old.getSubsets().forEach(subset -> {
            addresses(subset.getNotReadyAddresses(), namespace, Ending.NOT_READY, pods);
            addresses(subset.getAddresses(), namespace, Ending.READY, pods);
        });
    }

    private static void addresses(
            List<EndpointAddress> addresses, String namespace, Ending stands, Map<ResourceId, Old> pods) {
        for (EndpointAddress address : addresses) {
            Old now = new Old(address.getIp(), stands);
            pod(address.getTargetRef(), namespace)
                    .ifPresent(p -> pods.merge(
                            p,
                            now,
                            (one, other) -> new Old(now.address(), one.stands().or(other.stands()))));
        }
    }

    private static Optional<ResourceId> pod(@Nullable ObjectReference target, String namespace) {
        return target == null || !"Pod".equals(target.getKind())
                ? Optional.empty()
                : Optional.of(ResourceId.of(Kinds.POD, namespace, target.getName()));
    }
}
