package drydock.app.editor;

import drydock.app.testing.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;

/// A test of the editor in the window, on one file.
abstract class EditorWindowTest extends WindowTest {

    static final String FILE = "shop.yaml";

    /// The text that the file has at first.
    abstract String text();

    @Override
    protected final void writeProject(Path project) throws IOException {
        Files.writeString(project.resolve(FILE), text());
        writeMore(project);
    }

    /// Writes other files of the project, if there are to be any.
    void writeMore(Path project) throws IOException {}

    @BeforeEach
    final void open() {
        awaitOnScreen("the text", () -> !area().getText().isEmpty());
        interact(() -> area().requestFocus());
    }

    final CodeArea area() {
        return lookup("#editor-text").query();
    }

    final String shown() {
        return text("#editor-text");
    }

    /// What the file is in the document.
    final String inDocument() {
        return state().file(FILE).orElseThrow().text();
    }

    /// Puts the caret behind the first place where the text has `before`.
    final void caretBehind(String before) {
        int at = shown().indexOf(before) + before.length();
        interact(() -> {
            area().requestFocus();
            area().moveTo(at);
            area().requestFollowCaret();
        });
    }

    /// The style classes of the character at which the text first has `text`.
    final Collection<String> stylesAt(String text) {
        return onScreen(() -> area().getStyleOfChar(area().getText().indexOf(text)));
    }

    /// The node of a style class in the margin of a line, from 0.
    final Optional<Node> inMargin(int line, String styleClass) {
        return onScreen(() -> Optional.ofNullable(area().getParagraphGraphic(line))
                .flatMap(margin -> margin.lookupAll("." + styleClass).stream().findFirst()));
    }

    final Bounds boundsOf(String text) {
        return onScreen(() -> {
            int at = area().getText().indexOf(text);
            return area().getCharacterBoundsOnScreen(at, at + text.length()).orElseThrow();
        });
    }

    final List<String> lines() {
        return shown().lines().toList();
    }
}
