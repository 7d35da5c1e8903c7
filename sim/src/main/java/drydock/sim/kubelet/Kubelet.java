package drydock.sim.kubelet;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.ResourceId;
import drydock.sim.container.Files;
import drydock.sim.container.Network;
import drydock.sim.engine.Engine;
import drydock.sim.metrics.Usages;
import drydock.sim.network.ClusterNetwork;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Shallow;
import drydock.sim.store.Shape;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The kubelet of one node.
final class Kubelet {

    private final Engine engine;
    private final Node node;
    private final Registries registries;
    private final ClusterNetwork network;
    private final ServiceVariables services;
    private final Consumer<String> usageChanges;
    private final Timing timing;
    private final ImageStore images;
    private final ImagePuller puller;
    private final Restarts restarts;
    private final PodAddresses addresses;
    private final Network hostNetwork;
    private final Map<String, Files> nodeVolumes = new TreeMap<>();
    private final Map<String, PodWorker> workers = new LinkedHashMap<>();
    private final NodeReport report;
    private final Eviction eviction;
    private ApiServer api;
    private boolean stopped;
    private boolean poweredOff;

    /// @param node the node, complete
    /// @param network what the node and its Pods are plugged in to
    /// @param services the variables of Services, which the kubelets work out together
    /// @param usageChanges gets the uid of each Pod that may use another amount of CPU from now on
    Kubelet(
            Engine engine,
            ApiServer api,
            Registries registries,
            Node node,
            ClusterNetwork network,
            ServiceVariables services,
            Consumer<String> usageChanges) {
        String name = node.getMetadata().getName();
        this.engine = engine;
        this.api = api.as("kubelet/" + name);
        this.node = node;
        this.registries = registries;
        this.network = network;
        this.services = services;
        this.usageChanges = usageChanges;
        this.timing = new Timing(engine, name);
        this.images = new ImageStore(node);
        this.puller = new ImagePuller(this);
        this.restarts = new Restarts(this, RestartLimit.of(node));
        this.report = new NodeReport(this, name);
        this.eviction = new Eviction(this, node, report);
        this.addresses = new PodAddresses(node.getSpec().getPodCIDR());
        this.hostNetwork = new Network(name, NodeStatuses.address(node), network);
        network.plugIn(name, hostNetwork);
    }

    /// A Pod bound to this node was seen, or has changed.
    void update(Pod pod) {
        if (stopped) {
            return;
        }
        PodWorker known = workers.get(pod.getMetadata().getUid());
        if (known != null) {
            known.update(pod);
            usageChanged(pod);
            return;
        }
        PodWorker worker = new PodWorker(this, pod);
        List<PodClaim> others = workers.values().stream()
                .filter(PodWorker::active)
                .map(PodWorker::claim)
                .toList();
        workers.put(pod.getMetadata().getUid(), worker);
        PodStatus status = pod.getStatus();
        boolean over =
                status != null && List.of("Succeeded", "Failed").contains(Objects.toString(status.getPhase(), ""));
        Optional<PodAdmission.Refusal> refusal = over
                ? Optional.empty()
                : eviction.refusal(pod).or(() -> PodAdmission.refusal(node, worker.claim(), others));
        if (over) {
            worker.refused();
        } else if (refusal.isPresent()) {
            worker.refused();
            warn(pod, refusal.get().reason(), refusal.get().message(), "");
            PodStatus rejected = PodStatuses.rejected(
                    pod, refusal.get().reason(), refusal.get().message(), now());
            reaching(() -> write(pod, rejected));
        } else if (pod.getMetadata().getDeletionTimestamp() != null) {
            worker.update(pod);
        } else {
            after(timing.status(), worker::sync);
        }
    }

    /// A ConfigMap or a Secret has changed.
    void changed(ResourceId object) {
        if (!stopped) {
            List.copyOf(workers.values()).forEach(worker -> worker.changed(object));
        }
    }

    /// A Pod runs here already when this kubelet is about to begin.
    void found(Pod pod) {
        PodWorker worker = new PodWorker(this, pod);
        workers.put(pod.getMetadata().getUid(), worker);
        worker.found();
    }

    /// A Pod of this node is gone from the API.
    void removed(Pod pod) {
        PodWorker worker = stopped ? null : workers.remove(pod.getMetadata().getUid());
        if (worker != null) {
            worker.forget();
            puller.forget(pod);
            restarts.forget(pod);
            workers().forEach(PodWorker::roomMade);
        }
    }

    /// Ends this kubelet: nothing is started, noticed or written any more; what runs runs on.
    void stop() {
        stopped = true;
        report.forgetDue();
        eviction.forgetDue();
    }

    /// Begins, or begins again: what it finds running it takes over.
    ///
    /// @param server the API server as it reaches it
    void begin(ApiServer server) {
        api = server.as("kubelet/" + node.getMetadata().getName());
        stopped = false;
        List.copyOf(workers.values()).forEach(PodWorker::resume);
        eviction.begin();
    }

    /// The machine goes off, with all that runs on it; the kubelet has been stopped.
    void powerOff() {
        poweredOff = true;
        List.copyOf(workers.values()).forEach(PodWorker::poweredOff);
    }

    /// The machine is on again; the kubelet is yet to begin.
    void powerOn() {
        poweredOff = false;
    }

    boolean stopped() {
        return stopped;
    }

    boolean poweredOff() {
        return poweredOff;
    }

    /// The server can be reached, for the first time or again.
    void catchUp() {
        report.begin();
        after(timing.status(), () -> List.copyOf(workers.values()).forEach(PodWorker::catchUp));
    }

    /// Somebody has changed the Node object.
    void seen(Node now) {
        if (!stopped) {
            report.seen(now);
        }
    }

    /// Does what needs the server; if it cannot be reached now, [#catchUp] does it later.
    void reaching(Runnable request) {
        try {
            request.run();
        } catch (ClusterException failed) {
            if (failed.isRefusal()) {
                throw failed;
            }
        }
    }

    Collection<PodWorker> workers() {
        return List.copyOf(workers.values());
    }

    Eviction eviction() {
        return eviction;
    }

    Registries registries() {
        return registries;
    }

    /// Makes the container lose memory from now on, so much a second; returns whether it runs here.
    boolean leak(Pod pod, String container, long bytesASecond) {
        Optional<ContainerRun> run = runtime(pod.getMetadata().getUid())
                .flatMap(r -> r.current(container))
                .filter(ContainerRun::running);
        run.ifPresent(r -> {
            r.leak(bytesASecond, now());
            eviction.watch();
        });
        return run.isPresent();
    }

    /// The work on the Pod with this uid, if the Pod is here.
    Optional<PodRuntime> runtime(String uid) {
        return Optional.ofNullable(workers.get(uid)).map(PodWorker::runtime);
    }

    Engine engine() {
        return engine;
    }

    Node node() {
        return node;
    }

    ApiServer api() {
        return api;
    }

    Timing timing() {
        return timing;
    }

    ImageStore images() {
        return images;
    }

    ImagePuller puller() {
        return puller;
    }

    Restarts restarts() {
        return restarts;
    }

    boolean isStopped() {
        return stopped;
    }

    ServiceVariables services() {
        return services;
    }

    /// The cluster's network.
    ClusterNetwork network() {
        return network;
    }

    /// What the containers of a Pod use, no more CPU than they may; empty if the Pod is not here.
    Optional<Map<String, Usages.Usage>> usage(String podUid) {
        return Optional.ofNullable(workers.get(podUid)).map(worker -> Measuring.of(worker.pod(), worker.runtime()));
    }

    /// The Pod may use another amount of CPU from now on.
    void usageChanged(Pod pod) {
        usageChanges.accept(pod.getMetadata().getUid());
    }

    Map<String, Files> nodeVolumes() {
        return nodeVolumes;
    }

    Instant now() {
        return engine.now();
    }

    String hostIp() {
        return hostNetwork.address();
    }

    /// Runs `action` after `delay`, if the kubelet still runs then.
    Engine.Timer after(Duration delay, Runnable action) {
        return engine.schedule(delay, () -> {
            if (!stopped) {
                action.run();
            }
        });
    }

    /// The network of a new sandbox, or empty if the node has no address left.
    Optional<Network> networkFor(Pod pod) {
        if (Boolean.TRUE.equals(pod.getSpec().getHostNetwork())) {
            return Optional.of(hostNetwork);
        }
        Optional<String> free = addresses.take();
        while (free.filter(network::isTaken).isPresent()) {
            free = addresses.take();
        }
        return free.map(address -> pluggedIn(pod, address));
    }

    /// The network of a sandbox that is there already.
    Optional<Network> foundNetwork(Pod pod) {
        String address = pod.getStatus().getPodIP();
        if (Boolean.TRUE.equals(pod.getSpec().getHostNetwork()) || address == null || address.isEmpty()) {
            return networkFor(pod);
        }
        addresses.hold(address);
        return Optional.of(pluggedIn(pod, address));
    }

    private Network pluggedIn(Pod pod, String address) {
        String hostname = Objects.requireNonNullElse(
                pod.getSpec().getHostname(), pod.getMetadata().getName());
        Network own = new Network(hostname, address, network);
        network.plugIn(node.getMetadata().getName(), own, pod);
        return own;
    }

    void release(Network of) {
        network.unplug(of);
        addresses.release(of.address());
    }

    void tell(Pod pod, String reason, String message, String path) {
        reaching(() -> api.record(pod, "Normal", reason, message, path));
    }

    void warn(Pod pod, String reason, String message, String path) {
        reaching(() -> api.record(pod, "Warning", reason, message, path));
    }

    /// Writes what is known of a Pod, if it differs from what the API has.
    void publish(PodWorker worker, boolean ending) {
        reaching(() -> current(worker.pod()).ifPresent(pod -> {
            PodReport report = new PodReport(pod, worker.runtime().view(), ending, worker.end());
            if (worker.told().filter(report::saysTheSameAs).isEmpty()) {
                PodStatus status = report.status(hostIp(), now());
                worker.told(
                        status.equals(pod.getStatus())
                                ? report
                                : report.of((Pod) api.replaceStatus(Shape.withStatus(pod, status))));
            }
        }));
    }

    /// Removes a Pod that has ended from the API.
    void remove(Pod pod) {
        reaching(() -> current(pod).ifPresent(p -> api.delete(ResourceId.of(p), Deletion.DEFAULT.withGraceSeconds(0))));
    }

    private Optional<Pod> current(Pod pod) {
        return api.get(ResourceId.of(pod))
                .map(Pod.class::cast)
                .filter(p -> p.getMetadata().getUid().equals(pod.getMetadata().getUid()));
    }

    private Pod write(Pod pod, PodStatus status) {
        ObjectMeta metadata = Shallow.copy(pod.getMetadata());
        metadata.setResourceVersion(null);
        return (Pod) api.replaceStatus(new Pod(pod.getApiVersion(), pod.getKind(), metadata, pod.getSpec(), status));
    }
}
