package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.observe.Observed.Knowledge;
import drydock.app.recording.RecordingFiles;
import drydock.app.replay.ReplaySession;
import drydock.app.serve.ApiOnLoopback;
import drydock.app.session.ClusterSession;
import drydock.app.workspace.Mode;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The window records a cluster, which a simulated API server stands for, and plays it back.
class RecordingWindowTest extends ConnectingTest {

    private static final ResourceId DESIGNED = ResourceId.of(Kinds.CONFIG_MAP, "default", "only-in-the-project");

    private ApiOnLoopback served;
    private KubernetesClient outside;

    @Override
    protected void writeProject(Path project) throws IOException {
        Files.writeString(project.resolve("map.yaml"), """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: only-in-the-project}
            """);
    }

    @BeforeEach
    void serve() throws IOException {
        served = ApiOnLoopback.start(Simulation.start(SimulationOptions.DEFAULT), 0, OptionalDouble.of(1));
        outside = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(served.kubeconfig()))
                .build();
        Files.writeString(folder.resolve("kubeconfig"), served.kubeconfig());
    }

    @AfterEach
    void end() throws IOException {
        outside.close();
        served.close();
    }

    @Test
    void aClusterIsRecordedPlayedBackAndTriedInTheSimulation() throws IOException {
        connect(folder.resolve("kubeconfig"), "drydock");
        awaitOnScreen(
                "the project beside the cluster", SOON, () -> figure(DESIGNED).isPresent());
        awaitOnScreen("all is known", SOON, this::isKnown);
        clickOn("#live-record");
        awaitOnScreen("it is recorded", SOON, () -> record().isSelected());
        make("first");
        awaitOnScreen("one Pod", SOON, () -> pods() == 1);
        make("second");
        awaitOnScreen("two Pods", SOON, () -> pods() == 2);
        clickOn("#live-record");
        awaitOnScreen("it is not recorded any more", SOON, () -> !record().isSelected());
        Path file = recorded();
        awaitOnScreen("it is said", SOON, () -> said().contains(file.toString()));

        interact(() -> window().open(List.of(file)));
        awaitOnScreen("it is shown", SOON, () -> seen() instanceof ReplaySession);
        assertThat(onScreen(() -> record().isVisible())).isFalse();
        awaitOnScreen("nothing of the project", SOON, () -> figure(DESIGNED).isEmpty());
        clickOn("#button-restart");
        awaitOnScreen(
                "its beginning, with what there was then",
                SOON,
                () -> pods() < 2 && !figures("Node").isEmpty());
        clickOn("#button-present");
        // what a recording is told may be a little behind the canvas, so that it may end with one Pod
        awaitOnScreen("its end", SOON, () -> pods() > 0);

        clickOn("#live-try-out");
        awaitOnScreen("a simulation", SOON, () -> workspace().modeProperty().get() == Mode.SIMULATION && pods() > 0);
    }

    private Path recorded() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(RecordingFiles::isOne).findFirst().orElseThrow();
        }
    }

    private ToggleButton record() {
        return lookup("#live-record").queryAs(ToggleButton.class);
    }

    private boolean isKnown() {
        return seen().observed().knowledge().values().stream().noneMatch(Knowledge.Loading.class::isInstance);
    }

    private ClusterSession seen() {
        return workspace().session().orElseThrow();
    }

    private int pods() {
        return figures("Pod").size();
    }

    private String said() {
        return workspace().messageProperty().get();
    }

    private void make(String name) {
        outside.resource("""
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: default}
            spec: {containers: [{name: main, image: nginx}]}
            """.formatted(name)).create();
    }
}
