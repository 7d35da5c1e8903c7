package drydock.app.live;

import drydock.app.testing.WindowTest;
import drydock.app.workspace.Mode;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/// A test of the window beside a cluster, to which it connects as a user does.
abstract class ConnectingTest extends WindowTest {

    /// What a cluster may take to answer.
    static final Duration SOON = Duration.ofSeconds(60);

    /// Connects by the dialog.
    final void connect(Path kubeconfig, String context) {
        choose(kubeconfig, context);
        clickOn("Connect");
        awaitOnScreen("connected", SOON, () -> workspace().modeProperty().get() == Mode.LIVE);
    }

    /// Connects by the dialog, to look at one namespace.
    final void connect(Path kubeconfig, String context, String namespace) {
        choose(kubeconfig, context);
        clickOn("#connect-namespace").push(KeyCode.CONTROL, KeyCode.A).write(namespace);
        clickOn("Connect");
        awaitOnScreen("connected", SOON, () -> workspace().modeProperty().get() == Mode.LIVE);
    }

    private void choose(Path kubeconfig, String context) {
        clickOn("#mode-LIVE");
        clickOn("#connect-file").push(KeyCode.CONTROL, KeyCode.A).write(kubeconfig.toString());
        ListView<Kubeconfig.Context> contexts = lookup("#connect-context").queryListView();
        awaitOnScreen(
                "the context",
                SOON,
                () -> contexts.getItems().stream()
                        .anyMatch(offered -> offered.name().equals(context)));
        interact(() -> contexts.getSelectionModel()
                .select(contexts.getItems().stream()
                        .filter(offered -> offered.name().equals(context))
                        .findFirst()
                        .orElseThrow()));
    }
}
