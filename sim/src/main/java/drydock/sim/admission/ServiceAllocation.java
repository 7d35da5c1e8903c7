package drydock.sim.admission;

import drydock.model.resource.ResourceId;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The virtual addresses and the node ports of Services (`pkg/registry/core/service/{ipallocator,portallocator}`).
final class ServiceAllocation {

    private static final String RANGE = "10.96.0.0/16";
    private static final String PREFIX = "10.96.";
    private static final int ADDRESSES = 1 << 16;
    private static final int STATIC_ADDRESSES = 256;
    private static final int FIRST_PORT = 30_000;
    private static final int PORTS = 2_768;
    private static final int STATIC_PORTS = 86;
    private static final String NONE = "None";

    private final NumberPool addresses;
    private final NumberPool ports;

    ServiceAllocation(SplittableRandom random) {
        addresses = new NumberPool(ADDRESSES, STATIC_ADDRESSES, random);
        ports = new NumberPool(PORTS, STATIC_PORTS, random);
        // the network's own address, DNS, and broadcast
        for (int kept : new int[] {0, 10, ADDRESSES - 1}) {
            addresses.take(kept);
        }
    }

    /// Takes what a new Service asks for, and draws what it does not say.
    void allocate(ResourceId id, Service service) {
        ServiceSpec spec = service.getSpec();
        if (needsAddress(spec)) {
            takeAddress(id, spec);
        }
        takePorts(id, spec, Set.of());
    }

    /// Takes what a Service has that was there before; an address or a port of other ranges is left to it.
    void hold(Service service) {
        ServiceSpec spec = service.getSpec();
        if (needsAddress(spec) && isOfRange(spec.getClusterIP())) {
            addresses.take(number(spec.getClusterIP()));
        }
        nodePorts(spec).stream().filter(ServiceAllocation::isOfRange).forEach(port -> ports.take(port - FIRST_PORT));
    }

    private static boolean isOfRange(@Nullable String address) {
        return address != null && address.matches("10\\.96\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static boolean isOfRange(int port) {
        return port >= FIRST_PORT && port < FIRST_PORT + PORTS;
    }

    /// What an update does not say is as before, where it still applies.
    static void keep(Service before, Service after) {
        ServiceSpec old = before.getSpec();
        ServiceSpec spec = after.getSpec();
        boolean external = List.of("NodePort", "LoadBalancer").contains(Objects.requireNonNullElse(spec.getType(), ""));
        if (needsAddress(old) && !"ExternalName".equals(spec.getType()) && PodDefaults.isEmpty(spec.getClusterIP())) {
            spec.setClusterIP(old.getClusterIP());
            spec.setClusterIPs(old.getClusterIPs());
        }
        dropWhatTheTypeHasNot(old, spec, external);
        for (ServicePort port : spec.getPorts()) {
            if (external && isUnset(port)) {
                old.getPorts().stream()
                        .filter(p -> p.getPort().equals(port.getPort())
                                && p.getProtocol().equals(Objects.requireNonNullElse(port.getProtocol(), "TCP")))
                        .findFirst()
                        .ifPresent(p -> port.setNodePort(p.getNodePort()));
            } else if (!external && old.getPorts().stream().anyMatch(p -> same(p, port))) {
                port.setNodePort(null);
            }
        }
    }

    /// `pkg/registry/core/service/strategy.go dropTypeDependentFields`: what came with the old type and was not
    /// touched.
    private static void dropWhatTheTypeHasNot(ServiceSpec old, ServiceSpec spec, boolean external) {
        boolean balanced = "LoadBalancer".equals(spec.getType());
        if (!external && Objects.equals(old.getExternalTrafficPolicy(), spec.getExternalTrafficPolicy())) {
            spec.setExternalTrafficPolicy(null);
        }
        if (!balanced
                && Objects.equals(old.getAllocateLoadBalancerNodePorts(), spec.getAllocateLoadBalancerNodePorts())) {
            spec.setAllocateLoadBalancerNodePorts(null);
        }
        if (!balanced && Objects.equals(old.getLoadBalancerClass(), spec.getLoadBalancerClass())) {
            spec.setLoadBalancerClass(null);
        }
        if ("ExternalName".equals(spec.getType())
                && Objects.equals(old.getInternalTrafficPolicy(), spec.getInternalTrafficPolicy())) {
            spec.setInternalTrafficPolicy(null);
        }
    }

    /// Takes what an update asks for beyond what it had, and gives back what it has no more.
    void reallocate(ResourceId id, Service before, Service after) {
        ServiceSpec spec = after.getSpec();
        if (needsAddress(spec) && !needsAddress(before.getSpec())) {
            takeAddress(id, spec);
        } else if (!needsAddress(spec) && needsAddress(before.getSpec())) {
            releaseAddress(before.getSpec());
            if (spec.getType().equals("ExternalName")) {
                spec.setClusterIP(null);
                spec.setClusterIPs(List.of());
            }
        }
        Set<Integer> had = nodePorts(before.getSpec());
        takePorts(id, spec, had);
        had.removeAll(nodePorts(spec));
        had.stream().filter(ServiceAllocation::isOfRange).forEach(port -> ports.release(port - FIRST_PORT));
    }

    void release(Service service) {
        if (needsAddress(service.getSpec())) {
            releaseAddress(service.getSpec());
        }
        nodePorts(service.getSpec()).stream()
                .filter(ServiceAllocation::isOfRange)
                .forEach(port -> ports.release(port - FIRST_PORT));
    }

    private static boolean needsAddress(ServiceSpec spec) {
        return !"ExternalName".equals(spec.getType()) && !NONE.equals(spec.getClusterIP());
    }

    private void takeAddress(ResourceId id, ServiceSpec spec) {
        String asked = spec.getClusterIP();
        if (PodDefaults.isEmpty(asked)) {
            int free = addresses.takeAny().orElseThrow(() -> refusedAddress(id, "", "range is full"));
            asked = PREFIX + free / 256 + "." + free % 256;
        } else if (!isOfRange(asked)) {
            throw refusedAddress(
                    id,
                    asked,
                    "the provided IP (" + asked + ") is not in the valid range. The range of valid IPs is " + RANGE);
        } else if (!addresses.take(number(asked))) {
            throw refusedAddress(id, asked, "provided IP is already allocated");
        }
        spec.setClusterIP(asked);
        spec.setClusterIPs(List.of(asked));
    }

    private static RuntimeException refusedAddress(ResourceId id, String asked, String why) {
        return Refusals.invalid(
                id, "spec.clusterIPs: Invalid value: [\"" + asked + "\"]: failed to allocate IP " + asked + ": " + why);
    }

    private void releaseAddress(ServiceSpec spec) {
        if (isOfRange(spec.getClusterIP())) {
            addresses.release(number(spec.getClusterIP()));
        }
    }

    private static int number(String address) {
        String[] parts = address.split("\\.", -1);
        return Integer.parseInt(parts[2]) * 256 + Integer.parseInt(parts[3]);
    }

    /// Takes the node ports of `spec` that are not among `had`: those asked for first, so that none is drawn twice.
    private void takePorts(ResourceId id, ServiceSpec spec, Set<Integer> had) {
        boolean wanted = spec.getType().equals("NodePort")
                || (spec.getType().equals("LoadBalancer")
                        && !Boolean.FALSE.equals(spec.getAllocateLoadBalancerNodePorts()));
        Set<Integer> taken = new TreeSet<>();
        for (int i = 0; i < spec.getPorts().size(); i++) {
            ServicePort port = spec.getPorts().get(i);
            if (!isUnset(port) && !had.contains(port.getNodePort()) && taken.add(port.getNodePort())) {
                takePort(id, i, port.getNodePort(), taken);
            }
        }
        for (ServicePort port : spec.getPorts()) {
            if (wanted && isUnset(port)) {
                int free = ports.takeAny()
                        .orElseThrow(() -> Refusals.invalid(id, "spec.ports: Internal error: range is full"));
                port.setNodePort(FIRST_PORT + free);
            }
        }
    }

    private void takePort(ResourceId id, int index, int port, Set<Integer> taken) {
        boolean inRange = isOfRange(port);
        if (inRange && ports.take(port - FIRST_PORT)) {
            return;
        }
        taken.remove(port);
        taken.forEach(p -> ports.release(p - FIRST_PORT));
        String why = inRange
                ? "provided port is already allocated"
                : "provided port is not in the valid range. The range of valid ports is " + FIRST_PORT + "-"
                        + (FIRST_PORT + PORTS - 1);
        throw Refusals.invalid(id, "spec.ports[" + index + "].nodePort: Invalid value: " + port + ": " + why);
    }

    private static Set<Integer> nodePorts(ServiceSpec spec) {
        Set<Integer> numbers = new TreeSet<>();
        spec.getPorts().stream().filter(p -> !isUnset(p)).forEach(p -> numbers.add(p.getNodePort()));
        return numbers;
    }

    private static boolean same(ServicePort one, ServicePort other) {
        return !isUnset(one) && one.getNodePort().equals(other.getNodePort());
    }

    private static boolean isUnset(ServicePort port) {
        return port.getNodePort() == null || port.getNodePort() == 0;
    }
}
