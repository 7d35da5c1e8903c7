package drydock.sim.network;

import drydock.model.resource.ResourceId;
import drydock.sim.container.Call;
import drydock.sim.container.Container;
import drydock.sim.container.Image;
import drydock.sim.container.ImageCatalogue;
import drydock.sim.container.ImageName;
import drydock.sim.container.NameAnswer;
import drydock.sim.container.Network;
import drydock.sim.container.Outcome;
import drydock.sim.container.Wire;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The whole network of a cluster, to which each node and each Pod is plugged in.
public final class ClusterNetwork implements Wire {

    private final Engine engine;
    private final Places places = new Places();
    private final ServiceTable table;
    private final RequestLog log;
    private final World world;
    private final Router router;
    private final Entrances entrances;
    private final Clients clients;
    private @Nullable Container machine;

    private ClusterNetwork(Engine engine, ApiServer server, boolean offline, ProxyMode mode) {
        ApiServer api = server.as("kube-proxy");
        this.engine = engine;
        this.table = new ServiceTable(engine, api);
        this.log = new RequestLog(engine);
        this.world = new World(!offline);
        this.entrances = new Entrances(api);
        Dns dns = new Dns(table, world, entrances::publicAddress);
        this.router = new Router(
                engine, new NetworkParts(api, places, table, new PolicyGate(api), dns, world, entrances), mode);
        this.clients = new Clients(engine, this, table, places);
        if (!offline) {
            new CloudBalancers(engine, server.as("cloud-controller-manager"), table).start();
            entrances.publish(engine, server.as("ingress-controller"));
        }
    }

    /// Starts the network's parts: they watch `api` from now on.
    ///
    /// @param offline whether there is no world outside, and no cloud that gives balancers
    public static ClusterNetwork start(Engine engine, ApiServer api, boolean offline, ProxyMode mode) {
        return new ClusterNetwork(engine, api, offline, mode);
    }

    /// Plugs a node in.
    public void plugIn(String node, Network network) {
        places.node(node, network);
    }

    /// Plugs a Pod in on its node. All that is sent is TCP's: a host port of UDP is another.
    public void plugIn(String node, Network network, Pod pod) {
        Map<Integer, Integer> hostPorts = new HashMap<>();
        pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .filter(port -> port.getHostPort() != null && port.getHostPort() > 0)
                .filter(port -> port.getProtocol() == null || port.getProtocol().equals("TCP"))
                .forEach(port -> hostPorts.put(port.getHostPort(), port.getContainerPort()));
        places.pod(new Places.PodPlace(ResourceId.of(pod), node, network, hostPorts));
    }

    /// Whether a Pod has this address.
    public boolean isTaken(String address) {
        return places.podAt(address).isPresent();
    }

    /// Unplugs a Pod.
    public void unplug(Network network) {
        places.gone(network);
    }

    /// What `/etc/resolv.conf` of a Pod says.
    public static String resolvConf(Pod pod) {
        return Dns.settings(pod.getSpec(), pod.getMetadata().getNamespace()).file();
    }

    /// Another number whenever a Service has changed.
    public long servicesVersion() {
        return table.servicesVersion();
    }

    /// The Services of a namespace, as a kubelet knows them.
    public Collection<Service> services(String namespace) {
        return table.in(namespace);
    }

    @Override
    public void send(Network from, Call call, Consumer<Outcome> then) {
        String client = places.podOf(from)
                .map(place -> place.pod().name())
                .or(() -> places.nodeOf(from))
                .orElse(from.hostname());
        send(client, from, call, then);
    }

    /// Sends `call` from a Pod or a node.
    ///
    /// @param client what the sender is called
    void send(String client, Network from, Call call, Consumer<Outcome> then) {
        router.send(
                new Journey(engine, log, RequestTrace.Kind.REQUEST, client, call, then),
                new Sender(from, places.podOf(from), nodeOf(from)));
    }

    private String nodeOf(Network from) {
        return places.podOf(from)
                .map(Places.PodPlace::node)
                .or(() -> places.nodeOf(from))
                .orElse("");
    }

    /// Sends `call` from outside the cluster.
    ///
    /// @param client what the sender is called
    public void sendFromOutside(String client, Call call, Consumer<Outcome> then) {
        router.sendFromOutside(new Journey(engine, log, RequestTrace.Kind.REQUEST, client, call, then));
    }

    /// Asks a Pod from its own node, as a kubelet does for a probe; the call's host is not looked at.
    public void probe(Network of, Call call, Consumer<Outcome> then) {
        String node = nodeOf(of);
        Journey journey = new Journey(engine, log, RequestTrace.Kind.PROBE, "kubelet/" + node, call, then);
        router.probe(journey, of, node, places.podOf(of));
    }

    @Override
    public Optional<NameAnswer> lookUp(Network from, String name) {
        Sender sender = new Sender(from, places.podOf(from), nodeOf(from));
        return router.lookUp(sender, name);
    }

    /// Lets a port of the user's own machine lead to a port of a Pod, as `kubectl port-forward` does, until what is
    /// returned is run.
    public Runnable forward(int local, ResourceId pod, int port) {
        return entrances.forward(local, pod, port);
    }

    /// A machine outside the cluster, as the user's own: programs that are run on it ask the cluster from there.
    public Container outside() {
        if (machine == null) {
            Network own =
                    new Network("outside", Entrances.CLIENT, (_, call, then) -> sendFromOutside("outside", call, then));
            Image image = ImageCatalogue.find(ImageName.parse("busybox").orElseThrow());
            machine = new Container(engine, image, image.newFiles(), Map.of(), own, "/");
        }
        return machine;
    }

    /// The newest requests, and what goes to each Service.
    public RequestLog requests() {
        return log;
    }

    /// What lies beyond the cluster.
    public World world() {
        return world;
    }

    /// Those that send requests at a rate.
    public Clients clients() {
        return clients;
    }

    /// Cuts a node off from everything.
    public void cutOff(String node) {
        places.cutOff(node);
    }

    /// Cuts the way between two groups of nodes, as between zones.
    public void cut(Collection<String> some, Collection<String> others) {
        places.cut(some, others);
    }

    /// Mends all ways of a node.
    public void mend(String node) {
        places.mend(node);
    }

    /// Ends the kube-proxy of a node: its rules stay as they are.
    public void stopProxy(String node) {
        table.stop(node);
    }

    /// Starts it again: its rules follow once more.
    public void startProxy(String node) {
        table.start(node);
    }

    /// Lets it learn of each change so much later than usual.
    public void delayProxy(String node, Duration by) {
        table.delay(node, by.toNanos());
    }

    /// The Pod that has the address, for who shows a path.
    public Optional<ResourceId> podAt(String address) {
        return places.podAt(address).map(Places.PodPlace::pod);
    }
}
