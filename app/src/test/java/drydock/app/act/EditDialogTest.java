package drydock.app.act;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.dialog.Dialogs;
import drydock.app.editor.YamlArea;
import drydock.app.settings.ClusterColour;
import drydock.app.task.Tasks;
import drydock.app.testing.FxTest;
import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditDialogTest extends FxTest {

    private final StackPane root = new StackPane();
    private final OneObject cluster = new OneObject(Deployments.web(3, "nginx:1"));
    private final List<HasMetadata> written = new ArrayList<>();
    private boolean mayDiscard;
    private int asked;

    @Override
    protected Scene scene() {
        return new Scene(root);
    }

    @BeforeEach
    void open() {
        Platform.runLater(() -> new EditDialog(
                        new ChangeDialog.Place(root.getScene().getWindow(), ClusterColour.NONE),
                        new Target(cluster, cluster.object()),
                        cluster.object(),
                        new YamlArea(Tasks.onVirtualThreads()),
                        dialogs(),
                        written::add)
                .show());
        awaitOnScreen("the dialog", () -> lookup("#act-review").tryQuery().isPresent());
    }

    @Test
    void whatIsRefusedLeadsBackToItsLineAndTheTextStays() {
        cluster.on(
                _ -> {
                    throw new ClusterException(new StatusBuilder()
                            .withCode(422)
                            .withReason("Invalid")
                            .withMessage("all of it")
                            .withNewDetails()
                            .addNewCause("spec.replicas", "Invalid value: -3", "FieldValueInvalid")
                            .endDetails()
                            .build());
                },
                _ -> {});
        edit("replicas: 3", "replicas: -3");

        fire("#act-review");

        assertThat(onScreen(() -> lookup("#act-wrongs").queryListView().getItems()))
                .singleElement()
                .asString()
                .contains("spec.replicas: Invalid value: -3")
                .contains("line=7");
        assertThat(onScreen(() -> area().text())).contains("replicas: -3");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsShownAndTakenIntoTheText() {
        edit("replicas: 3", "replicas: 4");
        interact(() -> cluster.change(_ -> Deployments.web(3, "nginx:2")));

        fire("#act-review");
        assertThat(onScreen(() -> lookup("#act-how").queryAs(Label.class).getText()))
                .startsWith("Nothing was written: the object was changed by somebody else meanwhile");
        assertThat(onScreen(() -> ((ListView<?>) lookup("#difference-lines").query()).getItems())
                        .toString())
                .contains("nginx:1", "nginx:2");
        assertThat(cluster.requests()).isZero();
        assertThat(onScreen(() -> lookup("#act-merge").query().isFocused())).isTrue();

        fire("#act-merge");
        assertThat(onScreen(() -> area().text())).contains("replicas: 4", "image: nginx:2");
    }

    @Test
    void aChangedTextIsNotLostByClosing() {
        edit("replicas: 3", "replicas: 4");

        push(KeyCode.ESCAPE);
        assertThat(asked).isEqualTo(1);
        assertThat(onScreen(() -> area().text())).contains("replicas: 4");

        mayDiscard = true;
        push(KeyCode.ESCAPE);
        assertThat(onScreen(() -> lookup("#act-text").tryQuery())).isEmpty();
        assertThat(written).isEmpty();
    }

    private void edit(String from, String to) {
        interact(() -> area().setText(area().text().replace(from, to)));
    }

    private void fire(String button) {
        interact(() -> lookup(button).queryAs(Button.class).fire());
    }

    private YamlArea area() {
        return lookup("#act-text").queryAs(YamlArea.class);
    }

    /// Answers the question whether what was typed may go.
    private Dialogs dialogs() {
        return (Dialogs) Proxy.newProxyInstance(
                Dialogs.class.getClassLoader(), new Class<?>[] {Dialogs.class}, (_, method, _) -> {
                    assertThat(method.getName()).isEqualTo("confirm");
                    asked++;
                    return mayDiscard;
                });
    }
}
