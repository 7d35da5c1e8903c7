package drydock.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.SimulationOptions;
import drydock.sim.kubectl.Editor;
import drydock.sim.kubectl.FileReader;
import drydock.sim.kubectl.Kubectl;
import drydock.sim.network.RequestTrace;
import drydock.sim.script.StartedCommand;
import drydock.sim.store.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedRunTest {

    private static final Commands KUBECTL =
            (simulation, _, files) -> new Kubectl(simulation.cluster(), ResourceId.DEFAULT_NAMESPACE, files);
    private static final FileReader PROJECT = name -> Map.of(name, """
        apiVersion: v1
        kind: ReplicationController
        metadata:
          name: web
        spec:
          replicas: 2
          selector: {app: web}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: nginx}]}
        """);

    private static RecordedRun shop() {
        RecordedRun run = RecordedRun.start(SimulationOptions.DEFAULT, KUBECTL);
        pass(run, 3);
        kubectl(run, "apply", "-f", "web.yaml");
        pass(run, 10);
        run.cluster().scale(ResourceId.of(Kinds.REPLICATION_CONTROLLER, "default", "web"), 5);
        pass(run, 10);
        kubectl(run, "delete", "rc", "nobody");
        kubectl(run, "delete", "rc", "web");
        pass(run, 60);
        return run;
    }

    private static void kubectl(RecordedRun run, String... words) {
        run.command(List.of(words), PROJECT, _ -> {}, _ -> {}, _ -> {});
    }

    private static void pass(RecordedRun run, int seconds) {
        run.simulation().advance(Duration.ofSeconds(seconds), Integer.MAX_VALUE);
    }

    private static List<Change> log(RecordedRun run) {
        return run.simulation().cluster().log();
    }

    @Test
    void aRunThatIsRunAgainIsTheSameChangeByChange() {
        RecordedRun run = shop();

        RecordedRun again = RecordedRun.replay(run.recording(0), KUBECTL, () -> false);

        assertThat(log(again)).isNotEmpty().isEqualTo(log(run));
        assertThat(again.simulation().now()).isEqualTo(run.simulation().now());
    }

    @Test
    void aForkHasThePastOfTheRunAndAFutureOfItsOwn() {
        RecordedRun run = shop();
        long fork = Duration.ofSeconds(15).toNanos();

        RecordedRun other = RecordedRun.replay(run.recording(0).until(fork), KUBECTL, () -> false);
        kubectl(other, "scale", "rc", "web", "--replicas=1");
        pass(other, 60);

        List<Change> common =
                log(run).stream().filter(change -> change.atNanos() <= fork).toList();
        assertThat(log(other).subList(0, common.size())).isEqualTo(common);
        assertThat(other.cluster().list(Query.in(Kinds.POD, "default"))).hasSize(1);
        assertThat(run.cluster().list(Query.in(Kinds.POD, "default"))).isEmpty();
    }

    @Test
    void aSavedRunIsTheSameRunWhenItIsOpened() throws RecordingReader.UnreadableException {
        RecordedRun run = shop();
        Recording saved = run.recording(Duration.ofSeconds(12).toNanos());

        Recording opened = RecordingReader.read(RecordingWriter.write(saved));

        assertThat(opened.momentNanos()).isEqualTo(saved.momentNanos());
        assertThat(log(RecordedRun.replay(opened, KUBECTL, () -> false))).isEqualTo(log(run));
        assertThat(RecordingWriter.write(opened)).isEqualTo(RecordingWriter.write(saved));
    }

    @Test
    void faultsAreRememberedToo() throws RecordingReader.UnreadableException {
        RecordedRun run = RecordedRun.start(SimulationOptions.DEFAULT, KUBECTL);
        kubectl(run, "apply", "-f", "web.yaml");
        pass(run, 20);
        kubectl(run, "fault", "node-lost", "node-1");
        pass(run, 120);
        kubectl(run, "fault", "random", "7", "20s");
        pass(run, 300);

        Recording opened = RecordingReader.read(RecordingWriter.write(run.recording(0)));

        assertThat(log(run).toString()).contains("NodeStatusUnknown");
        assertThat(log(RecordedRun.replay(opened, KUBECTL, () -> false))).isEqualTo(log(run));
    }

    @Test
    void trafficIsRememberedToo() throws RecordingReader.UnreadableException {
        RecordedRun run = RecordedRun.start(SimulationOptions.DEFAULT, KUBECTL);
        kubectl(run, "apply", "-f", "web.yaml");
        kubectl(run, "expose", "rc", "web", "--port=80", "--type=NodePort");
        pass(run, 20);
        kubectl(run, "traffic", "start", "load", "service/web", "--rate=10/s");
        pass(run, 5);
        kubectl(run, "traffic", "stop", "load");
        kubectl(run, "traffic", "send", "service/web/page");
        pass(run, 5);

        Recording opened = RecordingReader.read(RecordingWriter.write(run.recording(0)));
        RecordedRun again = RecordedRun.replay(opened, KUBECTL, () -> false);

        assertThat(requests(run)).hasSizeBetween(45, 55);
        assertThat(requests(again)).isEqualTo(requests(run));
    }

    private static List<RequestTrace> requests(RecordedRun run) {
        Instant end = run.simulation().now();
        return run.simulation().network().requests().between(end.minusSeconds(60), end);
    }

    @Test
    void anUnknownFaultSaysWhatThereIs() {
        RecordedRun run = RecordedRun.start(SimulationOptions.DEFAULT, KUBECTL);
        StringBuilder said = new StringBuilder();

        run.command(List.of("fault", "earthquake"), PROJECT, _ -> {}, said::append, code -> said.append(code));

        assertThat(said).contains("fault node-lost NODE").endsWith("1");
    }

    @Test
    void aCommandThatWasStoppedIsStoppedAgain() throws RecordingReader.UnreadableException {
        RecordedRun run = shop();
        kubectl(run, "run", "web", "--image=nginx:1", "--port=80");
        pass(run, 10);
        StartedCommand forward =
                run.command(List.of("port-forward", "web", "8080:80"), PROJECT, _ -> {}, _ -> {}, _ -> {});
        pass(run, 5);
        assertThat(curl(run)).isZero();
        run.stop(forward);
        pass(run, 5);

        Recording opened = RecordingReader.read(RecordingWriter.write(run.recording(0)));
        RecordedRun again = RecordedRun.replay(opened, KUBECTL, () -> false);

        assertThat(opened.inputs().getLast().input()).isEqualTo(new Input.Stop(4));
        assertThat(curl(again)).isEqualTo(7);
        assertThat(log(again)).isEqualTo(log(run));
    }

    private static int curl(RecordedRun run) {
        int[] code = {-1};
        run.simulation()
                .runOutside(List.of("curl", "-s", "http://localhost:8080/"), _ -> {}, _ -> {}, c -> code[0] = c);
        pass(run, 2);
        return code[0];
    }

    @Test
    void ofATextThatWasEditedTheChangeIsRemembered() {
        Commands editing =
                (simulation, written, files) -> new Kubectl(simulation.cluster(), ResourceId.DEFAULT_NAMESPACE, files)
                        .editedBy(
                                (_, text, then) ->
                                        then.accept(new Editor.Left.Saved(text.replace("replicas: 2", "replicas: 4"))),
                                written);
        RecordedRun run = RecordedRun.start(SimulationOptions.DEFAULT, editing);
        kubectl(run, "apply", "-f", "web.yaml");
        pass(run, 5);
        kubectl(run, "edit", "rc", "web");
        pass(run, 20);

        RecordedRun again = RecordedRun.replay(run.recording(0), KUBECTL, () -> false);

        assertThat(run.cluster().list(Query.in(Kinds.POD, "default"))).hasSize(4);
        assertThat(log(again)).isEqualTo(log(run));
    }

    @Test
    void aReplayCanBeStopped() {
        RecordedRun run = shop();

        RecordedRun stopped = RecordedRun.replay(run.recording(0), KUBECTL, () -> true);

        assertThat(stopped.simulation().engine().nowNanos()).isZero();
    }

    @Test
    void aFileThatIsNoRunIsRefusedWithThePlace() {
        String good = RecordingWriter.write(shop().recording(0));

        assertThatThrownBy(() -> RecordingReader.read("apiVersion: v1"))
                .isInstanceOf(RecordingReader.UnreadableException.class);
        assertThatThrownBy(() -> RecordingReader.read("{}")).hasMessageContaining("NOT_A_RUN");
        assertThatThrownBy(() -> RecordingReader.read(good.replace("\"drydockRun\" : 1", "\"drydockRun\" : 2")))
                .hasMessageContaining("NEWER");
        assertThatThrownBy(() -> RecordingReader.read(good.replace("\"replicas\" : 5", "\"replicas\" : \"five\"")))
                .hasMessageContaining("inputs[1].scale");
    }

    @Test
    void whoeverWatchesARunDoesNotChangeIt() {
        RecordedRun alone = RecordedRun.start(SimulationOptions.DEFAULT, KUBECTL);
        RecordedRun watched = RecordedRun.start(SimulationOptions.DEFAULT, KUBECTL);
        Kinds.all().forEach(kind -> watched.cluster().watch(Query.all(kind), _ -> {}));

        for (RecordedRun run : List.of(alone, watched)) {
            kubectl(run, "apply", "-f", "web.yaml");
            pass(run, 60);
        }

        assertThat(log(watched)).isEqualTo(log(alone));
    }
}
