package drydock.sim.benchmark;

import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.kubectl.Kubectl;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A day of a cluster in which one Pod of a hundred crashes again and again, as in a class in which somebody's program
/// always does.
///
/// How busy everything is is noted meanwhile, as a window does.
///
/// Arguments: how many nodes, how many Pods, how many hours.
final class CrashLoopDayBenchmark {

    private CrashLoopDayBenchmark() {}

    public static void main(String[] arguments) {
        int pods = Integer.parseInt(arguments[1]);
        int hours = Integer.parseInt(arguments[2]);
        Simulation simulation = Simulation.start(
                SimulationOptions.DEFAULT.withNodes(SimulationOptions.nodes(Integer.parseInt(arguments[0]))));
        Map<String, String> files = Map.of(
                "x.yaml",
                deployment("well", pods - pods / 100, "sleep 1000000")
                        + "---\n"
                        + deployment("crashing", pods / 100, "sleep 5; exit 1"));
        new Kubectl(simulation.cluster(), "default", _ -> files)
                .run(List.of("apply", "-f", "x.yaml"), System.out::print, System.out::print, _ -> {});
        simulation.noteLoad();
        Meter starting = new Meter();
        simulation.advance(Duration.ofMinutes(10), Integer.MAX_VALUE);
        int before = simulation.cluster().log().size();
        System.out.printf(
                "%,d Pods started: %.1f s, %.1f s of the processors%n",
                pods, starting.clockSeconds(), starting.processorSeconds());
        Meter meter = new Meter();
        simulation.advance(Duration.ofHours(hours), Integer.MAX_VALUE);
        System.out.printf(
                "%d hours: %.2f s, %.2f s of the processors, %,d changes; %,d MB at most%n",
                hours,
                meter.clockSeconds(),
                meter.processorSeconds(),
                simulation.cluster().log().size() - before,
                Meter.peakMegabytes());
    }

    private static String deployment(String name, int replicas, String command) {
        return """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %s}
            spec:
              replicas: %d
              selector: {matchLabels: {app: %s}}
              template:
                metadata: {labels: {app: %s}}
                spec: {containers: [{name: main, image: "busybox:1.36", command: [sh, -c, "%s"]}]}
            """.formatted(name, replicas, name, name, command);
    }
}
