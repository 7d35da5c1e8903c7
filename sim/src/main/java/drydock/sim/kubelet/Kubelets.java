package drydock.sim.kubelet;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.container.Container;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The kubelets of all nodes of a cluster: each registers its node, then gets what the API server says of the Pods
/// bound to it.
public final class Kubelets {

    private final Engine engine;
    private final ApiServer api;
    private final boolean offline;
    private final TreeMap<String, Kubelet> byNode = new TreeMap<>();

    /// @param offline whether nothing outside the cluster can be reached
    public Kubelets(Engine engine, ApiServer api, boolean offline) {
        this.engine = engine;
        this.api = api;
        this.offline = offline;
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

    private Optional<PodRuntime> runtime(Pod pod) {
        return kubeletOf(pod).flatMap(k -> k.runtime(pod.getMetadata().getUid()));
    }

    private void register(Node given) {
        Node node = NodeStatuses.complete(given, byNode.size(), engine.now());
        ApiServer own = api.as("kubelet/" + node.getMetadata().getName());
        own.create(node);
        byNode.put(node.getMetadata().getName(), new Kubelet(engine, api, node, offline));
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
