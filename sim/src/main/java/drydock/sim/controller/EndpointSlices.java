package drydock.sim.controller;

import drydock.sim.controller.ServicePorts.Target;
import drydock.sim.store.Shallow;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointConditions;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPortBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a Service's Pods are spread over slices, 100 a slice (`endpointslice/reconciler.go`): who has a place keeps it,
/// the others fill up slices that change anyway, then one that has room for all of them, then new ones; a slice that is
/// not needed is used again before a new one is made.
final class EndpointSlices {

    static final String SERVICE = "kubernetes.io/service-name";
    private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
    private static final String CONTROLLER = "endpointslice-controller.k8s.io";
    private static final String HEADLESS = "service.kubernetes.io/headless";
    private static final int MOST_ENDPOINTS = 100;

    /// What is to be done.
    record Plan(List<EndpointSlice> create, List<EndpointSlice> update, List<EndpointSlice> delete) {}

    /// A slice that is there, and those of its endpoints that stay in it.
    private record Kept(EndpointSlice slice, List<Endpoint> endpoints) {}

    /// Where a Pod is reached.
    record Placed(List<EndpointPort> ports, Endpoint endpoint) {}

    private final Service service;
    private final Optional<String> trigger;
    private final Deque<EndpointSlice> unused = new ArrayDeque<>();
    private final Plan plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    private EndpointSlices(Service service, Optional<String> trigger) {
        this.service = service;
        this.trigger = trigger;
    }

    static boolean isManaged(EndpointSlice slice) {
        Map<String, String> labels = slice.getMetadata().getLabels();
        return labels != null && CONTROLLER.equals(labels.get(MANAGED_BY));
    }

    /// How slices say where ports lead.
    static List<EndpointPort> ports(List<Target> targets) {
        return targets.stream().map(EndpointSlices::port).toList();
    }

    /// @param ports where the ports of `service` lead on `pod`
    /// @param zone the zone of its node, null if that is not known
    static Placed place(List<EndpointPort> ports, Service service, Pod pod, @Nullable String zone) {
        return new Placed(ports, endpoint(service, pod, zone));
    }

    /// @param pods where those are reached that the Service chooses, with an address and not over
    /// @param trigger when what led to it happened, if that is known
    static Plan plan(Service service, Collection<Placed> pods, List<EndpointSlice> existing, Optional<String> trigger) {
        return new EndpointSlices(service, trigger).plan(pods, existing);
    }

    private Plan plan(Collection<Placed> pods, List<EndpointSlice> existing) {
        Map<List<EndpointPort>, Map<String, Endpoint>> wanted = new LinkedHashMap<>();
        List<EndpointPort> lastPorts = List.of();
        Map<String, Endpoint> last = null;
        for (Placed placed : pods) {
            if (last == null || !placed.ports().equals(lastPorts)) {
                lastPorts = placed.ports();
                last = wanted.computeIfAbsent(lastPorts, _ -> LinkedHashMap.newLinkedHashMap(pods.size()));
            }
            last.put(placed.endpoint().getTargetRef().getUid(), placed.endpoint());
        }
        if (wanted.isEmpty()) {
            wanted.put(List.of(), new LinkedHashMap<>());
        }
        existing.stream().filter(s -> !wanted.containsKey(s.getPorts())).forEach(unused::add);
        wanted.forEach((ports, endpoints) -> fill(
                ports,
                endpoints,
                existing.stream().filter(s -> s.getPorts().equals(ports)).toList()));
        plan.delete().addAll(unused);
        return plan;
    }

    /// `reconciler.go reconcileByPortMapping`.
    private void fill(List<EndpointPort> ports, Map<String, Endpoint> left, List<EndpointSlice> slices) {
        List<Kept> changed = new ArrayList<>();
        List<Kept> same = new ArrayList<>();
        for (EndpointSlice slice : slices) {
            List<Endpoint> stays = staying(slice, left);
            if (stays.isEmpty() && !slice.getEndpoints().isEmpty()) {
                unused.add(slice);
            } else {
                (slice(slice, ports, stays).equals(slice) ? same : changed).add(new Kept(slice, stays));
            }
        }
        boolean none = changed.isEmpty() && same.isEmpty();
        Deque<Endpoint> homeless = new ArrayDeque<>(left.values());
        changed.sort(Comparator.comparingInt(kept -> -kept.endpoints().size()));
        for (Kept kept : changed) {
            update(kept.slice(), ports, moveIn(homeless, kept.endpoints()));
        }
        while (!homeless.isEmpty() || none) {
            Optional<Kept> room = roomFor(homeless.size(), same);
            if (room.isPresent()) {
                same.remove(room.get());
                update(room.get().slice(), ports, moveIn(homeless, room.get().endpoints()));
            } else {
                add(ports, moveIn(homeless, new ArrayList<>()));
            }
            none = false;
        }
    }

    /// The endpoints of a slice that are still wanted, as they are now; they are taken from `left`.
    private static List<Endpoint> staying(EndpointSlice slice, Map<String, Endpoint> left) {
        List<Endpoint> stays = new ArrayList<>(slice.getEndpoints().size() + 1);
        for (Endpoint endpoint : slice.getEndpoints()) {
            Endpoint now = endpoint.getTargetRef() == null
                    ? null
                    : left.remove(endpoint.getTargetRef().getUid());
            if (now != null) {
                stays.add(now);
            }
        }
        return stays;
    }

    private static List<Endpoint> moveIn(Deque<Endpoint> homeless, List<Endpoint> endpoints) {
        while (endpoints.size() < MOST_ENDPOINTS && !homeless.isEmpty()) {
            endpoints.add(homeless.remove());
        }
        return endpoints;
    }

    /// The slice that is fullest once all who have no place are in it, if one has room for them (`getSliceToFill`).
    private static Optional<Kept> roomFor(int count, List<Kept> slices) {
        return slices.stream()
                .filter(_ -> count < MOST_ENDPOINTS)
                .filter(kept -> kept.endpoints().size() + count <= MOST_ENDPOINTS)
                .max(Comparator.comparingInt(kept -> kept.endpoints().size()));
    }

    private void add(List<EndpointPort> ports, List<Endpoint> endpoints) {
        EndpointSlice reused = unused.poll();
        if (reused == null) {
            plan.create().add(triggered(slice(new EndpointSlice(), ports, endpoints)));
        } else {
            update(reused, ports, endpoints);
        }
    }

    private void update(EndpointSlice slice, List<EndpointPort> ports, List<Endpoint> endpoints) {
        EndpointSlice now = slice(slice, ports, endpoints);
        if (!now.equals(slice)) {
            plan.update().add(triggered(now));
        }
    }

    /// `slice`, which is made anew, says when what led to it happened.
    private EndpointSlice triggered(EndpointSlice slice) {
        ObjectMeta metadata = slice.getMetadata();
        metadata.setAnnotations(EndpointsController.triggered(metadata.getAnnotations(), trigger));
        return slice;
    }

    private EndpointSlice slice(EndpointSlice slice, List<EndpointPort> ports, List<Endpoint> endpoints) {
        Map<String, String> labels = new LinkedHashMap<>(
                Objects.requireNonNullElse(service.getMetadata().getLabels(), Map.of()));
        labels.remove(HEADLESS);
        if ("None".equals(service.getSpec().getClusterIP())) {
            labels.put(HEADLESS, "");
        }
        labels.put(MANAGED_BY, CONTROLLER);
        labels.put(SERVICE, service.getMetadata().getName());
        ObjectMeta metadata = slice.getMetadata() == null ? new ObjectMeta() : Shallow.copy(slice.getMetadata());
        metadata.setGenerateName(service.getMetadata().getName() + "-");
        metadata.setNamespace(service.getMetadata().getNamespace());
        metadata.setLabels(shared(metadata.getLabels(), labels));
        metadata.setOwnerReferences(shared(metadata.getOwnerReferences(), List.of(Owners.controlledBy(service))));
        EndpointSlice made = Shallow.copy(slice);
        made.setMetadata(metadata);
        made.setAddressType("IPv4");
        made.setPorts(shared(slice.getPorts(), ports));
        made.setEndpoints(endpoints);
        return made;
    }

    private static <T> T shared(@Nullable T before, T now) {
        return now.equals(before) ? before : now;
    }

    private static Endpoint endpoint(Service service, Pod pod, @Nullable String zone) {
        boolean deleting = Owners.isDeleting(pod);
        boolean serving = Pods.isReady(pod);
        boolean ready =
                (serving && !deleting) || Boolean.TRUE.equals(service.getSpec().getPublishNotReadyAddresses());
        Endpoint endpoint = new Endpoint();
        endpoint.setAddresses(List.of(Pods.address(pod)));
        endpoint.setConditions(new EndpointConditions(ready, serving, deleting));
        endpoint.setNodeName(pod.getSpec().getNodeName());
        endpoint.setZone(zone);
        endpoint.setHints(ready ? TrafficHints.of(service, pod, zone) : null);
        endpoint.setHostname(EndpointSubsets.hostname(service, pod));
        endpoint.setTargetRef(EndpointSubsets.target(pod));
        return endpoint;
    }

    private static EndpointPort port(Target target) {
        return new EndpointPortBuilder()
                .withName(target.name())
                .withPort(target.port())
                .withProtocol(target.protocol())
                .withAppProtocol(target.appProtocol())
                .build();
    }
}
