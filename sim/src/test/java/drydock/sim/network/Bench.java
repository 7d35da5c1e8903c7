package drydock.sim.network;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.container.Call;
import drydock.sim.container.Container;
import drydock.sim.container.Streams;
import drydock.sim.kubectl.Kubectl;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A simulated cluster of three nodes with its network, to apply manifests to and to ask.
final class Bench implements AutoCloseable {

    final Simulation simulation;
    final ClusterNetwork network;

    Bench(SimulationOptions options) {
        simulation = Simulation.start(options);
        network = simulation.network();
        run(1);
    }

    Bench() {
        this(SimulationOptions.DEFAULT);
    }

    void run(double seconds) {
        simulation.advance(Duration.ofMillis(Math.round(seconds * 1000)), Integer.MAX_VALUE);
    }

    /// Applies manifests and lets them come to run.
    Bench apply(String yaml) {
        kubectl(yaml, "apply", "-f", "all.yaml");
        run(8);
        return this;
    }

    /// What kubectl says, on both of its streams.
    String kubectl(String file, String... words) {
        StringBuilder said = new StringBuilder();
        int[] code = {-1};
        new Kubectl(simulation.cluster(), "default", name -> Map.of(name, file))
                .run(List.of(words), said::append, said::append, c -> code[0] = c);
        for (int i = 0; i < 200 && code[0] < 0; i++) {
            run(1);
        }
        return said.toString();
    }

    /// A Pod that sleeps, to ask from.
    static String client(String name, String more) {
        return """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, labels: {app: %s}}
            spec:
              containers: [{name: main, image: busybox, command: [sleep, "99999"]}]
              terminationGracePeriodSeconds: 0
            """.formatted(name, name) + more.indent(2);
    }

    /// Web servers with a label, each of which answers its own name.
    static String servers(String app, int count) {
        StringBuilder yaml = new StringBuilder();
        IntStream.rangeClosed(1, count).forEach(i -> yaml.append("""
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: %s-%d, labels: {app: %s}}
            spec:
              nodeName: node-%d
              containers: [{name: web, image: traefik/whoami, ports: [{containerPort: 80, name: http}]}]
            """.formatted(app, i, app, (i - 1) % 3 + 1)));
        return yaml.toString();
    }

    /// A Service for a label, port 8080 to 80.
    static String service(String app, String more) {
        return """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: %s}
            spec:
              selector: {app: %s}
              ports: [{port: 8080, targetPort: 80}]
            """.formatted(app, app) + more.indent(2);
    }

    /// What a script prints in the container of a Pod, on both of its streams.
    String in(String pod, String script) {
        StringBuilder said = new StringBuilder();
        int[] code = {-1};
        container(pod).exec(List.of("sh", "-c", script), new Streams("", said::append, said::append), c -> code[0] = c);
        for (int i = 0; i < 400 && code[0] < 0; i++) {
            run(0.5);
        }
        return said.toString();
    }

    Container container(String pod) {
        Pod object = pod(pod);
        return simulation
                .container(object, object.getSpec().getContainers().getFirst().getName())
                .orElseThrow();
    }

    /// The trace of a request from outside.
    RequestTrace outside(String url) {
        boolean[] done = {false};
        network.sendFromOutside("browser", Call.url(url).withTimeout(Duration.ofSeconds(5)), _ -> done[0] = true);
        for (int i = 0; i < 100 && !done[0]; i++) {
            run(0.1);
        }
        return network.requests().latest().getLast();
    }

    RequestTrace last() {
        return network.requests().latest().getLast();
    }

    Pod pod(String name) {
        return (Pod) get(Kinds.POD, name);
    }

    HasMetadata get(ResourceKind kind, String name) {
        return simulation.cluster().get(ResourceId.of(kind, "default", name)).orElseThrow();
    }

    List<String> events(String reason) {
        return simulation.cluster().list(Query.in(Kinds.EVENT, "default")).stream()
                .map(Event.class::cast)
                .filter(e -> e.getReason().equals(reason))
                .map(Event::getMessage)
                .toList();
    }

    @Override
    public void close() {
        simulation.close();
    }
}
