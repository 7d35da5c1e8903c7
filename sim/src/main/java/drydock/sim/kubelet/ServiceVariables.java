package drydock.sim.kubelet;

import drydock.sim.network.ClusterNetwork;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The variables that tell a container of the Services there were when it was started
/// (`pkg/kubelet/envvars/envvars.go`, FromServices).
final class ServiceVariables {

    private final ClusterNetwork network;
    private final Map<String, Map<String, String>> known = new HashMap<>();
    private long knownVersion = -1;

    ServiceVariables(ClusterNetwork network) {
        this.network = network;
    }

    /// Of all Services of the Pod's namespace, unless it wants none, and always of the API server's. They are what they
    /// are now: the map does not change when the Services do.
    Map<String, String> of(Pod pod) {
        if (knownVersion != network.servicesVersion()) {
            known.clear();
            knownVersion = network.servicesVersion();
        }
        return known.computeIfAbsent(
                Boolean.FALSE.equals(pod.getSpec().getEnableServiceLinks())
                        ? ""
                        : pod.getMetadata().getNamespace(),
                this::in);
    }

    private Map<String, String> in(String namespace) {
        List<Service> services = new ArrayList<>(network.services("default").stream()
                .filter(s -> s.getMetadata().getName().equals("kubernetes"))
                .toList());
        if (!namespace.isEmpty()) {
            services.addAll(network.services(namespace));
        }
        Map<String, String> variables = new LinkedHashMap<>();
        services.stream().filter(ServiceVariables::hasAddress).forEach(service -> add(service, variables));
        return variables;
    }

    private static boolean hasAddress(Service service) {
        String address = service.getSpec().getClusterIP();
        return address != null && !address.isEmpty() && !address.equals("None");
    }

    private static void add(Service service, Map<String, String> variables) {
        String name = name(service.getMetadata().getName());
        String address = service.getSpec().getClusterIP();
        List<ServicePort> ports = service.getSpec().getPorts();
        if (ports.isEmpty()) {
            return;
        }
        variables.put(name + "_SERVICE_HOST", address);
        variables.put(name + "_SERVICE_PORT", String.valueOf(ports.getFirst().getPort()));
        ports.stream()
                .filter(p -> p.getName() != null && !p.getName().isEmpty())
                .forEach(p -> variables.put(name + "_SERVICE_PORT_" + name(p.getName()), String.valueOf(p.getPort())));
        for (ServicePort port : ports) {
            String protocol = Objects.requireNonNullElse(port.getProtocol(), "TCP");
            String lower = protocol.toLowerCase(Locale.ROOT);
            String url = lower + "://" + address + ":" + port.getPort();
            if (!variables.containsKey(name + "_PORT")) {
                variables.put(name + "_PORT", url);
            }
            String prefix = name + "_PORT_" + port.getPort() + "_" + protocol;
            variables.put(prefix, url);
            variables.put(prefix + "_PROTO", lower);
            variables.put(prefix + "_PORT", String.valueOf(port.getPort()));
            variables.put(prefix + "_ADDR", address);
        }
    }

    private static String name(String text) {
        return text.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
