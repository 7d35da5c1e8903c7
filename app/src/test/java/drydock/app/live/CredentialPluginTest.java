package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.app.workspace.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// A kubeconfig of a stranger wants a program started.
class CredentialPluginTest extends WindowTest {

    @Test
    void theWindowAsksByThePluginsPathAndWithoutConsentStartsNothing() throws IOException {
        Path ran = folder.resolve("ran");
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
            apiVersion: v1
            kind: Config
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
            users:
            - name: u
              user:
                exec: {apiVersion: client.authentication.k8s.io/v1, command: /usr/bin/touch, args: ["%s"]}
            contexts: [{name: work, context: {cluster: c, user: u}}]
            current-context: work
            """.formatted(ran));
        awaitFigures(SERVICE);

        clickOn("#mode-LIVE");
        clickOn("#connect-file");
        interact(() -> lookup("#connect-file").queryTextInputControl().setText(kubeconfig.toString()));
        clickOn("Connect");
        awaitOnScreen("the question", () -> dialog().getContent() instanceof Label);
        String question = onScreen(() -> ((Label) dialog().getContent()).getText());
        clickOn("Cancel");

        assertThat(question).contains("/usr/bin/touch").contains(ran.toString());
        assertThat(ran).doesNotExist();
        assertThat(onScreen(() -> workspace().modeProperty().get())).isEqualTo(Mode.DESIGN);
    }

    private DialogPane dialog() {
        return lookup(".dialog-pane").queryAs(DialogPane.class);
    }
}
