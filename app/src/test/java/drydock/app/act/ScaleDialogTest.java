package drydock.app.act;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.settings.ClusterColour;
import drydock.app.testing.FxTest;
import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How a change is asked for, with the dialog for scaling as the example.
class ScaleDialogTest extends FxTest {

    private final StackPane root = new StackPane();
    private final OneObject cluster = new OneObject(Deployments.web(3, "nginx:1"));
    private final List<Integer> scaled = new ArrayList<>();

    @Override
    protected Scene scene() {
        return new Scene(root);
    }

    @BeforeEach
    void open() {
        Platform.runLater(() -> new ScaleDialog(
                        new ChangeDialog.Place(root.getScene().getWindow(), ClusterColour.RED),
                        new Target(cluster, cluster.object()),
                        List.of("an autoscaler"),
                        scaled::add)
                .show());
        awaitOnScreen("the dialog", () -> lookup("#act-do").tryQuery().isPresent());
    }

    @Test
    void theClusterAndWhatWillHappenAreNamedBeforeItIsDone() {
        want("5");

        assertThat(texts())
                .contains(
                        "shop",
                        "https://shop.example · v1.36.0",
                        "2 Pods are started beside the 3 there are.",
                        "an autoscaler");
        assertThat(cluster.requests()).isZero();
        pressIt();
        assertThat(scaled).containsExactly(5);
        assertThat(onScreen(() -> lookup("#act-do").tryQuery())).isEmpty();
    }

    @Test
    void whatIsTypedTakesThePlaceOfTheNumberThatStandsThere() {
        awaitOnScreen("the number has the keys", () -> number().isFocused());

        interact(() -> number().getEditor().replaceSelection("5"));

        assertThat(onScreen(() -> number().getEditor().getText())).isEqualTo("5");
    }

    @Test
    void whatIsRefusedStandsAtItsFieldAndWhatWasTypedStays() {
        cluster.on(
                _ -> {
                    throw new ClusterException(new StatusBuilder()
                            .withCode(422)
                            .withReason("Invalid")
                            .withMessage("all of it")
                            .withNewDetails()
                            .addNewCause("spec.replicas", "Invalid value: 9: too many", "FieldValueInvalid")
                            .endDetails()
                            .build());
                },
                _ -> {});
        want("9");
        pressIt();

        assertThat(texts())
                .contains("spec.replicas: Invalid value: 9: too many")
                .doesNotContain("all of it");
        assertThat(onScreen(() -> number().getEditor().getText())).isEqualTo("9");
        assertThat(scaled).isEmpty();

        cluster.on(
                _ -> {
                    throw new ClusterException("shop cannot be reached: no answer in time", new RuntimeException());
                },
                _ -> {});
        pressIt();
        assertThat(texts())
                .doesNotContain("spec.replicas: Invalid value: 9: too many")
                .anyMatch(text -> text.contains("Whether the change was made is not known"));
    }

    private void want(String text) {
        interact(() -> number().getEditor().setText(text));
    }

    private void pressIt() {
        interact(() -> lookup("#act-do").queryAs(Button.class).fire());
    }

    private Spinner<?> number() {
        return lookup("#dialog-number").query();
    }

    private List<String> texts() {
        return onScreen(() -> lookup(".change .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }
}
