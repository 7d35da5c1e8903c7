package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.drift.DriftCount;
import drydock.model.cluster.Deletion;
import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The window with a project beside the real control plane: both sides change, and it is applied.
@Tag(RealCluster.TAG)
class DesignBesideWindowTest extends ConnectingTest {

    private final String name = "drydock-design-" + Long.toString(System.nanoTime(), 36);
    private final ResourceId map = new ResourceId("", "ConfigMap", "default", name);
    private final ResourceId account = new ResourceId("", "ServiceAccount", "default", name);

    @Override
    protected void writeProject(Path project) throws IOException {
        Files.writeString(project.resolve("all.yaml"), """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: NAME
            data:
              colour: green
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: NAME
            """.replace("NAME", name));
    }

    @BeforeEach
    void isThere() {
        RealCluster.kubeconfigFile();
    }

    @AfterEach
    void takeAway() throws Exception {
        if (RealCluster.isThere()) {
            try (LiveCluster cluster = RealCluster.connect("admin")) {
                for (ResourceId id : List.of(map, account)) {
                    if (cluster.get(id).isPresent()) {
                        cluster.delete(id, Deletion.DEFAULT);
                    }
                }
            }
        }
    }

    @Test
    void itIsAppliedAndEitherSidesChangesShow() throws Exception {
        connect(RealCluster.kubeconfigFile(), "admin");
        awaitOnScreen("nothing of it is there", SOON, () -> count().startsWith("≠ 0  + 2"));
        assertThat(onScreen(() -> lookup("#button-applyAll").query().isDisabled()))
                .isTrue();

        clickOn("#live-lock");
        apply();
        awaitOnScreen("all is there", SOON, () -> count().startsWith("="));

        interact(() -> workspace().perform(new Edit.SetField(map, FieldPath.parse("data.colour"), "blue")));
        awaitOnScreen("our edit", SOON, () -> count().startsWith("≠ 1  + 0"));
        try (LiveCluster outside = RealCluster.connect("admin")) {
            outside.apply(
                    new io.fabric8.kubernetes.api.model.ConfigMapBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .withNamespace("default")
                            .endMetadata()
                            .addToData("colour", "blue")
                            .build(),
                    "somebody-else",
                    true);
            awaitOnScreen("their change", SOON, () -> count().startsWith("="));
        }

        interact(() -> workspace().perform(new Edit.SetField(map, FieldPath.parse("data.colour"), "red")));
        awaitOnScreen("our edit", SOON, () -> count().startsWith("≠ 1"));
        interact(() -> lookup("#status-drift").queryAs(DriftCount.class).fire());
        awaitOnScreen("it is listed", SOON, () -> rows() > 0);
        apply(() -> {
            assertThat(onScreen(() -> lookup("#difference-note").queryAll().stream()
                            .map(node -> ((Labeled) node).getText())
                            .toList()
                            .toString()))
                    .contains("somebody-else: .data.colour");
            clickOn(lookup("#apply-steps .check-box").queryAs(CheckBox.class));
        });
        awaitOnScreen("it is taken over", SOON, () -> count().startsWith("="));
        try (LiveCluster outside = RealCluster.connect("admin")) {
            assertThat(outside.get(map).orElseThrow().toString()).contains("colour=red");
        }
    }

    private void apply() {
        apply(() -> {});
    }

    private void apply(Runnable before) {
        interact(() -> lookup("#status-drift").queryAs(DriftCount.class).fire());
        clickOn("#button-applyAll");
        awaitOnScreen("the plan", SOON, () -> lookup("#apply-steps").tryQuery().isPresent());
        assertThat(onScreen(() -> lookup("#apply-do").queryAs(Labeled.class).getText()))
                .contains("admin");
        before.run();
        clickOn("#apply-do");
    }

    private int rows() {
        return lookup("#differences").queryAs(TableView.class).getItems().size();
    }

    private String count() {
        return lookup("#status-drift").queryAs(DriftCount.class).getText();
    }
}
