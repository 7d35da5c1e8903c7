package drydock.sim.kubelet;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.container.Container;
import drydock.sim.container.ContainerLog;
import drydock.sim.engine.Engine;
import drydock.sim.metrics.Usages;
import drydock.sim.network.ClusterNetwork;
import drydock.sim.network.ProxyMode;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The kubelets of all nodes of a cluster: each registers its node, then gets what the API server says of the Pods
/// bound to it.
public final class Kubelets implements Usages {

    private final Engine engine;
    private final ApiServer api;
    private final boolean offline;
    private final ClusterNetwork network;
    private final TreeMap<String, Kubelet> byNode = new TreeMap<>();

    /// @param offline whether nothing outside the cluster can be reached
    /// @param network what nodes and Pods are plugged in to
    public Kubelets(Engine engine, ApiServer api, boolean offline, ClusterNetwork network) {
        this.engine = engine;
        this.api = api;
        this.offline = offline;
        this.network = network;
        api.forwardTo(new KubeletServer(api, this));
    }

    /// Kubelets with a network of their own.
    public Kubelets(Engine engine, ApiServer api, boolean offline) {
        this(engine, api, offline, ClusterNetwork.start(engine, api, offline, ProxyMode.IPTABLES));
    }

    /// Starts a kubelet for each of `nodes`, which are registered with whatever they leave out filled in, and begins
    /// to watch Pods.
    public void start(List<Node> nodes) {
        nodes.forEach(this::register);
        api.as("kubelet").watch(Query.all(Kinds.POD), this::seen);
    }

    /// Ends the kubelet of `node`, as when its machine is cut off.
    ///
    /// @return false if there is no such node
    public boolean stop(String node) {
        Kubelet kubelet = byNode.get(node);
        if (kubelet != null) {
            kubelet.stop();
        }
        return kubelet != null;
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
        for (Kubelet kubelet : byNode.values()) {
            Optional<Map<String, Usage>> usage = kubelet.usage(podUid);
            if (usage.isPresent()) {
                return usage.get();
            }
        }
        return Map.of();
    }

    private Optional<PodRuntime> runtime(Pod pod) {
        return kubeletOf(pod).flatMap(k -> k.runtime(pod.getMetadata().getUid()));
    }

    private void register(Node given) {
        Node node = NodeStatuses.complete(given, byNode.size(), engine.now());
        ApiServer own = api.as("kubelet/" + node.getMetadata().getName());
        own.create(node);
        byNode.put(node.getMetadata().getName(), new Kubelet(engine, api, node, offline, network));
    }

    private void seen(ClusterEvent event) {
        switch (event) {
            case ClusterEvent.Added(var object) -> of(object).ifPresent(k -> k.update((Pod) object));
            case ClusterEvent.Modified(var object) -> of(object).ifPresent(k -> k.update((Pod) object));
            case ClusterEvent.Deleted(var object) -> of(object).ifPresent(k -> k.removed((Pod) object));
            case ClusterEvent.Synced synced -> {}
            case ClusterEvent.Interrupted interrupted -> {}
            case ClusterEvent.Resumed resumed -> {}
            case ClusterEvent.Refused refused -> {}
        }
    }

    private Optional<Kubelet> of(HasMetadata object) {
        return kubeletOf((Pod) object);
    }

    private Optional<Kubelet> kubeletOf(Pod pod) {
        String node = pod.getSpec().getNodeName();
        return node == null ? Optional.empty() : Optional.ofNullable(byNode.get(node));
    }
}
