package drydock.render.figure;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.traffic.Flow;
import drydock.render.traffic.Outside;
import drydock.render.traffic.Sender;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is drawn though it is outside of the cluster.
sealed interface Outsider {

    /// How its figure is called.
    ResourceId id();

    /// Somebody who sends requests.
    record Client(ResourceId id, Sender sender) implements Outsider {}

    /// What a cloud has put before a Service.
    record Balancer(ResourceId id, ResourceId service, String address) implements Outsider {}

    /// A host that Services stand for, or that was asked.
    record Host(ResourceId id, List<ResourceId> services) implements Outsider {
        public Host {
            services = List.copyOf(services);
        }
    }

    /// All of a picture that shows a cluster: balancers and hosts as the Services say, clients and further hosts as the
    /// requests do.
    static List<Outsider> of(Picture picture, Contents contents) {
        List<Outsider> all = new ArrayList<>();
        picture.flows().senders().stream()
                .filter(sender -> sender.pod().isEmpty())
                .forEach(sender -> all.add(new Client(sender.id(), sender)));
        Map<ResourceId, List<ResourceId>> hosts = new TreeMap<>();
        contents.cards().forEach((id, object) -> {
            if (object instanceof Service service && contents.isObserved(id)) {
                String address = address(service);
                if (!address.isEmpty()) {
                    all.add(new Balancer(Outside.balancer(id), id, address));
                }
                if ("ExternalName".equals(service.getSpec().getType())) {
                    hosts.computeIfAbsent(Outside.host(service.getSpec().getExternalName()), _ -> new ArrayList<>())
                            .add(id);
                }
            }
        });
        picture.flows().flows().stream()
                .map(Flow::to)
                .filter(Outside::isHost)
                .forEach(host -> hosts.computeIfAbsent(host, _ -> new ArrayList<>()));
        hosts.forEach((id, services) -> all.add(new Host(id, services)));
        return all;
    }

    private static String address(Service service) {
        return service.getStatus() == null
                        || service.getStatus().getLoadBalancer() == null
                        || !"LoadBalancer".equals(service.getSpec().getType())
                ? ""
                : service.getStatus().getLoadBalancer().getIngress().stream()
                        .map(i -> i.getIp() == null ? String.valueOf(i.getHostname()) : i.getIp())
                        .collect(Collectors.joining(" "));
    }

    /// What it has to do with, for a place beside it; the first that is there counts.
    default List<ResourceId> beside(Picture picture) {
        return switch (this) {
            case Balancer(var _, var service, var _) -> List.of(service);
            case Host(var id, var services) -> services;
            case Client(var id, var sender) -> ways(id, picture.flows().flows());
        };
    }

    /// Where what `id` sends goes to, step by step.
    private static List<ResourceId> ways(ResourceId id, List<Flow> flows) {
        List<ResourceId> found = new ArrayList<>();
        List<ResourceId> next = List.of(id);
        for (int step = 0; step < 3; step++) {
            List<ResourceId> from = next;
            next = flows.stream()
                    .filter(flow -> from.contains(flow.from()))
                    .map(Flow::to)
                    .distinct()
                    .toList();
            found.addAll(next);
        }
        return found.stream()
                .filter(to -> !to.kind().equals(Kinds.POD.kind()) && !to.kind().equals("Door"))
                .toList();
    }
}
