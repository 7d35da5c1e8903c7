package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.editor.YamlArea;
import drydock.app.workspace.Mode;
import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is done to a real cluster by the window's menus and dialogs, on objects of its own: a Deployment without Pods,
/// and a node without a kubelet, on which a Pod that is to end never does.
@Tag(RealCluster.TAG)
class ActsInWindowTest extends ConnectingTest {

    private final String name = "acts-" + UUID.randomUUID().toString().substring(0, 8);
    private final ResourceId deployment = ResourceId.of(Kinds.DEPLOYMENT, "default", name);
    private final ResourceId node = ResourceId.of(Kinds.NODE, "", name);
    private final ResourceId pod = ResourceId.of(Kinds.POD, "default", name);

    @BeforeEach
    void make() throws Exception {
        RealCluster.kubeconfig();
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            cluster.create(deployment());
            cluster.create(new NodeBuilder()
                    .withNewMetadata()
                    .withName(name)
                    .endMetadata()
                    .build());
            cluster.create(pod());
        }
        connect(RealCluster.kubeconfigFile(), "admin");
    }

    @AfterEach
    void takeAway() throws Exception {
        if (RealCluster.isThere()) {
            try (LiveCluster cluster = RealCluster.connect("admin")) {
                for (ResourceId id : List.of(deployment, pod, node)) {
                    if (cluster.get(id).isPresent()) {
                        cluster.delete(id, Deletion.DEFAULT.withGraceSeconds(0));
                    }
                }
            }
        }
    }

    @Test
    void aDeploymentIsEditedAsTextWithItsDifferenceFirstRolledBackAndDeleted() {
        clickOn("#live-lock");
        choose(deployment, "editObject");
        awaitOnScreen("its text", SOON, () -> lookup("#act-text").tryQuery().isPresent());
        YamlArea area = lookup("#act-text").queryAs(YamlArea.class);
        interact(() -> area.setText(area.text().replace("image: nginx:1", "image: nginx:2")));
        clickOn("#act-review");
        awaitOnScreen(
                "what the server made of it",
                SOON,
                () -> lookup("#act-save").query().isVisible());
        assertThat(onScreen(this::read))
                .contains("admin tried it and would store this", "- image: nginx:1", "- image: nginx:2");
        assertThat(image()).as("it was only tried").isEqualTo("nginx:1");
        clickOn("#act-save");
        awaitOnServer("it is written", () -> image().equals("nginx:2"));

        awaitOnServer(
                "the controller has made a revision of it", () -> revision().equals("2"));
        choose(deployment, "rollBack");
        awaitOnScreen("its revisions", SOON, () -> {
            ListView<?> revisions = lookup("#act-revisions").queryListView();
            return revisions.getItems().size() == 2
                    && !lookup("#act-do").query().isDisabled();
        });
        assertThat(onScreen(this::read)).contains("Roll back to revision 1");
        clickOn("#act-do");
        awaitOnServer("the first revision is back", () -> image().equals("nginx:1"));

        choose(deployment, "deleteObject");
        awaitOnScreen(
                "it may be deleted", SOON, () -> !lookup("#act-do").query().isDisabled());
        clickOn("#act-do");
        awaitOnScreen("its figure is gone", SOON, () -> figure(deployment).isEmpty());
    }

    @Test
    void aNodeIsClosedAndOpened() {
        clickOn("#live-lock");
        choose(node, "cordon");
        clickOn("#act-do");
        awaitOnServer("it is closed", this::isClosed);

        awaitOnScreen("it can be opened", SOON, () -> !isOffered("cordon") && isOffered("uncordon"));
        choose(node, "uncordon");
        clickOn("#act-do");
        awaitOnServer("it is open", () -> !isClosed());
    }

    @Test
    void aDrainGivesTheGraceThatIsEnteredAndIsNotLeftWithoutAQuestion() {
        clickOn("#live-lock");
        choose(node, "drain");
        awaitOnScreen(
                "who stands in the way",
                SOON,
                () -> lookup("#act-agree-alone").tryQuery().isPresent());
        assertThat(onScreen(() -> lookup("#act-do").query().isDisabled())).isTrue();
        interact(() -> {
            lookup("#act-agree-alone").queryAs(CheckBox.class).fire();
            lookup("#act-grace").queryAs(TextField.class).setText("soon");
        });
        assertThat(onScreen(() -> lookup("#act-do").query().isDisabled()))
                .as("that is no number of seconds")
                .isTrue();
        interact(() -> lookup("#act-grace").queryAs(TextField.class).setText("77"));
        clickOn("#act-do");

        awaitOnServer("the Pod has the grace that was entered", () -> grace().equals(Optional.of(77L)));
        assertThat(isClosed()).isTrue();
        awaitOnScreen("it goes on", SOON, () -> read().contains("0 of 1 Pods gone"));

        clickOn("#mode-DESIGN");
        awaitOnScreen(
                "another view leaves nothing",
                SOON,
                () -> workspace().modeProperty().get() == Mode.DESIGN);
        assertThat(onScreen(this::read)).contains("0 of 1 Pods gone");
        interact(() -> {
            // the question waits for its answer
            javafx.application.Platform.runLater(() -> window().mayClose());
        });
        awaitOnScreen("leaving asks", SOON, () -> read().contains("Stop what goes on?"));
        assertThat(onScreen(this::read)).contains("Drain " + name + " · admin");
        push(KeyCode.ESCAPE);
        assertThat(onScreen(this::read)).contains("0 of 1 Pods gone");

        clickOn(".activity-stop");
        awaitOnScreen("it is stopped", SOON, () -> read().contains("Stopped: 0 of 1 Pods gone"));
        assertThat(onScreen(() -> window().mayClose()))
                .as("nothing is left undone")
                .isTrue();
    }

    /// Offers what can be done to an object as its menu does, and takes one thing of it.
    private void choose(ResourceId object, String deed) {
        awaitOnScreen("its figure", SOON, () -> figure(object).isPresent());
        awaitOnScreen("it is offered", () -> lookup("#menu-" + deed).tryQuery().isPresent(), () -> {
            interact(() -> {
                canvas().requestFocus();
                workspace().selection().select(List.of(object));
            });
            push(KeyCode.SHIFT, KeyCode.F10);
        });
        clickOn("#menu-" + deed);
        awaitOnScreen(
                "it is asked for", SOON, () -> lookup(".dialog-pane").tryQuery().isPresent());
    }

    private boolean isOffered(String deed) {
        return workspace().session().orElseThrow().observed().find(node).stream()
                .allMatch(there -> deed.equals("uncordon") == isClosed(there));
    }

    /// All that can be read in the windows.
    private String read() {
        return lookup(node -> node instanceof Labeled labeled && labeled.isVisible()).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static void awaitOnServer(String what, java.util.function.BooleanSupplier condition) {
        try {
            RealCluster.await(what, SOON, condition);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private String image() {
        return ((Deployment) there(deployment).orElseThrow())
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }

    private String revision() {
        return there(deployment)
                .map(object -> object.getMetadata().getAnnotations())
                .map(annotations -> annotations.get("deployment.kubernetes.io/revision"))
                .orElse("");
    }

    private Optional<Long> grace() {
        return there(pod).map(object -> ((Pod) object).getMetadata().getDeletionGracePeriodSeconds());
    }

    private boolean isClosed() {
        return isClosed(there(node).orElseThrow());
    }

    private static boolean isClosed(HasMetadata there) {
        return Boolean.TRUE.equals(
                ((io.fabric8.kubernetes.api.model.Node) there).getSpec().getUnschedulable());
    }

    private static Optional<HasMetadata> there(ResourceId id) {
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            return cluster.get(id);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private Deployment deployment() {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withReplicas(0)
                .withNewSelector()
                .addToMatchLabels("app", name)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("nginx:1")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private Pod pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withNodeName(name)
                .addNewContainer()
                .withName("web")
                .withImage("nginx:1")
                .endContainer()
                .endSpec()
                .build();
    }
}
