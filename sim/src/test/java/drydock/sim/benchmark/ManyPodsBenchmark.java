package drydock.sim.benchmark;

import drydock.model.resource.Kinds;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How long many Pods take from their Deployments and Services being created to all of them running and being in
/// EndpointSlices, with every component at work.
///
/// Arguments: how many nodes, how many Pods, how many Pods each Deployment wants.
final class ManyPodsBenchmark {

    private final Simulation simulation;
    private final List<Change> log;
    private int read;
    private int running;
    private int ready;

    private ManyPodsBenchmark(int nodes) {
        simulation = Simulation.start(SimulationOptions.DEFAULT.withNodes(SimulationOptions.nodes(nodes)));
        log = simulation.cluster().log();
        simulation.advance(Duration.ofSeconds(5), Integer.MAX_VALUE);
    }

    public static void main(String[] arguments) {
        int nodes = Integer.parseInt(arguments[0]);
        int pods = Integer.parseInt(arguments[1]);
        int each = Integer.parseInt(arguments[2]);
        Meter starting = new Meter();
        ManyPodsBenchmark benchmark = new ManyPodsBenchmark(nodes);
        System.out.printf(
                "%,d nodes: %.1f s, %.1f s of the processors%n",
                nodes, starting.clockSeconds(), starting.processorSeconds());
        benchmark.run(pods, each);
    }

    private void run(int pods, int each) {
        Meter meter = new Meter();
        long begunNanos = simulation.engine().nowNanos();
        for (int i = 0; i < pods / each; i++) {
            create(simulation.cluster(), "web-" + i, each);
        }
        int reported = 0;
        while (ready < pods) {
            simulation.advance(Duration.ofMillis(500), Integer.MAX_VALUE);
            count();
            if (running >= reported + pods / 5) {
                reported = running;
                report(meter);
            }
        }
        report(meter);
        System.out.printf(
                "in %,d s of the cluster, %,d changes; %,d Pods a second by the clock, %,d of the processors; "
                        + "%,d MB at most, %,d MB held%n",
                (simulation.engine().nowNanos() - begunNanos) / 1_000_000_000,
                log.size(),
                Math.round(pods / meter.clockSeconds()),
                Math.round(pods / meter.processorSeconds()),
                Meter.peakMegabytes(),
                Meter.heldMegabytes());
        if (Boolean.getBoolean("drydock.benchmark.changes")) {
            Map<String, Integer> counts = new TreeMap<>();
            log.forEach(change -> counts.merge(
                    change.object().kind() + " by " + change.component().replaceFirst("/.*", ""), 1, Integer::sum));
            counts.forEach((who, count) -> System.out.printf("%,9d %s%n", count, who));
        }
    }

    private void report(Meter meter) {
        System.out.printf(
                "%,d running, %,d in slices: %.1f s, %.1f s of the processors, of it %.1f s without collector and"
                        + " compiler%n",
                running, ready, meter.clockSeconds(), meter.processorSeconds(), meter.ownSeconds());
    }

    private void count() {
        for (; read < log.size(); read++) {
            Change change = log.get(read);
            if (change.object().kind().equals(Kinds.POD.kind())) {
                running += running(change.after()) - running(change.before());
            } else if (change.object().kind().equals(Kinds.ENDPOINT_SLICE.kind())) {
                ready += ready(change.after()) - ready(change.before());
            }
        }
    }

    private static int running(@Nullable HasMetadata object) {
        return object instanceof Pod pod && "Running".equals(pod.getStatus().getPhase()) ? 1 : 0;
    }

    private static int ready(@Nullable HasMetadata object) {
        return object instanceof EndpointSlice slice
                ? (int) slice.getEndpoints().stream()
                        .filter(endpoint -> endpoint.getConditions().getReady())
                        .count()
                : 0;
    }

    private static void create(ApiServer api, String name, int replicas) {
        Map<String, String> labels = Map.of("app", name);
        api.create(new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("nginx:1.27")
                .addNewPort()
                .withContainerPort(80)
                .endPort()
                .withNewResources()
                .addToRequests("cpu", new Quantity("100m"))
                .addToRequests("memory", new Quantity("64Mi"))
                .endResources()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());
        api.create(new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withSelector(labels)
                .addNewPort()
                .withPort(80)
                .withTargetPort(new IntOrString(80))
                .endPort()
                .endSpec()
                .build());
    }
}
