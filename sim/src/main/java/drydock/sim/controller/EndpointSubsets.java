package drydock.sim.controller;

import drydock.sim.controller.ServicePods.Target;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointAddressBuilder;
import io.fabric8.kubernetes.api.model.EndpointPort;
import io.fabric8.kubernetes.api.model.EndpointPortBuilder;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The addresses of a Service's Pods, those with the same ports together (`pkg/api/v1/endpoints/util.go
/// RepackSubsets`).
final class EndpointSubsets {

    private static final int MOST_ADDRESSES = 1_000;

    private EndpointSubsets() {}

    /// Where a Pod is reached.
    record Reached(EndpointAddress address, List<Target> targets) {}

    static Reached reach(Service service, Pod pod) {
        return new Reached(address(pod), ServicePods.targets(service, pod));
    }

    /// @param reaching says of each Pod where it is reached
    /// @param evenNotReady whether Pods that are not ready count as ready
    static List<EndpointSubset> of(List<Pod> pods, Function<Pod, Reached> reaching, boolean evenNotReady) {
        List<Pod> counted = pods.stream()
                .sorted(Comparator.comparing(Pods::address))
                .limit(MOST_ADDRESSES)
                .toList();
        if (counted.isEmpty()) {
            return List.of();
        }
        List<Target> first = reaching.apply(counted.getFirst()).targets();
        boolean alike =
                counted.stream().allMatch(pod -> reaching.apply(pod).targets().equals(first));
        if (alike) {
            return first.isEmpty() ? List.of() : List.of(subset(counted, first, reaching, evenNotReady));
        }
        return byPorts(counted, reaching, evenNotReady);
    }

    private static List<EndpointSubset> byPorts(List<Pod> pods, Function<Pod, Reached> reaching, boolean evenNotReady) {
        Map<Target, List<Pod>> byPort = new LinkedHashMap<>();
        for (Pod pod : pods) {
            reaching.apply(pod)
                    .targets()
                    .forEach(port ->
                            byPort.computeIfAbsent(port, _ -> new ArrayList<>()).add(pod));
        }
        Map<List<String>, List<Target>> portsByPods = new TreeMap<>(Comparator.comparing(String::valueOf));
        Map<List<String>, List<Pod>> podsByNames = new LinkedHashMap<>();
        byPort.forEach((port, reached) -> {
            List<String> names = reached.stream().map(Pods::address).toList();
            portsByPods.computeIfAbsent(names, _ -> new ArrayList<>()).add(port);
            podsByNames.put(names, reached);
        });
        List<EndpointSubset> subsets = new ArrayList<>();
        portsByPods.forEach(
                (names, ports) -> subsets.add(subset(podsByNames.get(names), ports, reaching, evenNotReady)));
        return subsets;
    }

    private static EndpointSubset subset(
            List<Pod> pods, List<Target> ports, Function<Pod, Reached> reaching, boolean evenNotReady) {
        List<EndpointAddress> ready = new ArrayList<>();
        List<EndpointAddress> notReady = new ArrayList<>();
        for (Pod pod : pods) {
            (evenNotReady || Pods.isReady(pod) ? ready : notReady)
                    .add(reaching.apply(pod).address());
        }
        EndpointSubset subset = new EndpointSubset();
        subset.setAddresses(ready);
        subset.setNotReadyAddresses(notReady);
        subset.setPorts(ports.stream().map(EndpointSubsets::port).toList());
        return subset;
    }

    private static EndpointAddress address(Pod pod) {
        return new EndpointAddressBuilder()
                .withIp(Pods.address(pod))
                .withNodeName(pod.getSpec().getNodeName())
                .withHostname(pod.getSpec().getHostname())
                .withNewTargetRef()
                .withKind("Pod")
                .withNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .withUid(pod.getMetadata().getUid())
                .endTargetRef()
                .build();
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
