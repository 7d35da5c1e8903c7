package drydock.sim.network;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.container.Call;
import drydock.sim.container.Network;
import drydock.sim.container.Outcome;
import drydock.sim.container.Reply;
import drydock.sim.engine.Engine;
import drydock.sim.network.Places.PodPlace;
import drydock.sim.network.Policies.Peer;
import drydock.sim.network.ServiceRules.Target;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Leads requests to where they go: name, virtual address, node, Pod, with all that can stand in the way.
final class Router {

    private static final Duration LOOK_UP = Duration.ofNanos(700_000);
    static final Duration NEAR = Duration.ofNanos(60_000);
    static final Duration FAR = Duration.ofNanos(350_000);
    static final Duration OUTSIDE = Duration.ofMillis(9);
    private static final Duration NO_NEIGHBOUR = Duration.ofSeconds(3);
    private static final Duration NO_NAME_SERVER = Duration.ofSeconds(10);
    private static final int DNS_PORT = 53;

    /// What it asks for the way.
    record Parts(
            ApiServer api,
            Places places,
            ServiceTable table,
            Policies policies,
            Dns dns,
            World world,
            Entrances entrances) {}

    /// Who sends.
    ///
    /// @param pod empty for a node
    /// @param node empty outside the cluster
    record Sender(Network network, Optional<PodPlace> pod, String node) {}

    private final Parts parts;
    private final Places places;
    private final Proxy proxy;
    private final Arrivals arrivals;
    private final Map<String, Integer> turns = new HashMap<>();

    Router(Engine engine, Parts parts, ProxyMode mode) {
        this.parts = parts;
        this.places = parts.places();
        this.proxy = new Proxy(engine, new ProxySettings(parts.api(), mode)::mode, parts.table()::zoneOf);
        this.arrivals = new Arrivals(this, parts);
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
        Optional<String> blocked = dnsBlocked(from);
        if (blocked.isPresent()) {
            journey.after(
                    NO_NAME_SERVER,
                    () -> journey.end(new Outcome.NoNameServer(call.host()), new RequestResult.Dropped(blocked.get())));
            return;
        }
        Dns.Settings settings = settings(from);
        journey.after(LOOK_UP, () -> {
            var answer = parts.dns().lookUp(settings, call.host());
            Optional<String> machine = places.networkOf(call.host()).map(Network::address);
            if (!answer.found() && machine.isEmpty()) {
                journey.end(new Outcome.NoSuchHost(call.host()), new RequestResult.UnknownName(call.host()));
                return;
            }
            journey.hop(Hop.Kind.DNS, answer.server(), parts.dns().externalName(answer));
            String address = answer.found() ? turn(answer.name(), answer.addresses()) : machine.orElseThrow();
            boolean outside = answer.found()
                    && parts.world().knows(answer.alias().isEmpty() ? answer.name() : answer.alias())
                    && address.equals(World.address(answer.alias().isEmpty() ? answer.name() : answer.alias()));
            if (outside) {
                goOutside(journey, from, address, answer.alias().isEmpty() ? answer.name() : answer.alias());
            } else {
                route(journey, from, address);
            }
        });
    }

    /// A name server gives several addresses in an order that goes round.
    String turn(String name, List<String> addresses) {
        return addresses.get(turnOf(name, addresses.size()));
    }

    /// Counts how often `name` was asked for, modulo `count`.
    int turnOf(String name, int count) {
        return Math.floorMod(turns.merge(name, 1, Integer::sum) - 1, count);
    }

    Dns.Settings settings(Sender from) {
        return from.pod()
                .flatMap(this::pod)
                .map(pod -> Dns.settings(pod.getSpec(), pod.getMetadata().getNamespace()))
                .orElse(Dns.NODE);
    }

    /// The policies that keep a Pod from asking the cluster's name server; empty if it may.
    Optional<String> dnsBlocked(Sender from) {
        if (parts.policies().none() || !settings(from).asksCluster()) {
            return Optional.empty();
        }
        Pod server = new PodBuilder()
                .withNewMetadata()
                .withNamespace("kube-system")
                .withName("coredns")
                .addToLabels("k8s-app", "kube-dns")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
        return parts.policies().holdsBack(peer(from), new Peer(Optional.of(server), Dns.SERVER), DNS_PORT, "UDP");
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
            journey.wait(false, timedOut(Why.Code.NOTHING_THERE, address));
        }
    }

    private void toService(Journey journey, Sender from, ResourceId id, int port, boolean external) {
        Optional<ServiceRules> rules = parts.table().seenFrom(from.node(), id);
        Optional<ServicePort> served = rules.flatMap(r -> r.port(port));
        journey.hop(Hop.Kind.SERVICE, id.name() + ":" + port, Optional.of(id));
        if (rules.isEmpty() || served.isEmpty()) {
            // the address belongs to no interface: without a rule it is lost
            journey.wait(false, timedOut(Why.Code.NO_SUCH_PORT, id.name(), port));
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
                        () -> refuse(
                                journey,
                                Why.of(Why.Code.NO_ENDPOINTS, rules.id().name())));
            case Proxy.Choice.Drop _ ->
                journey.wait(
                        false, timedOut(Why.Code.NO_ENDPOINT_HERE, rules.id().name(), at.node()));
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
            journey.wait(false, timedOut(Why.Code.WAY_CUT, node));
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
                refuse(journey, Why.of(Why.Code.NO_ENDPOINTS, rules.id().name()));
            case Proxy.Choice.Drop _ ->
                journey.wait(
                        false, timedOut(Why.Code.NO_ENDPOINT_HERE, rules.id().name(), here.node()));
            case Proxy.Choice.To(var target) -> toTarget(journey, here, target, seen);
        }
    }

    private void toPod(Journey journey, Sender from, PodPlace to, int port) {
        toPod(journey, from, to, port, from.network().address());
    }

    private void toPod(Journey journey, Sender from, PodPlace to, int port, String client) {
        if (!places.connected(from.node(), to.node())) {
            journey.wait(false, timedOut(Why.Code.WAY_CUT, to.node()));
            return;
        }
        boolean far = !from.node().equals(to.node());
        Optional<String> dropped = dropped(from, to, port, client);
        if (dropped.isPresent()) {
            journey.wait(false, new RequestResult.Dropped(dropped.get()));
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

    private Optional<String> dropped(Sender from, PodPlace to, int port, String client) {
        if (parts.policies().none()) {
            return Optional.empty();
        }
        Peer sender = from.pod().isPresent() ? peer(from) : new Peer(Optional.empty(), client);
        Peer receiver = new Peer(pod(to), to.network().address());
        // a node may always reach its own Pods, or their probes would fail
        boolean own = from.pod().isEmpty()
                && from.node().equals(to.node())
                && client.equals(from.network().address());
        return parts.policies()
                .holdsBack(sender, receiver, port, "TCP")
                .or(() -> own ? Optional.empty() : parts.policies().keepsOut(sender, receiver, port, "TCP"));
    }

    private Peer peer(Sender sender) {
        return new Peer(sender.pod().flatMap(this::pod), sender.network().address());
    }

    private Optional<Pod> pod(PodPlace place) {
        return parts.api().get(place.pod()).map(Pod.class::cast);
    }

    void goOutside(Journey journey, Sender from, String address, String host) {
        journey.dialled(address);
        if (places.isCutOff(from.node())) {
            journey.wait(false, timedOut(Why.Code.WAY_OUT_CUT, from.node()));
            return;
        }
        Optional<String> held = parts.policies()
                .holdsBack(
                        peer(from),
                        new Peer(Optional.empty(), address),
                        journey.call().port(),
                        "TCP");
        if (held.isPresent()) {
            journey.wait(false, new RequestResult.Dropped(held.get()));
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
                    r -> answered(journey, r),
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
                answered(journey, reply);
            } else {
                refuse(journey, Why.of(Why.Code.NOT_LISTENING, port));
            }
        });
        journey.wait(true, timedOut(Why.Code.NO_ANSWER));
    }

    static void answered(Journey journey, Reply reply) {
        journey.end(new Outcome.Answered(reply, journey.dialled()), new RequestResult.Answered(reply.status()));
    }

    static RequestResult timedOut(Why.Code why, Object... names) {
        return new RequestResult.TimedOut(Why.of(why, names));
    }

    static void refuse(Journey journey, Why why) {
        journey.end(new Outcome.Refused(journey.dialled()), new RequestResult.Refused(why));
    }

    static boolean isAddress(String host) {
        return host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }
}
