package drydock.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.app.testing.ContainerSession;
import drydock.app.testing.FxTest;
import drydock.app.testing.TestAccess;
import drydock.app.testing.TestAccess.OpenTerminal;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.DirectAccess.Size;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.theme.Theme;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A terminal as a user has it, with a program that the test plays.
class TerminalViewTest extends FxTest {

    private final TestAccess access = new TestAccess();
    private final ContainerSession session = new ContainerSession(Optional.of(access));
    private TerminalView view;

    @Override
    protected Scene scene() {
        view = new TerminalView(
                session,
                ResourceId.of(Kinds.POD, "shop", "web-1"),
                List.of("nginx", "sidecar"),
                new SimpleObjectProperty<>(Theme.LIGHT),
                Tasks.inPlace(),
                Runnable::run);
        return new Scene(view);
    }

    @Test
    void keysAreSentAsATerminalSendsThem() {
        awaitProgram();

        clickOn("#terminal-screen").write("ls").push(KeyCode.ENTER);
        push(KeyCode.CONTROL, KeyCode.C)
                .push(KeyCode.UP)
                .push(KeyCode.BACK_SPACE)
                .push(KeyCode.TAB);
        interact(() -> program().write("\u001b[?1h"));
        push(KeyCode.UP);

        assertThat(program().typed()).isEqualTo("ls\r\u0003\u001b[A\u007f\t\u001bOA");
    }

    @Test
    void whatIsPastedIsPutBetweenMarksWhereTheProgramWantsItSo() {
        awaitProgram();
        interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("one\ntwo");
            Clipboard.getSystemClipboard().setContent(content);
            program().write("\u001b[?2004h");
        });

        clickOn("#terminal-screen").push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);

        assertThat(program().typed()).isEqualTo("\u001b[200~one\rtwo\u001b[201~");
    }

    @Test
    void theProgramIsToldTheSizeOfItsTerminal() {
        awaitProgram();
        Size before = program().size();

        interact(() -> view.getScene().getWindow().setWidth(500));

        awaitOnScreen("fewer columns", () -> program().size().columns() < before.columns());
    }

    @Test
    void itsEndIsSaidAndItCanBeStartedAgainInAnotherContainer() {
        awaitProgram();
        interact(() -> program().end(Optional.of(3), Optional.empty()));
        assertThat(state()).contains("3");

        interact(() -> lookup("#terminal-container")
                .<ChoiceBox<String>>queryAs(choices())
                .getSelectionModel()
                .select("sidecar"));

        assertThat(access.terminals()).hasSize(2);
        assertThat(program().container()).isEqualTo("sidecar");
        assertThat(state()).isEmpty();
    }

    @Test
    void aRefusalIsSaidInTheServersWords() {
        awaitProgram();
        access.refuse(new ClusterException(403, "Forbidden", "pods is forbidden"));

        clickOn("#terminal-again");

        assertThat(state()).contains("pods is forbidden");
    }

    @Test
    void itIsHungUpWhenTheClusterIsLocked() {
        awaitProgram();

        interact(() -> session.writable().set(false));

        assertThat(program().isClosed()).isTrue();
        assertThat(state()).contains("shop");
    }

    @SuppressWarnings("unchecked")
    private static Class<ChoiceBox<String>> choices() {
        return (Class<ChoiceBox<String>>) (Class<?>) ChoiceBox.class;
    }

    private void awaitProgram() {
        awaitOnScreen("the program", () -> !access.terminals().isEmpty());
    }

    private OpenTerminal program() {
        return access.terminals().getLast();
    }

    private String state() {
        return onScreen(() -> lookup("#terminal-state").queryAs(Label.class).getText());
    }
}
