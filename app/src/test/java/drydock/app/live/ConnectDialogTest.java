package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.FxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a cluster is asked for.
class ConnectDialogTest extends FxTest {

    private final StackPane root = new StackPane();

    @TempDir
    private Path folder;

    @Override
    protected Scene scene() {
        return new Scene(root, 800, 600);
    }

    @Test
    void withoutAKubeconfigItSaysWhatIsMissing() {
        open(Optional.empty());

        assertThat(said("#connect-nothing")).startsWith("Give a kubeconfig");
        assertThat(said("#connect-problem")).isEmpty();
    }

    @Test
    void whatIsWrongWithAFileIsSaidInWordsOfKubeconfigs() throws IOException {
        open(Optional.empty());

        assertSaid("gone", "There is no file " + folder.resolve("gone") + ".");
        Files.writeString(folder.resolve("text"), "hello");
        assertSaid("text", folder.resolve("text") + " is no kubeconfig: it holds something else.");
        Files.writeString(folder.resolve("broken"), "a: [");
        assertSaid("broken", folder.resolve("broken") + " is no kubeconfig: it is no YAML.");
        assertSaid("", folder.resolve("") + " is a folder. Give the file in it.");
    }

    @Test
    void aSearchThatFindsNothingSaysSo() throws IOException {
        open(Optional.empty());
        give(kubeconfig());
        awaitOnScreen("the contexts", () -> contexts().getItems().size() == 2);

        interact(() -> lookup("#connect-search").queryAs(TextField.class).setText("nothing like it"));

        assertThat(said("#connect-nothing")).isEqualTo("No context matches the search.");
    }

    @Test
    void itBeginsWithWhatWasChosenTheLastTime() throws IOException {
        Path file = kubeconfig();
        Kubeconfig read = Kubeconfig.read(file);

        open(Optional.of(new ConnectDialog.Choice(
                file.toString(), read, read.context("two").orElseThrow(), "shop")));

        assertThat(onScreen(
                        () -> lookup("#connect-file").queryAs(TextField.class).getText()))
                .isEqualTo(file.toString());
        assertThat(onScreen(
                        () -> contexts().getSelectionModel().getSelectedItem().name()))
                .isEqualTo("two");
        assertThat(onScreen(() ->
                        lookup("#connect-namespace").queryAs(TextField.class).getText()))
                .isEqualTo("shop");
    }

    private Path kubeconfig() throws IOException {
        return Files.writeString(folder.resolve("config"), """
            apiVersion: v1
            kind: Config
            clusters: [{name: it, cluster: {server: "https://127.0.0.1:1"}}]
            contexts:
            - {name: one, context: {cluster: it}}
            - {name: two, context: {cluster: it}}
            current-context: one
            """);
    }

    private void open(Optional<ConnectDialog.Choice> before) {
        Platform.runLater(() -> new ConnectDialog(
                        root.getScene().getWindow(), List.of(), Optional.empty(), Optional::empty, before)
                .show());
        awaitOnScreen("the dialog", () -> lookup("#connect-file").tryQuery().isPresent());
    }

    private void give(Path file) {
        interact(() -> lookup("#connect-file").queryAs(TextField.class).setText(file.toString()));
    }

    private void assertSaid(String file, String words) {
        give(folder.resolve(file));
        awaitOnScreen(words, () -> words.equals(said("#connect-problem")));
    }

    private String said(String query) {
        return onScreen(
                () -> lookup(query).tryQueryAs(Label.class).map(Label::getText).orElse(""));
    }

    private ListView<Kubeconfig.Context> contexts() {
        return lookup("#connect-context").queryListView();
    }
}
