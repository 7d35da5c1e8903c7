package drydock.sim.network;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.container.Call;
import drydock.sim.container.Network;
import drydock.sim.container.Outcome;
import drydock.sim.container.Reply;
import drydock.sim.network.Places.PodPlace;
import drydock.sim.network.ServiceRules.Target;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The ways into the cluster: a forwarded port, the ingress controller, a balancer, or a node.
final class Arrivals {

    private final Router router;
    private final NetworkParts parts;
    private final Places places;
    private final Turns turns;

    Arrivals(Router router, NetworkParts parts, Turns turns) {
        this.router = router;
        this.parts = parts;
        this.places = parts.places();
        this.turns = turns;
    }

    /// Sends what a client outside asks.
    void send(Journey journey) {
        Call call = journey.call();
        journey.hop(Hop.Kind.CLIENT, Entrances.CLIENT, Optional.empty());
        if (call.host().equals("localhost") || call.host().startsWith("127.")) {
            journey.dialled("127.0.0.1");
            forwardedPort(journey);
            return;
        }
        Optional<String> address = Router.isAddress(call.host())
                ? Optional.of(call.host())
                : parts.entrances()
                        .publicAddress(call.host())
                        .or(() -> places.networkOf(call.host()).map(Network::address));
        if (address.isEmpty()) {
            if (parts.world().knows(call.host())) {
                Network nowhere = new Network("", Entrances.CLIENT, parts.world());
                router.goOutside(
                        journey, new Sender(nowhere, Optional.empty(), ""), World.address(call.host()), call.host());
            } else {
                journey.end(new Outcome.NoSuchHost(call.host()), new RequestResult.UnknownName(call.host()));
            }
            return;
        }
        journey.dialled(address.get());
        journey.after(Router.OUTSIDE, () -> arrive(journey, address.get()));
    }

    private void arrive(Journey journey, String address) {
        Sender client = new Sender(new Network("", Entrances.CLIENT, parts.world()), Optional.empty(), "");
        Optional<ResourceId> service = parts.table().at(address);
        if (parts.entrances().isController(address)) {
            atIngress(journey);
        } else if (service.isPresent() && isBalancer(service.get(), address)) {
            atBalancer(journey, client, service.get());
        } else if (places.nodeAt(address).isPresent()) {
            router.toNode(journey, client, places.nodeAt(address).get(), address);
        } else {
            // addresses of Services and of Pods mean nothing outside
            journey.lost(Why.Code.NOT_FROM_OUTSIDE, address);
        }
    }

    private boolean isBalancer(ResourceId id, String address) {
        return parts.table()
                .service(id)
                .map(ServiceTable::balancers)
                .filter(ips -> ips.contains(address))
                .isPresent();
    }

    /// A cloud's balancer sends to node ports in turn, only of nodes that say they can serve.
    private void atBalancer(Journey journey, Sender client, ResourceId id) {
        int port = journey.call().port();
        journey.hop(Hop.Kind.BALANCER, journey.dialled() + ":" + port, Optional.of(id));
        ServiceRules rules = parts.table().current(id).orElseThrow();
        Optional<ServicePort> served = rules.port(port);
        if (served.isEmpty()) {
            journey.after(Router.NEAR, () -> journey.refused(Why.of(Why.Code.NO_BALANCER_PORT, port)));
            return;
        }
        List<String> nodes = places.nodes().keySet().stream()
                .filter(node -> !places.isCutOff(node))
                .filter(node -> !rules.localOnly(true)
                        || !Proxy.usable(
                                        rules.targets(served.get()),
                                        t -> t.node().equals(node))
                                .isEmpty())
                .toList();
        if (nodes.isEmpty()) {
            journey.lost(Why.Code.NO_NODE, id.name());
            return;
        }
        String node = turns.next("balancer " + id, nodes);
        journey.after(Router.FAR, () -> {
            String address = places.networkOf(node).orElseThrow().address();
            journey.hop(
                    Hop.Kind.NODE,
                    node + ":" + Objects.requireNonNullElse(served.get().getNodePort(), port),
                    Optional.of(ResourceId.of(Kinds.NODE, "", node)));
            journey.hop(Hop.Kind.SERVICE, id.name() + ":" + port, Optional.of(id));
            Optional<ServiceRules> seen = parts.table().seenFrom(node, id);
            Optional<ServicePort> there = seen.flatMap(r -> r.port(port));
            if (seen.isEmpty() || there.isEmpty()) {
                journey.refused(Why.of(Why.Code.NOT_KNOWN_YET, node));
                return;
            }
            Sender here = new Sender(places.networkOf(node).orElseThrow(), Optional.empty(), node);
            String shown = seen.get().localOnly(true) ? Entrances.CLIENT : address;
            router.forwarded(
                    journey, here, seen.get(), there.get(), !client.node().isEmpty(), Entrances.CLIENT, shown);
        });
    }

    /// The ingress controller asks Pods itself; the Service only tells it which.
    void atIngress(Journey journey) {
        Call call = journey.call();
        Entrances.Route route = parts.entrances().route(call.site(), call.path());
        if (route instanceof Entrances.Route.None) {
            journey.hop(Hop.Kind.INGRESS, call.site(), Optional.empty());
            journey.after(Router.NEAR, () -> journey.answered(new Reply(404, "default backend - 404\n")));
            return;
        }
        Entrances.Route.To to = (Entrances.Route.To) route;
        journey.hop(Hop.Kind.INGRESS, call.site(), Optional.of(to.ingress()));
        Optional<ServiceRules> rules = parts.table().current(to.service());
        Optional<ServicePort> port = rules.flatMap(r -> r.service().getSpec().getPorts().stream()
                .filter(p -> to.port().isEmpty()
                        || to.port().equals(String.valueOf(p.getPort()))
                        || to.port().equals(p.getName()))
                .findFirst());
        List<Target> ready = rules.isEmpty() || port.isEmpty()
                ? List.of()
                : rules.get().targets(port.get()).stream().filter(Target::ready).toList();
        rules.ifPresent(r -> journey.hop(Hop.Kind.SERVICE, to.service().name(), Optional.of(to.service())));
        if (ready.isEmpty()) {
            journey.after(Router.NEAR, () -> journey.answered(new Reply(503, "503 Service Temporarily Unavailable\n")));
            return;
        }
        Target target = turns.next("ingress " + to.service(), ready);
        Sender controller =
                new Sender(new Network("ingress", Entrances.CONTROLLER, parts.world()), Optional.empty(), "");
        router.toTarget(journey, controller, target, Entrances.CONTROLLER);
    }

    private void forwardedPort(Journey journey) {
        Optional<Entrances.Forward> forward =
                parts.entrances().forwarded(journey.call().port());
        Optional<PodPlace> place = forward.flatMap(f -> places.podOf(f.pod()));
        if (place.isEmpty()) {
            journey.after(
                    Router.NEAR,
                    () -> journey.refused(
                            Why.of(Why.Code.NOT_LISTENING, journey.call().port())));
            return;
        }
        // the API server and the kubelet carry it: policies and rules of the network are passed by
        journey.after(Router.OUTSIDE, () -> {
            journey.hop(
                    Hop.Kind.POD,
                    place.get().network().address(),
                    Optional.of(place.get().pod()));
            router.deliver(journey, place.get().network(), forward.get().port(), "127.0.0.1");
        });
    }
}
