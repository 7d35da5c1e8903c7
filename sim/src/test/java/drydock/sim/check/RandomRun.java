package drydock.sim.check;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.fault.FaultCommand;
import drydock.sim.kubectl.Kubectl;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A cluster to which things are done at random, and go wrong at random, all by one seed.
final class RandomRun {

    private static final int STEPS = 25;
    private static final List<ResourceKind> WATCHED =
            List.of(Kinds.POD, Kinds.SERVICE, Kinds.REPLICA_SET, Kinds.DEPLOYMENT, Kinds.ENDPOINT_SLICE, Kinds.NODE);

    private final long seed;
    private final SplittableRandom random;
    private final Simulation simulation;
    private final Kubectl kubectl;
    private final Invariants invariants = new Invariants();
    private final Map<ResourceId, HasMetadata> seen = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private String manifest = "";
    private int checked;

    RandomRun(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.simulation = Simulation.start(SimulationOptions.DEFAULT.withSeed(seed));
        this.kubectl = new Kubectl(simulation.cluster(), "default", _ -> Map.of("x.yaml", manifest));
        WATCHED.forEach(kind -> simulation.cluster().watch(Query.all(kind), this::see));
    }

    /// Runs; returns what was broken, empty if nothing was.
    List<String> run() {
        for (int step = 0; step < STEPS && broken.isEmpty(); step++) {
            act();
            pass(random.nextInt(1, 20_000));
        }
        simulation.fault(new FaultCommand.ClearAll());
        List.of(1, 2, 3).forEach(node -> command("uncordon node-" + node));
        pass(Duration.ofMinutes(12).toMillis());
        watchesHaveSeenAll();
        if (broken.isEmpty()) {
            broken.addAll(Settled.broken(simulation.cluster()));
        }
        return broken.stream()
                .map(what -> "seed " + seed + " (-Ddrydock.random.seed=" + seed + " -Ddrydock.random.runs=1): " + what)
                .toList();
    }

    /// The log of all that happened, to be compared.
    List<Change> log() {
        return simulation.cluster().log();
    }

    private void see(ClusterEvent event) {
        switch (event) {
            case ClusterEvent.Added(var object) -> told(object, seen.put(ResourceId.of(object), object));
            case ClusterEvent.Modified(var object) -> told(object, seen.put(ResourceId.of(object), object));
            case ClusterEvent.Deleted(var object) -> told(object, seen.remove(ResourceId.of(object)));
            default -> {
                // how well a kind is known
            }
        }
    }

    /// A watch tells of each object in the order of its versions.
    private void told(HasMetadata now, @Nullable HasMetadata before) {
        if (before != null && version(now) <= version(before)) {
            broken.add("a watch told " + version(now) + " of " + ResourceId.of(now) + " after " + version(before));
        }
    }

    private static long version(HasMetadata object) {
        return Long.parseLong(object.getMetadata().getResourceVersion());
    }

    private void act() {
        String name = "app-" + random.nextInt(4);
        switch (random.nextInt(18)) {
            case 0, 1, 2 -> apply(workload("Deployment", name));
            case 3 -> apply(workload("ReplicaSet", "set-" + random.nextInt(2)));
            case 4 -> apply(service(name));
            case 5 -> command("scale deployment " + name + " --replicas=" + random.nextInt(6));
            case 6 -> command("set image deployment/" + name + " main=nginx:1." + random.nextInt(20, 26));
            case 7 -> command("delete deployment " + name + (random.nextBoolean() ? "" : " --cascade=orphan"));
            case 8 -> command("rollout undo deployment/" + name);
            case 9 -> command("delete pod --all --wait=false");
            case 10, 11 -> strike();
            case 12 -> apply(statefulSet("db-" + random.nextInt(2)));
            case 13 -> apply(daemonSet());
            case 14 -> apply(job("job-" + random.nextInt(20)));
            case 15 -> command("delete statefulset db-" + random.nextInt(2));
            case 16 -> command("drain node-" + random.nextInt(1, 4) + " --ignore-daemonsets --force --timeout=20s");
            default -> {
                simulation.fault(new FaultCommand.ClearAll());
                List.of(1, 2, 3).forEach(node -> command("uncordon node-" + node));
            }
        }
    }

    private void strike() {
        String node = "node-" + random.nextInt(1, 4);
        List<String> faults = List.of(
                "node-lost " + node,
                "node-slow " + node,
                "network-cut " + node,
                "disk-full " + node,
                "component-stopped kube-scheduler",
                "component-stopped kube-controller-manager",
                "component-delayed kube-controller-manager 3",
                "registry-down");
        String fault = faults.get(random.nextInt(faults.size()));
        FaultCommand.parse(List.of(fault.split(" "))).ifPresent(simulation::fault);
    }

    private String workload(String kind, String name) {
        String ports = random.nextInt(4) == 0 ? ", hostPort: 8080" : "";
        return """
            apiVersion: apps/v1
            kind: %s
            metadata: {name: %s}
            spec:
              replicas: %d
              selector: {matchLabels: {app: %s}}
              template:
                metadata: {labels: {app: %s}}
                spec:
                  terminationGracePeriodSeconds: %d
                  containers:
                  - name: main
                    image: nginx:1.25
                    ports: [{containerPort: 80%s}]
            """.formatted(kind, name, random.nextInt(1, 5), name, name, random.nextInt(1, 31), ports);
    }

    private String statefulSet(String name) {
        return """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: %s}
            spec:
              serviceName: %s
              replicas: %d
              selector: {matchLabels: {app: %s}}
              template:
                metadata: {labels: {app: %s}}
                spec: {containers: [{name: main, image: "redis:7"}]}
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """.formatted(name, name, random.nextInt(1, 4), name, name);
    }

    private String daemonSet() {
        return """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: agent}
            spec:
              selector: {matchLabels: {app: agent}}
              template:
                metadata: {labels: {app: agent}}
                spec: {containers: [{name: main, image: "busybox:1.%d", command: [sleep, "100000"]}]}
            """.formatted(random.nextInt(34, 37));
    }

    private String job(String name) {
        return """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: %s}
            spec:
              completions: %d
              parallelism: %d
              backoffLimit: 3
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: main, image: "busybox:1.36", command: [sh, -c, "sleep %d; exit %d"]}]
            """.formatted(
                        name, random.nextInt(1, 4), random.nextInt(1, 4), random.nextInt(1, 60), random.nextInt(2));
    }

    private static String service(String name) {
        return """
            apiVersion: v1
            kind: Service
            metadata: {name: %s}
            spec: {type: NodePort, selector: {app: %s}, ports: [{port: 80}]}
            """.formatted(name, name);
    }

    private void apply(String yaml) {
        manifest = yaml;
        command("apply -f x.yaml");
    }

    /// What is refused is refused.
    private void command(String words) {
        kubectl.run(List.of(words.split(" ")), _ -> {}, _ -> {}, _ -> {});
    }

    private void pass(long millis) {
        simulation.advance(Duration.ofMillis(millis), Integer.MAX_VALUE);
        List<Change> log = log();
        while (checked < log.size()) {
            invariants.accept(log.get(checked++));
        }
        broken.addAll(invariants.broken());
    }

    /// When all is quiet, who watches knows what is there.
    private void watchesHaveSeenAll() {
        for (ResourceKind kind : WATCHED) {
            List<HasMetadata> there = simulation.cluster().list(Query.all(kind));
            for (HasMetadata object : there) {
                if (!object.equals(seen.get(ResourceId.of(object)))) {
                    broken.add("a watch did not tell the last of " + ResourceId.of(object));
                }
            }
            long known = seen.keySet().stream()
                    .filter(id -> id.kind().equals(kind.kind()))
                    .count();
            if (known != there.size()) {
                broken.add("a watch knows " + known + " of kind " + kind.kind() + ", there are " + there.size());
            }
        }
    }
}
