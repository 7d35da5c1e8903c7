package drydock.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.settings.Settings;
import drydock.app.testing.WindowTest;
import drydock.model.resource.ResourceId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Everything is done, and every object gone to, by typing.
class CommandPaletteTest extends WindowTest {

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
        clickOn(onCanvas(0.5, 0.97)).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    }

    @Test
    void everyActionOfTheWindowIsOfferedUnderAnIdOfItsOwn() {
        List<String> ids =
                onScreen(() -> window().actions().stream().map(a -> a.id()).toList());

        assertThat(commands()).containsExactlyElementsOf(ids);
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whatIsTypedIsDoneWithEnterAndComesFirstTheNextTime() {
        write("actual size").push(KeyCode.ENTER);

        assertThat(palette().isVisible()).isFalse();
        assertThat(onScreen(() -> canvas().viewport().scale())).isEqualTo(1);
        assertThat(onScreen(() -> canvas().isFocused())).isTrue();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        assertThat(commands().getFirst()).isEqualTo("actualSize");
        assertThat(Settings.in(folder.resolve("settings.properties")).recentCommands())
                .containsExactly("actualSize");
    }

    @Test
    void whatCannotBeDoneNowSaysWhatIsMissingAndIsNotDone() {
        write("rename").push(KeyCode.ENTER);

        assertThat(onScreen(() -> workspace().messageProperty().get()))
                .isEqualTo("Select one object first, or several of one name");
        assertThat(onScreen(() -> workspace().document().undoableBinding().get()))
                .isFalse();
    }

    @Test
    void anObjectIsGoneTo() {
        write("nginxsvc");
        assertThat(entries().getFirst()).isEqualTo(new Entry.GoTo(SERVICE));
        push(KeyCode.ENTER);

        assertThat(onScreen(() -> workspace().selection().objects())).containsExactly(SERVICE);
    }

    @Test
    void arrowsWalkTheListAndEscapeDoesNothing() {
        List<ResourceId> before = onScreen(() -> workspace().selection().objects());
        push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.TAB);
        ListView<Entry> list = lookup("#command-list").queryListView();
        assertThat(onScreen(() -> list.getSelectionModel().getSelectedIndex())).isEqualTo(1);
        push(KeyCode.ESCAPE);

        assertThat(palette().isVisible()).isFalse();
        assertThat(onScreen(() -> workspace().selection().objects())).isEqualTo(before);
    }

    @Test
    void aTextThatFitsNothingEmptiesTheList() {
        write("zzzzqqq").push(KeyCode.ENTER);

        assertThat(entries()).isEmpty();
        assertThat(palette().isVisible()).isTrue();
        clickOn(onCanvas(0.5, 0.97));
        assertThat(palette().isVisible()).isFalse();
    }

    private Node palette() {
        return lookup("#command-palette").query();
    }

    private List<Entry> entries() {
        ListView<Entry> list = lookup("#command-list").queryListView();
        return onScreen(() -> List.copyOf(list.getItems()));
    }

    private List<String> commands() {
        return entries().stream()
                .filter(Entry.Command.class::isInstance)
                .map(entry -> ((Entry.Command) entry).action().id())
                .toList();
    }
}
