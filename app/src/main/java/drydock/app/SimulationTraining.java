package drydock.app;

import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.kubectl.Kubectl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Runs a cluster with some hundred Pods for a few hours of its time, so that a packaged program knows from its first
/// minute which code of a simulation is used often: else most of a short run is spent on finding that out.
final class SimulationTraining {

    private static final int NODES = 150;
    private static final int DEPLOYMENTS = 12;
    private static final Duration SETTLING = Duration.ofMinutes(5);
    private static final Duration CRASHING = Duration.ofHours(6);

    private SimulationTraining() {}

    /// Deployments with Services come up, are rolled out anew and scaled, while some Pods crash again and again.
    static void run() {
        Simulation simulation = Simulation.start(SimulationOptions.DEFAULT.withNodes(SimulationOptions.nodes(NODES)));
        try (simulation) {
            String manifests = IntStream.range(0, DEPLOYMENTS)
                    .mapToObj(SimulationTraining::served)
                    .collect(Collectors.joining());
            Kubectl kubectl =
                    new Kubectl(simulation.cluster(), "default", _ -> Map.of("all.yaml", manifests + crashing()));
            command(kubectl, "apply", "-f", "all.yaml");
            simulation.noteLoad();
            simulation.advance(SETTLING, Integer.MAX_VALUE);
            command(kubectl, "set", "image", "deployment/web-0", "web=nginx:1.28");
            command(kubectl, "scale", "deployment/web-1", "--replicas=20");
            command(kubectl, "get", "pods,services,deployments");
            command(kubectl, "delete", "deployment", "web-2");
            simulation.advance(SETTLING, Integer.MAX_VALUE);
            simulation.advance(CRASHING, Integer.MAX_VALUE);
        }
    }

    private static void command(Kubectl kubectl, String... words) {
        kubectl.run(List.of(words), _ -> {}, _ -> {}, _ -> {});
    }

    private static String served(int number) {
        return """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web-%1$d}
            spec:
              replicas: 80
              selector: {matchLabels: {app: web-%1$d}}
              template:
                metadata: {labels: {app: web-%1$d}}
                spec:
                  containers:
                    - name: web
                      image: nginx:1.27
                      ports: [{containerPort: 80}]
                      resources: {requests: {cpu: 100m, memory: 64Mi}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web-%1$d}
            spec: {selector: {app: web-%1$d}, ports: [{port: 80}]}
            """.formatted(number);
    }

    private static String crashing() {
        return """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: crashing}
            spec:
              replicas: 10
              selector: {matchLabels: {app: crashing}}
              template:
                metadata: {labels: {app: crashing}}
                spec: {containers: [{name: main, image: "busybox:1.36", command: [sh, -c, "sleep 5; exit 1"]}]}
            """;
    }
}
