package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.recording.RecordingFiles;
import drydock.app.replay.ReplaySession;
import drydock.app.session.ClusterSession;
import drydock.app.timeline.PlayedTime;
import drydock.app.workspace.Mode;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A failure in the real cluster is recorded, looked at again, and mended in a simulation of that moment.
@Tag(RealCluster.TAG)
class RecordingOfRealClusterTest extends ConnectingTest {

    private static final String WRONG = "nginx:1.27 typo!";
    private static final String SAID = "InvalidImageName";

    private final String namespace = "drydock-recording-" + Long.toString(System.nanoTime(), 36);
    private final ResourceId deployment = ResourceId.of(Kinds.DEPLOYMENT, namespace, "shop");
    private LiveCluster outside;

    @Override
    protected void writeProject(Path project) throws IOException {
        Files.writeString(project.resolve("empty.yaml"), "");
    }

    @BeforeEach
    void make() throws Exception {
        RealCluster.kubeconfigFile();
        outside = RealCluster.connect("admin");
        outside.create(new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .endMetadata()
                .build());
        outside.create(new DeploymentBuilder()
                .withNewMetadata()
                .withName(deployment.name())
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .addToMatchLabels("app", "shop")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "shop")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("nginx:1.27")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());
    }

    @AfterEach
    void takeAway() {
        if (RealCluster.isThere()) {
            outside.delete(ResourceId.of(Kinds.NAMESPACE, "", namespace), Deletion.DEFAULT);
            outside.close();
        }
    }

    @Test
    void aFailureIsRecordedAndMendedInASimulationOfItsMoment() throws Exception {
        connect(RealCluster.kubeconfigFile(), "admin", namespace);
        awaitOnScreen("it runs", SOON, () -> podsSaying("Ready") == 1);
        clickOn("#live-record");
        awaitOnScreen("it is recorded", SOON, () -> record().isSelected());
        outside.scale(deployment, 2);
        awaitOnScreen("two run", SOON, () -> podsSaying("Ready") == 2);
        outside.patch(deployment, image(WRONG));
        awaitOnScreen("a Pod that fails", SOON, () -> podsSaying(SAID) == 1);
        clickOn("#live-record");
        awaitOnScreen("it is written", SOON, () -> said().contains(folder.toString()));

        interact(() -> window().open(List.of(recorded())));
        awaitOnScreen("it is played", SOON, () -> seen() instanceof ReplaySession && podsSaying("Ready") == 1);
        clickOn("#button-present");
        // what a recording is told may be a little behind the canvas
        awaitOnScreen("its end", SOON, () -> figures("Pod").size() > 1);
        clickOn("#live-try-out");
        awaitOnScreen("a simulation", SOON, () -> workspace().modeProperty().get() == Mode.SIMULATION);
        awaitOnScreen(
                "what is otherwise in it",
                SOON,
                () -> lookup(".dialog-pane").tryQuery().isPresent());
        clickOn("Close");

        interact(() -> seen().ask(cluster -> cluster.patch(deployment, image("nginx:1.28")))
                .start());
        interact(() -> time().playback().speedProperty().set(16));
        interact(() -> time().playback().playingProperty().set(true));
        awaitOnScreen(
                "it is mended",
                SOON,
                () -> podsSaying("Ready") == 2 && figures("Pod").size() == 2);
        assertThat(onScreen(() -> podsSaying(SAID))).isZero();
    }

    private static Patch image(String image) {
        return new Patch(
                Patch.Type.STRATEGIC,
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"" + image
                        + "\"}]}}}}");
    }

    private PlayedTime time() {
        return (PlayedTime) seen();
    }

    private Path recorded() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(RecordingFiles::isOne).findFirst().orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ToggleButton record() {
        return lookup("#live-record").queryAs(ToggleButton.class);
    }

    private ClusterSession seen() {
        return workspace().session().orElseThrow();
    }

    private String said() {
        return workspace().messageProperty().get();
    }

    private long podsSaying(String word) {
        return figures("Pod").stream()
                .filter(figure -> writing(figure).contains(word))
                .count();
    }
}
