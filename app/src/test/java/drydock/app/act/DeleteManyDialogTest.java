package drydock.app.act;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.settings.ClusterColour;
import drydock.app.testing.FxTest;
import drydock.model.cluster.ClusterEvent;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/// What is told before several objects are deleted.
class DeleteManyDialogTest extends FxTest {

    private final StackPane root = new StackPane();
    private final ReplicaSet set = new ReplicaSetBuilder()
            .withNewMetadata()
            .withNamespace("default")
            .withName("web-1")
            .withUid("set")
            .endMetadata()
            .build();
    private final Pod pod = pod("web-1-a");
    private final OneObject cluster = new OneObject(set);

    @Override
    protected Scene scene() {
        return new Scene(root);
    }

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .withUid(name)
                .addNewOwnerReference()
                .withApiVersion("apps/v1")
                .withKind("ReplicaSet")
                .withName("web-1")
                .withUid("set")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .build();
    }

    @Test
    void whatItsOwnerMakesAgainIsNamed() {
        ask(pod, settings(1));

        assertThat(texts())
                .contains("Pod default/web-1-a: ReplicaSet web-1 owns it and makes another in its place.")
                .contains("Nothing else is known to go with them.");
    }

    @Test
    void nothingIsMadeAgainByWhatGoesToo() {
        ask(pod, set);

        assertThat(texts())
                .noneMatch(text -> text.contains("in its place"))
                .contains("Nothing else is known to go with them.");
    }

    @Test
    void whatGoesWithThemIsCounted() {
        ask(set, settings(1));

        assertThat(texts()).contains("With them go, at once or soon after: 1 × Pod");
    }

    @Test
    void aWarningOfManyNamesSomeAndCountsTheOthers() {
        ask(Stream.of("a", "b", "c", "d", "e").map(DeleteManyDialogTest::pod).toArray(HasMetadata[]::new));

        assertThat(texts())
                .contains("Pod default/a, Pod default/b, Pod default/c and 2 more: ReplicaSet web-1 owns it and makes "
                        + "another in its place.");
    }

    private static HasMetadata settings(int number) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("settings-" + number)
                .withUid("settings-" + number)
                .endMetadata()
                .build();
    }

    private void ask(HasMetadata... objects) {
        cluster.observed().accept(new ClusterEvent.Added(pod));
        List<Target> targets =
                Stream.of(objects).map(object -> new Target(cluster, object)).toList();
        Platform.runLater(() -> new DeleteManyDialog(
                        new ChangeDialog.Place(root.getScene().getWindow(), ClusterColour.NONE),
                        targets,
                        new Consequences(cluster.observed()),
                        () -> {})
                .show());
        awaitOnScreen("the dialog", () -> lookup("#act-do").tryQuery().isPresent());
    }

    private List<String> texts() {
        return onScreen(() -> lookup(".change .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }
}
