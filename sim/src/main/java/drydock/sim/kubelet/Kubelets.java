package drydock.sim.kubelet;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.container.Container;
import drydock.sim.container.ContainerLog;
import drydock.sim.engine.Engine;
import drydock.sim.metrics.Usages;
import drydock.sim.network.ClusterNetwork;
import drydock.sim.network.ProxyMode;
import drydock.sim.part.Inbox;
import drydock.sim.part.Part;
import drydock.sim.part.Parts;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The kubelets of all nodes of a cluster: each registers its node, then gets what the API server says of the Pods
/// bound to it.
public final class Kubelets implements Usages {

    private static final String STOPPED = "stopped";

    private final Engine engine;
    private final ApiServer api;
    private final Parts parts;
    private final Registries registries;
    private final ClusterNetwork network;
    private final ServiceVariables services;
    private final TreeMap<String, Kubelet> byNode = new TreeMap<>();
    private final Map<String, Inbox> inboxes = new HashMap<>();

    /// The kubelet of each Pod, by the Pod's uid.
    private final Map<String, Kubelet> byPod = new HashMap<>();

    private final List<Consumer<String>> usageFollowers = new ArrayList<>();

    /// @param offline whether nothing outside the cluster can be reached
    /// @param network what nodes and Pods are plugged in to
    public Kubelets(Engine engine, ApiServer api, Parts parts, boolean offline, ClusterNetwork network) {
        this.engine = engine;
        this.api = api;
        this.parts = parts;
        this.registries = new Registries(offline);
        this.network = network;
        this.services = new ServiceVariables(network);
        api.forwardTo(new KubeletServer(api, this));
    }

    /// Kubelets of a cluster that has no other parts, with a network of their own.
    public Kubelets(Engine engine, ApiServer api, boolean offline) {
        this(
                engine,
                api,
                new Parts(engine, api),
                offline,
                ClusterNetwork.start(engine, api, offline, ProxyMode.IPTABLES));
    }

    /// The name of the part that is the kubelet of `node`.
    public static String part(String node) {
        return "kubelet/" + node;
    }

    /// The name of the part that is the kube-proxy of `node`.
    public static String proxy(String node) {
        return "kube-proxy/" + node;
    }

    /// The registries that images come from.
    public Registries registries() {
        return registries;
    }

    /// The nodes by name.
    public List<String> nodes() {
        return List.copyOf(byNode.keySet());
    }

    /// Starts a kubelet for each of `nodes`, which are registered with whatever they leave out filled in, and begins
    /// to watch Pods.
    public void start(List<Node> nodes) {
        start(nodes, List.of());
    }

    /// The same of a cluster that was there before.
    ///
    /// @param nodes those that have a uid are registered already
    /// @param pods its Pods; those that run are taken over
    public void start(List<Node> nodes, List<Pod> pods) {
        Map<String, List<Pod>> running = running(pods);
        nodes.forEach(node -> register(node, running));
        api.as("kubelet").watch(Query.all(Kinds.POD), this::arrived);
        api.as("kubelet").watch(Query.all(Kinds.NODE), this::nodeSeen);
        api.as("kubelet").watch(Query.all(Kinds.CONFIG_MAP), this::objectSeen);
        api.as("kubelet").watch(Query.all(Kinds.SECRET), this::objectSeen);
    }

    /// Ends the kubelet of `node`, as when its machine is cut off.
    ///
    /// @return false if there is no such node
    public boolean stop(String node) {
        Optional<Part> kubelet = parts.find(part(node));
        kubelet.ifPresent(Part::stop);
        return kubelet.isPresent();
    }

    /// The machine of `node` goes off, with all that runs on it.
    public void powerOff(String node) {
        stop(node);
        Kubelet kubelet = byNode.get(node);
        if (kubelet != null) {
            kubelet.powerOff();
        }
    }

    /// The machine of `node` is on again; its kubelet begins.
    public void powerOn(String node) {
        Kubelet kubelet = byNode.get(node);
        if (kubelet != null) {
            kubelet.powerOn();
            parts.find(part(node)).ifPresent(Part::start);
        }
    }

    /// What the kubelet of `node` does takes so many times as long as usual.
    public void slow(String node, double times) {
        Kubelet kubelet = byNode.get(node);
        if (kubelet != null) {
            kubelet.timing().slow(times);
        }
    }

    /// The disk of `node` is full, or is not any more.
    public void diskFull(String node, boolean full) {
        Kubelet kubelet = byNode.get(node);
        if (kubelet != null) {
            kubelet.eviction().diskFull(full);
        }
    }

    /// Makes a container hold more and more memory, so much more a second; 0 ends that. Returns whether it runs.
    public boolean leak(Pod pod, String container, long bytesASecond) {
        return kubeletOf(pod).filter(k -> k.leak(pod, container, bytesASecond)).isPresent();
    }

    /// The running container `name` of `pod`, to look into or to run programs in.
    public Optional<Container> container(Pod pod, String name) {
        return runtime(pod)
                .flatMap(r -> r.current(name))
                .filter(ContainerRun::running)
                .map(ContainerRun::container);
    }

    /// What the container `name` of `pod` has written, or with `previous` what its run before that has; empty if there
    /// was no such run.
    public Optional<String> log(Pod pod, String name, boolean previous) {
        return runtime(pod).flatMap(r -> r.log(name, previous));
    }

    /// The log of a container's last run, or with `previous` of the run before it, line by line.
    Optional<ContainerLog> output(Pod pod, String name, boolean previous) {
        return runtime(pod).flatMap(r -> r.output(name, previous));
    }

    /// Whether the kubelet of the Pod's node can be asked.
    boolean reachable(Pod pod) {
        return kubeletOf(pod).filter(k -> !k.isStopped()).isPresent();
    }

    ClusterNetwork network() {
        return network;
    }

    @Override
    public Map<String, Usage> of(String podUid) {
        Kubelet kubelet = byPod.get(podUid);
        return kubelet == null ? Map.of() : kubelet.usage(podUid).orElse(Map.of());
    }

    @Override
    public void follow(Consumer<String> follower) {
        usageFollowers.add(follower);
    }

    private void usageChanged(String podUid) {
        for (Consumer<String> follower : usageFollowers) {
            follower.accept(podUid);
        }
    }

    private Optional<PodRuntime> runtime(Pod pod) {
        return kubeletOf(pod).flatMap(k -> k.runtime(pod.getMetadata().getUid()));
    }

    /// The Pods that run already, by their nodes.
    private static Map<String, List<Pod>> running(List<Pod> pods) {
        return pods.stream()
                .filter(pod -> pod.getSpec().getNodeName() != null && FoundPod.runs(pod))
                .collect(Collectors.groupingBy(pod -> pod.getSpec().getNodeName()));
    }

    private void register(Node given, Map<String, List<Pod>> running) {
        Node node = NodeStatuses.complete(given, byNode.size(), engine.now());
        ApiServer own = api.as("kubelet/" + node.getMetadata().getName());
        if (node.getMetadata().getUid() == null) {
            own.create(node);
        }
        String name = node.getMetadata().getName();
        Kubelet kubelet = new Kubelet(engine, api, registries, node, network, services, this::usageChanged);
        byNode.put(name, kubelet);
        for (Pod pod : running.getOrDefault(name, List.of())) {
            byPod.put(pod.getMetadata().getUid(), kubelet);
            kubelet.found(pod);
        }
        Part part = parts.start(part(name), (_, server) -> kubelet.begin(server));
        inboxes.put(name, new Inbox(engine, api, part.line(), Kinds.POD, this::seen));
        part.on(() -> changed(part, name, kubelet));
        parts.heartbeats().set(name, true);
        kubelet.catchUp();
        startProxy(name);
    }

    /// What a proxy does is done by the network; the part says whether it learns, and how late.
    private void startProxy(String node) {
        Part proxy = parts.start(proxy(node), (_, _) -> {});
        proxy.on(() -> {
            if (proxy.connected()) {
                network.startProxy(node);
            } else {
                network.stopProxy(node);
            }
        });
        proxy.line().onDelay(() -> network.delayProxy(node, proxy.line().lag()));
    }

    /// A kubelet was stopped or started, cut off or connected.
    private void changed(Part part, String node, Kubelet kubelet) {
        if (part.running()) {
            part.line().mend(STOPPED);
        } else {
            kubelet.stop();
            part.line().cut(STOPPED);
        }
        parts.heartbeats().set(node, part.connected());
        if (part.connected()) {
            kubelet.catchUp();
        }
    }

    private void arrived(ClusterEvent event) {
        Optional<Pod> pod = switch (event) {
            case ClusterEvent.Added(var object) -> Optional.of((Pod) object);
            case ClusterEvent.Modified(var object) -> Optional.of((Pod) object);
            case ClusterEvent.Deleted(var object) -> Optional.of((Pod) object);
            case ClusterEvent.Synced _, ClusterEvent.Interrupted _, ClusterEvent.Resumed _, ClusterEvent.Refused _ ->
                Optional.empty();
        };
        pod.map(p -> p.getSpec().getNodeName()).map(inboxes::get).ifPresent(inbox -> inbox.receive(event));
    }

    private void nodeSeen(ClusterEvent event) {
        if (event instanceof ClusterEvent.Modified(Node node)
                && byNode.containsKey(node.getMetadata().getName())) {
            byNode.get(node.getMetadata().getName()).seen(node);
        }
    }

    private void objectSeen(ClusterEvent event) {
        if (event instanceof ClusterEvent.Modified(var object)) {
            ResourceId id = ResourceId.of(object);
            byNode.values().forEach(kubelet -> kubelet.changed(id));
        }
    }

    private void seen(ClusterEvent event) {
        switch (event) {
            case ClusterEvent.Added(var object) -> update((Pod) object);
            case ClusterEvent.Modified(var object) -> update((Pod) object);
            case ClusterEvent.Deleted(var object) -> {
                byPod.remove(object.getMetadata().getUid());
                kubeletOf((Pod) object).ifPresent(kubelet -> kubelet.removed((Pod) object));
            }
            case ClusterEvent.Synced synced -> {}
            case ClusterEvent.Interrupted interrupted -> {}
            case ClusterEvent.Resumed resumed -> {}
            case ClusterEvent.Refused refused -> {}
        }
    }

    private void update(Pod pod) {
        Optional<Kubelet> kubelet = kubeletOf(pod);
        if (kubelet.isPresent()) {
            byPod.put(pod.getMetadata().getUid(), kubelet.get());
            kubelet.get().update(pod);
        }
    }

    private Optional<Kubelet> kubeletOf(Pod pod) {
        String node = pod.getSpec().getNodeName();
        return node == null ? Optional.empty() : Optional.ofNullable(byNode.get(node));
    }
}
