package drydock.sim;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.container.Streams;
import drydock.sim.kubelet.PodsOnly;
import drydock.sim.script.CommandResult;
import drydock.sim.script.CommandRunner;
import drydock.sim.script.Script;
import drydock.sim.script.Trace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private final SimulationOptions options = SimulationOptions.DEFAULT;

    @Test
    void timeStandsStillUntilItIsMoved() {
        try (Simulation simulation = Simulation.start(options, PodsOnly::new)) {
            simulation.cluster().create(pod());

            assertThat(simulation.now()).isEqualTo(options.start());
            assertThat(simulation.untilNext()).contains(Duration.ofMillis(1));
            assertThat(simulation.step()).isTrue();
            assertThat(simulation.now()).isEqualTo(options.start().plusMillis(1));
        }
    }

    @Test
    void anAdvanceDoesNoMoreThanItMay() {
        try (Simulation simulation = Simulation.start(options, PodsOnly::new)) {
            simulation.cluster().create(pod());

            Simulation.Progress some = simulation.advance(Duration.ofSeconds(2), 3);
            Simulation.Progress rest = simulation.advance(Duration.ofSeconds(2), Integer.MAX_VALUE);

            assertThat(some).isEqualTo(new Simulation.Progress(3, false));
            assertThat(rest.complete()).isTrue();
            assertThat(simulation.now()).isAfter(options.start().plusSeconds(2));
        }
    }

    @Test
    void anotherProgramRunsInARunningContainer() {
        try (Simulation simulation = Simulation.start(options, PodsOnly::new)) {
            simulation.cluster().create(pod());
            simulation.runUntil(options.start().plusSeconds(5));
            StringBuilder said = new StringBuilder();

            simulation
                    .container(pod(), "main")
                    .orElseThrow()
                    .exec(List.of("hostname"), new Streams("", said::append, said::append), code -> {});

            assertThat(said).hasToString("web\n");
            assertThat(simulation.log(pod(), "main", false)).contains("up\n");
        }
    }

    @Test
    void twoRunsWithOneSeedWriteTheSameBytesAndAnotherSeedWritesOthers() throws Script.BadLineException {
        List<String> one = traceWith(options);

        assertThat(traceWith(options)).isEqualTo(one);
        assertThat(traceWith(options.withSeed(2))).isNotEqualTo(one);
        assertThat(one.getFirst()).isEqualTo("{\"t\":0.000,\"step\":\"kubectl create\"}");
        assertThat(one).anyMatch(line -> line.contains("\"type\":\"MODIFIED\"") && line.contains("\"Running\""));
    }

    @Test
    void aCommandThatNeverEndsIsGivenUp() throws Script.BadLineException {
        try (Simulation simulation = Simulation.start(options, PodsOnly::new)) {
            List<CommandResult> results = simulation.run(
                    Script.parse("kubectl wait\nfault node-lost node-9"),
                    (arguments, out, err, done) -> out.accept("waiting"),
                    new Trace(line -> {}),
                    "default");

            assertThat(results.getFirst()).isEqualTo(new CommandResult("waiting", "", 124));
            assertThat(results.getLast().stderr()).contains("nodes \"node-9\" not found");
        }
    }

    private static List<String> traceWith(SimulationOptions options) throws Script.BadLineException {
        List<String> lines = new ArrayList<>();
        try (Simulation simulation = Simulation.start(options, PodsOnly::new)) {
            CommandRunner create = (arguments, out, err, done) -> {
                simulation.cluster().create(pod());
                out.accept("created\n");
                done.accept(0);
            };
            simulation.run(Script.parse("kubectl create\nsleep 5"), create, new Trace(lines::add), "default");
        }
        return lines;
    }

    private static Pod pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .withUid("u-1")
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-1")
                .addNewContainer()
                .withName("main")
                .withImage("busybox")
                .withCommand("sh", "-c", "echo up; sleep 1000")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Pending")
                .endStatus()
                .build();
    }
}
