package drydock.sim.controller;

import drydock.sim.controller.ServicePorts.Target;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointPort;
import io.fabric8.kubernetes.api.model.EndpointPortBuilder;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The addresses of a Service's Pods, those with the same ports together (`pkg/api/v1/endpoints/util.go
/// RepackSubsets`).
final class EndpointSubsets {

    private EndpointSubsets() {}

    /// Where a Pod is reached, and whether it is ready and being deleted.
    record Reached(EndpointAddress address, List<Target> targets, boolean ready, boolean leaving) {}

    /// @param targets where the ports of `service` lead on it
    static Reached reach(Service service, List<Target> targets, Pod pod) {
        return new Reached(address(service, pod), targets, Pods.isReady(pod), Owners.isDeleting(pod));
    }

    /// @param pods where the Pods are reached, in the order of their addresses
    /// @param evenNotReady whether Pods that are not ready count as ready, and those being deleted count, too
    /// @param evenWithoutPorts whether addresses count that no port leads to, as of a Service without ports
    static List<EndpointSubset> of(Collection<Reached> pods, boolean evenNotReady, boolean evenWithoutPorts) {
        List<Reached> counted = new ArrayList<>(pods.size());
        boolean alike = true;
        for (Reached pod : pods) {
            if (evenNotReady || !pod.leaving()) {
                counted.add(pod);
                alike &= pod.targets().equals(counted.getFirst().targets());
            }
        }
        if (counted.isEmpty()) {
            return List.of();
        }
        List<Target> first = counted.getFirst().targets();
        if (alike) {
            return first.isEmpty() && !evenWithoutPorts ? List.of() : List.of(subset(counted, first, evenNotReady));
        }
        return byPorts(counted, evenNotReady);
    }

    private static List<EndpointSubset> byPorts(List<Reached> pods, boolean evenNotReady) {
        Map<Target, List<Reached>> byPort = new LinkedHashMap<>();
        for (Reached pod : pods) {
            pod.targets()
                    .forEach(port ->
                            byPort.computeIfAbsent(port, _ -> new ArrayList<>()).add(pod));
        }
        Map<List<String>, List<Target>> portsByPods = new TreeMap<>(Comparator.comparing(String::valueOf));
        Map<List<String>, List<Reached>> podsByNames = new LinkedHashMap<>();
        byPort.forEach((port, reached) -> {
            List<String> names = reached.stream().map(r -> r.address().getIp()).toList();
            portsByPods.computeIfAbsent(names, _ -> new ArrayList<>()).add(port);
            podsByNames.put(names, reached);
        });
        List<EndpointSubset> subsets = new ArrayList<>();
        portsByPods.forEach((names, ports) -> subsets.add(subset(podsByNames.get(names), ports, evenNotReady)));
        return subsets;
    }

    private static EndpointSubset subset(List<Reached> pods, List<Target> ports, boolean evenNotReady) {
        List<EndpointAddress> ready = new ArrayList<>(pods.size());
        List<EndpointAddress> notReady = new ArrayList<>(0);
        for (Reached pod : pods) {
            (evenNotReady || pod.ready() ? ready : notReady).add(pod.address());
        }
        EndpointSubset subset = new EndpointSubset();
        subset.setAddresses(ready);
        subset.setNotReadyAddresses(notReady);
        subset.setPorts(ports.stream().map(EndpointSubsets::port).toList());
        return subset;
    }

    /// The name that a Pod has within `service`; null if it is none of those that name both (`endpointslice/util`,
    /// ShouldSetHostname).
    static @Nullable String hostname(Service service, Pod pod) {
        String hostname = pod.getSpec().getHostname();
        boolean named = hostname != null
                && !hostname.isEmpty()
                && service.getMetadata().getName().equals(pod.getSpec().getSubdomain());
        return named ? hostname : null;
    }

    private static EndpointAddress address(Service service, Pod pod) {
        EndpointAddress address = new EndpointAddress();
        address.setIp(Pods.address(pod));
        address.setNodeName(pod.getSpec().getNodeName());
        address.setHostname(hostname(service, pod));
        address.setTargetRef(target(pod));
        return address;
    }

    /// What an endpoint says of the Pod behind it.
    static ObjectReference target(Pod pod) {
        ObjectReference target = new ObjectReference();
        target.setKind("Pod");
        target.setNamespace(pod.getMetadata().getNamespace());
        target.setName(pod.getMetadata().getName());
        target.setUid(pod.getMetadata().getUid());
        return target;
    }

    private static EndpointPort port(Target target) {
        return new EndpointPortBuilder()
                .withName(target.name().isEmpty() ? null : target.name())
                .withPort(target.port())
                .withProtocol(target.protocol())
                .withAppProtocol(target.appProtocol())
                .build();
    }
}
