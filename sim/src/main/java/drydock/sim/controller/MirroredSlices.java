package drydock.sim.controller;

import drydock.sim.store.Shallow;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointConditionsBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPortBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The slices that say what Endpoints say: one for each set of ports and family of addresses
/// (`pkg/controller/endpointslicemirroring/reconciler.go`, `utils.go newEndpointSlice`).
final class MirroredSlices {

    /// As many addresses of a subset are mirrored.
    static final int MOST = 1_000;

    private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
    private static final String CONTROLLER = "endpointslicemirroring-controller.k8s.io";
    private static final List<String> NOT_COPIED = List.of(
            "endpoints.kubernetes.io/last-change-trigger-time", "kubectl.kubernetes.io/last-applied-configuration");

    /// What is to be done.
    ///
    /// @param skipped how many addresses there was no room for
    record Plan(List<EndpointSlice> create, List<EndpointSlice> update, List<EndpointSlice> delete, int skipped) {}

    private record Key(String addressType, List<EndpointPort> ports) {}

    private MirroredSlices() {}

    static boolean isMirrored(EndpointSlice slice) {
        Map<String, String> labels = slice.getMetadata().getLabels();
        return labels != null && CONTROLLER.equals(labels.get(MANAGED_BY));
    }

    /// @param existing the mirrored slices that there are
    static Plan plan(Endpoints endpoints, List<EndpointSlice> existing) {
        Map<Key, Map<String, Endpoint>> wanted = new LinkedHashMap<>();
        int skipped = 0;
        for (EndpointSubset subset : endpoints.getSubsets()) {
            skipped += add(subset, wanted);
        }
        Map<Key, List<EndpointSlice>> there = new LinkedHashMap<>();
        existing.forEach(slice -> there.computeIfAbsent(
                        new Key(slice.getAddressType(), slice.getPorts()), _ -> new ArrayList<>())
                .add(slice));
        Plan plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), skipped);
        there.forEach((key, slices) ->
                plan.delete().addAll(wanted.containsKey(key) ? slices.subList(1, slices.size()) : slices));
        wanted.forEach((key, byAddress) -> {
            EndpointSlice before = there.containsKey(key) ? there.get(key).getFirst() : reused(key, plan.delete());
            EndpointSlice now = slice(endpoints, before, key, List.copyOf(byAddress.values()));
            if (before.getMetadata() == null) {
                plan.create().add(now);
            } else if (!now.equals(before)) {
                plan.update().add(now);
            }
        });
        return plan;
    }

    /// A slice that nobody needs any more, or a new one (`recycleSlices`).
    private static EndpointSlice reused(Key key, List<EndpointSlice> unused) {
        for (EndpointSlice slice : unused) {
            if (slice.getAddressType().equals(key.addressType())) {
                unused.remove(slice);
                return slice;
            }
        }
        return new EndpointSlice();
    }

    /// How many addresses of `subset` found no room.
    private static int add(EndpointSubset subset, Map<Key, Map<String, Endpoint>> wanted) {
        List<EndpointPort> ports =
                subset.getPorts().stream().map(MirroredSlices::port).toList();
        List<Endpoint> all = new ArrayList<>();
        subset.getAddresses().forEach(address -> all.add(endpoint(address, true)));
        subset.getNotReadyAddresses().forEach(address -> all.add(endpoint(address, false)));
        for (Endpoint endpoint : all.subList(0, Math.min(all.size(), MOST))) {
            String address = endpoint.getAddresses().getFirst();
            Key key = new Key(address.indexOf(':') >= 0 ? "IPv6" : "IPv4", ports);
            wanted.computeIfAbsent(key, _ -> new LinkedHashMap<>()).put(address, endpoint);
        }
        return Math.max(0, all.size() - MOST);
    }

    private static Endpoint endpoint(EndpointAddress address, boolean ready) {
        Endpoint endpoint = new Endpoint();
        endpoint.setAddresses(List.of(address.getIp()));
        endpoint.setConditions(new EndpointConditionsBuilder().withReady(ready).build());
        endpoint.setNodeName(address.getNodeName());
        endpoint.setHostname(address.getHostname());
        endpoint.setTargetRef(address.getTargetRef());
        return endpoint;
    }

    private static EndpointPort port(io.fabric8.kubernetes.api.model.EndpointPort port) {
        return new EndpointPortBuilder()
                .withName(Objects.requireNonNullElse(port.getName(), ""))
                .withPort(port.getPort())
                .withProtocol(Objects.requireNonNullElse(port.getProtocol(), "TCP"))
                .withAppProtocol(port.getAppProtocol())
                .build();
    }

    private static EndpointSlice slice(Endpoints endpoints, EndpointSlice before, Key key, List<Endpoint> all) {
        ObjectMeta from = endpoints.getMetadata();
        Map<String, String> labels = new LinkedHashMap<>(Objects.requireNonNullElse(from.getLabels(), Map.of()));
        labels.put(EndpointSlices.SERVICE, from.getName());
        labels.put(MANAGED_BY, CONTROLLER);
        Map<String, String> annotations =
                new LinkedHashMap<>(Objects.requireNonNullElse(from.getAnnotations(), Map.of()));
        NOT_COPIED.forEach(annotations::remove);
        ObjectMeta metadata = before.getMetadata() == null ? new ObjectMeta() : Shallow.copy(before.getMetadata());
        metadata.setGenerateName(from.getName() + "-");
        metadata.setNamespace(from.getNamespace());
        metadata.setLabels(labels);
        metadata.setAnnotations(annotations.isEmpty() ? null : annotations);
        metadata.setOwnerReferences(List.of(Owners.controlledBy(endpoints)));
        EndpointSlice slice = Shallow.copy(before);
        slice.setMetadata(metadata);
        slice.setAddressType(key.addressType());
        slice.setPorts(key.ports());
        slice.setEndpoints(all);
        return slice;
    }
}
