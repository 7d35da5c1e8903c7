package drydock.sim.fault;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.container.ImageName;
import drydock.sim.kubelet.Kubelets;
import drydock.sim.network.ClusterNetwork;
import drydock.sim.part.Part;
import drydock.sim.part.Parts;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What is wrong in a cluster at this moment.
public final class Faults {

    /// Where the API server, the scheduler and the controllers are: on no node and in no zone.
    public static final String CONTROL_PLANE = "control-plane";

    private static final String ZONE = "topology.kubernetes.io/zone";

    private final ApiServer api;
    private final Parts parts;
    private final Kubelets kubelets;
    private final ClusterNetwork network;
    private final Map<String, Fault> inForce = new TreeMap<>();

    /// @param api the server itself, whether it can be reached or not
    public Faults(ApiServer api, Parts parts, Kubelets kubelets, ClusterNetwork network) {
        this.api = api;
        this.parts = parts;
        this.kubelets = kubelets;
        this.network = network;
    }

    /// What is wrong now, by its text.
    public List<Fault> inForce() {
        return List.copyOf(inForce.values());
    }

    /// Lets `fault` happen; returns why it cannot, or empty. One that is in force already, with another
    /// amount, takes the new one.
    public Optional<String> strike(Fault fault) {
        Optional<String> problem = problem(fault);
        if (problem.isEmpty()) {
            set(fault, true);
            if (!fault.isMoment()) {
                inForce.put(key(fault), fault);
            }
            cutTraffic();
        }
        return problem;
    }

    /// Takes `fault` back, whatever its amount was; returns why it cannot, or empty.
    public Optional<String> clear(Fault fault) {
        Fault was = inForce.remove(key(fault));
        if (was == null) {
            return Optional.of("no such fault is in force: " + key(fault));
        }
        set(was, false);
        cutTraffic();
        return Optional.empty();
    }

    /// Takes all back.
    public void clearAll() {
        inForce().forEach(this::clear);
    }

    /// Lets traffic go between all nodes but those that a fault in force keeps apart.
    private void cutTraffic() {
        kubelets.nodes().forEach(network::mend);
        for (Fault fault : inForce.values()) {
            switch (fault) {
                case Fault.NodeLost(var node) -> network.cutOff(node);
                case Fault.NetworkCut(var one, var other) -> network.cut(places(one), places(other));
                default -> {
                    // traffic goes on
                }
            }
        }
    }

    private static String key(Fault fault) {
        return fault.name() + " " + String.join(" ", fault.target());
    }

    private Optional<String> problem(Fault fault) {
        return switch (fault) {
            case Fault.NodeLost(var node) -> noNode(node);
            case Fault.NodeSlow(var node, var times) -> noNode(node);
            case Fault.DiskFull(var node) -> noNode(node);
            case Fault.NetworkCut(var one, var other) ->
                Stream.of(one, other)
                        .filter(place -> places(place).isEmpty())
                        .map(place -> "there is no node and no zone \"" + place + "\"")
                        .findFirst();
            case Fault.ComponentStopped(var component) -> noPart(component);
            case Fault.ComponentDelayed(var component, var by) -> noPart(component);
            case Fault.RegistryDown _ -> Optional.empty();
            case Fault.ImageMissing(var image) ->
                ImageName.parse(image).isPresent()
                        ? Optional.empty()
                        : Optional.of("there can be no image \"" + image + "\"");
            case Fault.ContainerKilled(var namespace, var pod, var container) ->
                pod(namespace, pod)
                                .flatMap(p -> kubelets.container(p, container))
                                .isPresent()
                        ? Optional.empty()
                        : notRunning(namespace, pod, container);
            case Fault.MemoryLeak(var namespace, var pod, var container, var bytes) ->
                pod(namespace, pod)
                                .flatMap(p -> kubelets.container(p, container))
                                .isPresent()
                        ? Optional.empty()
                        : notRunning(namespace, pod, container);
        };
    }

    private Optional<String> noNode(String node) {
        return kubelets.nodes().contains(node)
                ? Optional.empty()
                : Optional.of("Error from server (NotFound): nodes \"" + node + "\" not found");
    }

    private Optional<String> noPart(String component) {
        return parts.find(component).isPresent()
                ? Optional.empty()
                : Optional.of("there is no component \"" + component + "\", only "
                        + String.join(", ", parts.all().stream().map(Part::name).toList()));
    }

    private static Optional<String> notRunning(String namespace, String pod, String container) {
        return Optional.of("no container \"" + container + "\" runs in pod \"" + namespace + "/" + pod + "\"");
    }

    private Optional<Pod> pod(String namespace, String name) {
        Optional<HasMetadata> found = api.get(ResourceId.of(Kinds.POD, namespace, name));
        return found.map(Pod.class::cast);
    }

    private void set(Fault fault, boolean on) {
        switch (fault) {
            case Fault.NodeLost(var node) -> {
                if (on) {
                    kubelets.powerOff(node);
                } else {
                    kubelets.powerOn(node);
                }
            }
            case Fault.NodeSlow(var node, var times) -> kubelets.slow(node, on ? times : 1);
            case Fault.DiskFull(var node) -> kubelets.diskFull(node, on);
            case Fault.NetworkCut cut -> cut(cut, on);
            case Fault.ComponentStopped(var component) ->
                parts.find(component).ifPresent(part -> {
                    if (on) {
                        part.stop();
                    } else {
                        part.start();
                    }
                });
            case Fault.ComponentDelayed(var component, var by) ->
                parts.find(component).ifPresent(part -> part.line().delay(on ? by : Duration.ZERO));
            case Fault.RegistryDown(var registry) -> {
                if (on) {
                    kubelets.registries().stop(registry);
                } else {
                    kubelets.registries().start(registry);
                }
            }
            case Fault.ImageMissing(var image) ->
                ImageName.parse(image).ifPresent(name -> kubelets.registries().missing(name, on));
            case Fault.ContainerKilled(var namespace, var pod, var container) ->
                pod(namespace, pod)
                        .flatMap(p -> kubelets.container(p, container))
                        .ifPresent(c -> c.kill());
            case Fault.MemoryLeak(var namespace, var pod, var container, var bytes) ->
                pod(namespace, pod).ifPresent(p -> kubelets.leak(p, container, on ? bytes : 0));
        }
    }

    /// Nodes that cannot reach the control plane any more have their kubelets and proxies cut off.
    private void cut(Fault.NetworkCut cut, boolean on) {
        Set<String> left = places(cut.one());
        Set<String> right = places(cut.other());
        Set<String> nodes =
                left.contains(CONTROL_PLANE) ? right : right.contains(CONTROL_PLANE) ? left : new TreeSet<>();
        for (String node : nodes) {
            for (String name : List.of(Kubelets.part(node), Kubelets.proxy(node))) {
                parts.find(name).ifPresent(part -> {
                    if (on) {
                        part.line().cut(key(cut));
                    } else {
                        part.line().mend(key(cut));
                    }
                });
            }
        }
    }

    /// The nodes that `place` means: itself, those of a zone, or the control plane.
    private Set<String> places(String place) {
        TreeSet<String> places = new TreeSet<>();
        if (place.equals(CONTROL_PLANE) || kubelets.nodes().contains(place)) {
            places.add(place);
        }
        for (HasMetadata node : api.list(Query.all(Kinds.NODE))) {
            Map<String, String> labels =
                    Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of());
            if (place.equals(labels.get(ZONE))) {
                places.add(node.getMetadata().getName());
            }
        }
        return places;
    }
}
