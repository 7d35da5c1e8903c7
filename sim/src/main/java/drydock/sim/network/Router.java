package drydock.sim.network;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.container.Call;
import drydock.sim.container.NameAnswer;
import drydock.sim.container.Network;
import drydock.sim.container.Outcome;
import drydock.sim.container.Reply;
import drydock.sim.engine.Engine;
import drydock.sim.network.Places.PodPlace;
import drydock.sim.network.ServiceRules.Target;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.time.Duration;
import java.util.Optional;

/// Leads requests to where they go: name, virtual address, node, Pod, with all that can stand in the way.
final class Router {

    static final Duration NEAR = Duration.ofNanos(60_000);
    static final Duration FAR = Duration.ofNanos(350_000);
    static final Duration OUTSIDE = Duration.ofMillis(9);
    private static final Duration NO_NEIGHBOUR = Duration.ofSeconds(3);

    private final NetworkParts parts;
    private final Places places;
    private final Proxy proxy;
    private final Arrivals arrivals;
    private final Resolver resolver;

    Router(Engine engine, NetworkParts parts, ProxyMode mode) {
        this.parts = parts;
        this.places = parts.places();
        this.proxy = new Proxy(engine, new ProxySettings(parts.api(), mode)::mode, parts.table()::zoneOf);
        Turns turns = new Turns();
        this.arrivals = new Arrivals(this, parts, turns);
        this.resolver = new Resolver(parts, turns);
    }

    /// From the world outside.
    void sendFromOutside(Journey journey) {
        arrivals.send(journey);
    }

    /// From a Pod or a node of the cluster.
    void send(Journey journey, Sender from) {
        Call call = journey.call();
        ResourceId node = ResourceId.of(Kinds.NODE, "", from.node());
        journey.hop(
                Hop.Kind.CLIENT,
                from.network().address(),
                from.pod().map(PodPlace::pod).or(() -> Optional.of(node)));
        if (from.network().isSelf(call.host())) {
            journey.dialled(call.host().matches("[\\d.]+") ? call.host() : "127.0.0.1");
            journey.after(NEAR, () -> deliver(journey, from.network(), call.port(), "127.0.0.1"));
            return;
        }
        if (isAddress(call.host())) {
            route(journey, from, call.host());
            return;
        }
        resolver.resolve(
                journey,
                from,
                found -> found.outside()
                        .ifPresentOrElse(
                                host -> goOutside(journey, from, found.address(), host),
                                () -> route(journey, from, found.address())));
    }

    /// What the name server that a sender asks says of `name`; empty if policies keep the sender from it.
    Optional<NameAnswer> lookUp(Sender from, String name) {
        return resolver.lookUp(from, name);
    }

    private void route(Journey journey, Sender from, String address) {
        Call call = journey.call();
        journey.dialled(address);
        Optional<ResourceId> service = parts.table().at(address);
        if (service.isPresent()) {
            boolean external = !address.equals(parts.table()
                    .service(service.get())
                    .map(s -> s.getSpec().getClusterIP())
                    .orElse(""));
            toService(journey, from, service.get(), call.port(), external);
        } else if (places.nodeAt(address).isPresent()) {
            toNode(journey, from, places.nodeAt(address).get(), address);
        } else if (places.podAt(address).isPresent()) {
            toPod(journey, from, places.podAt(address).get(), call.port());
        } else if (parts.entrances().isController(address)) {
            goOutside(journey, from, address, call.site());
        } else if (address.startsWith("10.")) {
            journey.after(
                    NO_NEIGHBOUR,
                    () -> journey.end(new Outcome.Unreachable(address), new RequestResult.Unreachable(address)));
        } else {
            journey.lost(Why.Code.NOTHING_THERE, address);
        }
    }

    private void toService(Journey journey, Sender from, ResourceId id, int port, boolean external) {
        Optional<ServiceRules> rules = parts.table().seenFrom(from.node(), id);
        Optional<ServicePort> served = rules.flatMap(r -> r.port(port));
        journey.hop(Hop.Kind.SERVICE, id.name() + ":" + port, Optional.of(id));
        if (rules.isEmpty() || served.isEmpty()) {
            // the address belongs to no interface: without a rule it is lost
            journey.lost(Why.Code.NO_SUCH_PORT, id.name(), port);
            return;
        }
        chosen(
                journey,
                from,
                rules.get(),
                served.get(),
                external,
                from.network().address());
    }

    private void chosen(
            Journey journey, Sender at, ServiceRules rules, ServicePort port, boolean external, String client) {
        boolean inside = at.pod().isPresent() || !external;
        switch (proxy.choose(at.node(), rules, port, external, inside, client)) {
            case Proxy.Choice.Reject _ ->
                journey.after(
                        NEAR,
                        () -> journey.refused(
                                Why.of(Why.Code.NO_ENDPOINTS, rules.id().name())));
            case Proxy.Choice.Drop _ ->
                journey.lost(Why.Code.NO_ENDPOINT_HERE, rules.id().name(), at.node());
            case Proxy.Choice.To(var target) -> toTarget(journey, at, target, client);
        }
    }

    void toTarget(Journey journey, Sender at, Target target, String client) {
        Optional<PodPlace> place = places.podAt(target.address());
        Optional<String> node = places.nodeAt(target.address());
        if (place.isPresent()) {
            toPod(journey, at, place.get(), target.port(), client);
        } else if (node.isPresent()) {
            Network network = places.networkOf(node.get()).orElseThrow();
            journey.after(FAR, () -> deliver(journey, network, target.port(), client));
        } else {
            journey.after(
                    NO_NEIGHBOUR,
                    () -> journey.end(
                            new Outcome.Unreachable(journey.dialled()),
                            new RequestResult.Unreachable(target.address())));
        }
    }

    void toNode(Journey journey, Sender from, String node, String address) {
        if (!places.connected(from.node(), node)) {
            journey.lost(Why.Code.WAY_CUT, node);
            return;
        }
        journey.after(from.node().equals(node) ? NEAR : FAR, () -> atNode(journey, from, node, address));
    }

    /// At a node: one of its ports may be a Service's, or a Pod's on it, or its own.
    private void atNode(Journey journey, Sender from, String node, String address) {
        int port = journey.call().port();
        journey.hop(Hop.Kind.NODE, node + ":" + port, Optional.of(ResourceId.of(Kinds.NODE, "", node)));
        Network network = places.networkOf(node).orElseThrow();
        Sender here = new Sender(network, Optional.empty(), node);
        Optional<ServiceRules> rules = parts.table()
                .atNodePort(port)
                .flatMap(id -> parts.table().seenFrom(node, id))
                .filter(r -> r.nodePort(port).isPresent());
        Optional<PodPlace> onHost = places.atHostPort(node, port);
        if (rules.isPresent()) {
            ServiceRules found = rules.get();
            journey.hop(Hop.Kind.SERVICE, found.id().name() + ":" + port, Optional.of(found.id()));
            String client = from.network().address();
            String seen = found.localOnly(true) ? client : address;
            boolean inside = !from.node().isEmpty();
            forwarded(journey, here, found, found.nodePort(port).orElseThrow(), inside, client, seen);
        } else if (onHost.isPresent()) {
            toPod(
                    journey,
                    here,
                    onHost.get(),
                    onHost.get().hostPorts().get(port),
                    from.network().address());
        } else {
            deliver(journey, network, port, from.network().address());
        }
    }

    /// @param seen the address that the Pod sees: the node's own, unless the traffic stays on the node
    void forwarded(
            Journey journey,
            Sender here,
            ServiceRules rules,
            ServicePort port,
            boolean inside,
            String client,
            String seen) {
        switch (proxy.choose(here.node(), rules, port, true, inside, client)) {
            case Proxy.Choice.Reject _ ->
                journey.refused(Why.of(Why.Code.NO_ENDPOINTS, rules.id().name()));
            case Proxy.Choice.Drop _ ->
                journey.lost(Why.Code.NO_ENDPOINT_HERE, rules.id().name(), here.node());
            case Proxy.Choice.To(var target) -> toTarget(journey, here, target, seen);
        }
    }

    private void toPod(Journey journey, Sender from, PodPlace to, int port) {
        toPod(journey, from, to, port, from.network().address());
    }

    private void toPod(Journey journey, Sender from, PodPlace to, int port, String client) {
        if (!places.connected(from.node(), to.node())) {
            journey.lost(Why.Code.WAY_CUT, to.node());
            return;
        }
        boolean far = !from.node().equals(to.node());
        Optional<String> dropped = parts.gate().toPod(from, to, port, client);
        if (dropped.isPresent()) {
            journey.dropped(dropped.get());
            return;
        }
        journey.after(far ? FAR : NEAR, () -> {
            if (far) {
                journey.hop(Hop.Kind.NODE, to.node(), Optional.of(ResourceId.of(Kinds.NODE, "", to.node())));
            }
            journey.hop(Hop.Kind.POD, to.network().address() + ":" + port, Optional.of(to.pod()));
            deliver(journey, to.network(), port, client);
        });
    }

    void goOutside(Journey journey, Sender from, String address, String host) {
        journey.dialled(address);
        if (places.isCutOff(from.node())) {
            journey.lost(Why.Code.WAY_OUT_CUT, from.node());
            return;
        }
        Optional<String> held =
                parts.gate().toOutside(from, address, journey.call().port());
        if (held.isPresent()) {
            journey.dropped(held.get());
            return;
        }
        if (parts.entrances().isController(address)) {
            journey.after(OUTSIDE, () -> arrivals.atIngress(journey));
            return;
        }
        journey.after(OUTSIDE, () -> {
            journey.hop(Hop.Kind.OUTSIDE, host, Optional.empty());
            Call call = journey.call();
            Call named = new Call(
                    call.scheme(), host, call.port(), call.method(), call.path(), "", call.body(), call.timeout());
            Optional<Reply> reply = parts.world().answer(named);
            reply.ifPresentOrElse(
                    journey::answered,
                    () -> journey.end(new Outcome.NoSuchHost(host), new RequestResult.UnknownName(host)));
        });
    }

    /// From the node to a Pod on it.
    void probe(Journey journey, Network network, String node, Optional<PodPlace> place) {
        journey.hop(Hop.Kind.NODE, node, Optional.of(ResourceId.of(Kinds.NODE, "", node)));
        journey.dialled(network.address());
        place.ifPresent(p -> journey.hop(
                Hop.Kind.POD, network.address() + ":" + journey.call().port(), Optional.of(p.pod())));
        String client = places.networkOf(node).map(Network::address).orElse("127.0.0.1");
        deliver(journey, network, journey.call().port(), client);
    }

    void deliver(Journey journey, Network network, int port, String client) {
        Call call = journey.call();
        if (call.scheme().equals("icmp")) {
            journey.end(new Outcome.Answered(Reply.ok(""), journey.dialled()), new RequestResult.Answered(200));
            return;
        }
        Call there = new Call(
                call.scheme(),
                call.host(),
                port,
                call.method(),
                call.path(),
                call.header(),
                call.body(),
                call.timeout());
        network.deliver(there, client, journey.dialled(), outcome -> {
            if (outcome instanceof Outcome.Answered(var reply, var _)) {
                journey.answered(reply);
            } else {
                journey.refused(Why.of(Why.Code.NOT_LISTENING, port));
            }
        });
        journey.wait(true, new RequestResult.TimedOut(Why.of(Why.Code.NO_ANSWER)));
    }

    static boolean isAddress(String host) {
        return host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }
}
