package drydock.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.diagram.Diagram;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.figure.Picture;
import drydock.render.figure.SceneBuilder;
import drydock.render.figure.View;
import drydock.render.scene.Cell;
import drydock.render.scene.FigureId;
import drydock.render.scene.Scene;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.fault.Fault;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each row of the article is a lesson: a project, a page in two languages, and a script that says what must be seen.
class LessonsTest {

    private static final Path LESSONS = Path.of("..", "sample-projects", "lessons");
    private static final int ROWS = 17;

    @TempDir
    Path folder;

    static List<Path> lessons() throws IOException {
        try (Stream<Path> all = Files.list(LESSONS)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void thereIsOneForEachRow() throws IOException {
        assertThat(lessons())
                .extracting(lesson -> lesson.getFileName().toString().substring(0, 3))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS)
                        .mapToObj("%02d-"::formatted)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whatMustBeSeenIsSeen(Path lesson) {
        Said run = Said.by(
                "run", lesson.toString(), "--script", lesson.resolve("script").toString());

        assertThat(run.out()).doesNotContain("not as expected");
        assertThat(run).extracting(Said::code, Said::err).containsExactly(0, "");
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void itSaysWhatToDoAndWhatToSee(Path lesson) throws IOException {
        assertThat(lesson.resolve("README.md")).content().startsWith("# ");
        assertThat(lesson.resolve("README.zh-CN.md")).content().startsWith("# ").containsPattern("\\p{IsHan}");
        assertThat(lesson.resolve("drydock.json")).exists();
        assertThat(Files.readString(lesson.resolve("script")).lines().filter(line -> line.startsWith("expect ")))
                .hasSizeGreaterThan(5);
    }

    @Test
    void whatIsNotSeenFailsTheRunWithItsLine() throws IOException {
        Path first = lessons().getFirst();
        Path script = folder.resolve("script");
        Files.copy(first.resolve("pod.yaml"), folder.resolve("pod.yaml"));
        Files.writeString(script, "kubectl apply -f pod.yaml\nexpect within 5s pods STATUS Succeeded\n");

        Said run = Said.by("run", first.toString(), "--script", script.toString());

        assertThat(run.code()).isOne();
        assertThat(run.out()).containsPattern("line 2: not as expected; seen: (ContainerCreating|Running)");
    }

    @Test
    void theTwoServersOnOnePortAreWarnedOfBeforeAnythingRuns() throws IOException {
        Said check = Said.by("check", lessons().get(4).toString());

        assertThat(check.out()).contains("pod.yaml").contains("80");
        assertThat(check.code()).isOne();
    }

    @Test
    void theProbeOfAnInitContainerIsAnErrorBeforeAnythingRuns() throws IOException {
        Said check = Said.by("check", lessons().get(5).toString());

        assertThat(check.out()).contains("init-with-probe.yaml").contains("readinessProbe");
    }

    @Test
    void thePodWhoseNodeIsLostIsDrawnWithAQuestionMark() throws IOException {
        Path lesson = lessons().get(6);
        Project project = Opening.project(List.of(lesson), new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .orElseThrow();
        SimulationOptions options = SimulationOptions.DEFAULT.withNodesOf(project.objects(), 3);
        try (Simulation simulation = Simulation.start(options)) {
            simulation.advance(Duration.ofSeconds(1), Integer.MAX_VALUE);
            project.objects().stream().filter(Pod.class::isInstance).forEach(simulation.cluster()::create);
            simulation.advance(Duration.ofSeconds(20), Integer.MAX_VALUE);
            simulation.faults().strike(new Fault.NodeLost("10.0.0.103"));
            simulation.advance(Duration.ofSeconds(90), Integer.MAX_VALUE);

            List<HasMetadata> observed = Stream.of(Kinds.NODE, Kinds.POD)
                    .flatMap(kind -> simulation.cluster().list(Query.all(kind)).stream())
                    .toList();
            Scene scene = new SceneBuilder(Locale.ENGLISH, (text, style) -> 6.0 * text.length())
                    .build(Picture.of(List.of(), Diagram.EMPTY)
                            .watching(observed, simulation.now())
                            .seenAs(View.NODES));
            assertThat(sign(scene, "unknown")).isEqualTo(Cell.Sign.QUESTION);
            assertThat(sign(scene, "running")).isNotEqualTo(Cell.Sign.QUESTION);
        }
    }

    private static Cell.Sign sign(Scene scene, String pod) {
        return scene.find(new FigureId.Of(ResourceId.of(Kinds.POD, "default", pod)))
                .orElseThrow()
                .cell()
                .orElseThrow()
                .sign();
    }
}
