package drydock.sim.network;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.container.Call;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By what address somebody asks a Service who only knows which one it is to be.
final class WayIn {

    /// How the address of a Service as such begins: `service://NAME.NAMESPACE[:PORT]/PATH`.
    static final String SCHEME = "service://";

    private static final int HTTP = 80;
    private static final Pattern ADDRESS = Pattern.compile(SCHEME + "([^:/]+)[.]([^.:/]+)(?::(\\d+))?(/.*)");

    private final ServiceTable table;
    private final Places places;

    WayIn(ServiceTable table, Places places) {
        this.table = table;
        this.places = places;
    }

    /// What to send to `url` of a Service; empty if there is no such Service, or it has no port.
    ///
    /// @param inside whether the sender is in the cluster
    /// @param turn counts the requests, for those that go to each node in turn
    Optional<Call> call(String url, boolean inside, int turn) {
        Matcher parts = ADDRESS.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<Integer> port = Optional.ofNullable(parts.group(3)).map(Integer::parseInt);
        String path = parts.group(4);
        ResourceId id = ResourceId.of(Kinds.SERVICE, parts.group(2), parts.group(1));
        Optional<Service> service = table.service(id);
        if (inside) {
            return service.flatMap(s -> fromInside(s, port, path));
        }
        // without a way from outside its own address is tried, which means nothing there
        return service.flatMap(s -> fromOutside(s, port, path, turn).or(() -> byAddress(s, port, path)));
    }

    /// By its balancer, else by its port of each node in turn; empty if nothing outside leads to it.
    Optional<Call> fromOutside(Service service, Optional<Integer> wanted, String path, int turn) {
        Optional<ServicePort> port = port(service, wanted);
        List<String> balancers = ServiceTable.balancers(service);
        if (port.isPresent() && !balancers.isEmpty()) {
            return Optional.of(Call.get(balancers.getFirst(), port.get().getPort(), path));
        }
        List<String> nodes = List.copyOf(places.nodes().keySet());
        return port.map(ServicePort::getNodePort)
                .filter(_ -> !nodes.isEmpty())
                .map(door -> Call.get(nodes.get(Math.floorMod(turn, nodes.size())), door, path));
    }

    /// By its name in the cluster.
    Optional<Call> fromInside(Service service, Optional<Integer> wanted, String path) {
        String host =
                service.getMetadata().getName() + "." + service.getMetadata().getNamespace() + ".svc.cluster.local";
        if ("ExternalName".equals(service.getSpec().getType())) {
            return Optional.of(Call.get(host, wanted.orElse(HTTP), path));
        }
        // a headless Service is only a name: its Pods are asked at their own port
        boolean headless = "None".equals(service.getSpec().getClusterIP());
        return port(service, wanted).map(port -> Call.get(host, headless ? target(port) : port.getPort(), path));
    }

    /// By its own address, as nodes ask, which look no names of the cluster up; by its name where it has none.
    Optional<Call> byAddress(Service service, Optional<Integer> wanted, String path) {
        String address = service.getSpec().getClusterIP();
        return port(service, wanted)
                .filter(_ -> address != null && address.matches("[0-9.]+"))
                .map(port -> Call.get(address, port.getPort(), path))
                .or(() -> fromInside(service, wanted, path));
    }

    private static int target(ServicePort port) {
        Integer number =
                port.getTargetPort() == null ? null : port.getTargetPort().getIntVal();
        return number == null || number == 0 ? port.getPort() : number;
    }

    private static Optional<ServicePort> port(Service service, Optional<Integer> wanted) {
        return service.getSpec().getPorts().stream()
                .filter(port -> wanted.isEmpty() || wanted.get().equals(port.getPort()))
                .findFirst();
    }
}
