package drydock.sim.fault;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.engine.Engine;
import drydock.sim.kubelet.Kubelets;
import drydock.sim.part.Part;
import drydock.sim.part.Parts;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// A [FaultPlan] at work: faults come and go by chance until it is ended.
public final class RandomFaults {

    private record Place(String namespace, String pod, String container) {}

    private final Engine engine;
    private final ApiServer api;
    private final Parts parts;
    private final Kubelets kubelets;
    private final Faults faults;
    private final FaultPlan plan;
    private final SplittableRandom random;
    private final List<String> kinds;
    private boolean ended;

    private RandomFaults(Engine engine, ApiServer api, Parts parts, Kubelets kubelets, Faults faults, FaultPlan plan) {
        this.engine = engine;
        this.api = api;
        this.parts = parts;
        this.kubelets = kubelets;
        this.faults = faults;
        this.plan = plan;
        this.random = new SplittableRandom(plan.seed());
        this.kinds = List.copyOf(new TreeSet<>(plan.kinds()));
    }

    /// Begins; the first fault comes by chance.
    public static RandomFaults start(
            Engine engine, ApiServer api, Parts parts, Kubelets kubelets, Faults faults, FaultPlan plan) {
        RandomFaults random = new RandomFaults(engine, api, parts, kubelets, faults, plan);
        random.next();
        return random;
    }

    /// No more come; those that are in force stay until their time is over.
    public void end() {
        ended = true;
    }

    private void next() {
        engine.schedule(about(plan.every()), () -> {
            if (!ended) {
                draw().ifPresent(this::strike);
                next();
            }
        });
    }

    private void strike(Fault fault) {
        boolean known = faults.inForce().stream()
                .anyMatch(f -> f.name().equals(fault.name()) && f.target().equals(fault.target()));
        if (!known && faults.strike(fault).isEmpty() && !fault.isMoment()) {
            engine.schedule(about(plan.lasting()), () -> faults.clear(fault));
        }
    }

    /// Times between what happens by chance, at a steady rate.
    private Duration about(Duration mean) {
        double times = -Math.log(1 - random.nextDouble());
        return Duration.ofNanos((long) (mean.toNanos() * times) + 1);
    }

    private Optional<Fault> draw() {
        return switch (kinds.get(random.nextInt(kinds.size()))) {
            case "node-lost" -> one(kubelets.nodes()).map(Fault.NodeLost::new);
            case "node-slow" -> one(kubelets.nodes()).map(node -> new Fault.NodeSlow(node, 2 + random.nextInt(19)));
            case "disk-full" -> one(kubelets.nodes()).map(Fault.DiskFull::new);
            case "network-cut" -> one(kubelets.nodes()).map(n -> new Fault.NetworkCut(n, Faults.CONTROL_PLANE));
            case "component-stopped" -> one(components()).map(Fault.ComponentStopped::new);
            case "component-delayed" ->
                one(components())
                        .map(c -> new Fault.ComponentDelayed(c, Duration.ofMillis(500 + random.nextInt(9_500))));
            case "registry-down" -> Optional.of(new Fault.RegistryDown(""));
            case "image-missing" -> one(images()).map(Fault.ImageMissing::new);
            case "container-killed" ->
                one(running()).map(p -> new Fault.ContainerKilled(p.namespace(), p.pod(), p.container()));
            default ->
                one(running())
                        .map(p -> new Fault.MemoryLeak(
                                p.namespace(), p.pod(), p.container(), (1L + random.nextInt(64)) << 20));
        };
    }

    private List<String> components() {
        return parts.all().stream().map(Part::name).toList();
    }

    /// The images that Pods of the cluster are of, each once.
    private List<String> images() {
        return api.list(Query.all(Kinds.POD)).stream()
                .flatMap(object -> ((Pod) object).getSpec().getContainers().stream())
                .map(Container::getImage)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Place> running() {
        List<Place> places = new ArrayList<>();
        for (HasMetadata object : api.list(Query.all(Kinds.POD))) {
            Pod pod = (Pod) object;
            for (ContainerStatus status : pod.getStatus().getContainerStatuses()) {
                if (status.getState() != null && status.getState().getRunning() != null) {
                    places.add(new Place(
                            pod.getMetadata().getNamespace(), pod.getMetadata().getName(), status.getName()));
                }
            }
        }
        return places;
    }

    private <T> Optional<T> one(List<T> of) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
    }
}
