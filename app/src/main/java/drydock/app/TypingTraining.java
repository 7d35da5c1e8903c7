package drydock.app;

import drydock.app.shell.WindowAssembly;
import drydock.app.workspace.Workspace;
import drydock.model.pattern.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// Opens a project of some hundred objects in a window and types in its text, each letter when what the one before
/// broke is shown, so that the packaging knows what a key needs of the editor, the check, the canvas and the panels.
final class TypingTraining extends AnimationTimer {

    private static final int EACH = 12;
    private static final int KEYS = 160;

    private static final int PROBLEMS = 1;

    /// What is typed in: an object and the field behind whose name the letters come.
    private static final Pattern TYPED = new Pattern("web-service");

    private static final String FIELD = "image";

    private final WindowAssembly window;
    private final Workspace workspace;
    private final Runnable then;
    private int keys;

    private TypingTraining(WindowAssembly window, Runnable then) {
        this.window = window;
        this.workspace = window.workspace();
        this.then = then;
    }

    /// @param folder where the project is written
    /// @param then is done when all has been typed
    static void start(WindowAssembly window, Path folder, Runnable then) throws IOException {
        write(folder);
        ((TabPane) window.scene().lookup("#tabs-below")).getSelectionModel().select(PROBLEMS);
        window.open(List.of(folder));
        new TypingTraining(window, then).start();
    }

    private static void write(Path folder) throws IOException {
        for (Pattern pattern : Pattern.COMPOSED) {
            for (int i = 0; i < EACH; i++) {
                String base = base(pattern, i);
                Files.writeString(folder.resolve(base + ".yaml"), String.join("---\n", pattern.manifests(base)));
            }
        }
    }

    private static String base(Pattern pattern, int number) {
        return pattern.name() + "-" + number;
    }

    @Override
    public void handle(long now) {
        if (!isChecked()) {
            return;
        }
        CodeArea area = (CodeArea) window.scene().lookup("#editor-text");
        if (keys == 0) {
            workspace.selection().select(Set.of(TYPED.objects(base(TYPED, 0)).getFirst()));
            area.requestFocus();
            area.moveTo(area.getText().indexOf(FIELD + ":") + FIELD.length());
        }
        type(area, keys % 2 == 1);
        if (++keys == KEYS) {
            stop();
            then.run();
        }
    }

    private boolean isChecked() {
        return workspace.document().project().files().size() == EACH * Pattern.COMPOSED.size()
                && workspace
                        .checkedProperty()
                        .get()
                        .project()
                        .sharesTextsWith(workspace.document().project());
    }

    private static void type(Node area, boolean back) {
        Event.fireEvent(
                area,
                back
                        ? new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.BACK_SPACE, false, false, false, false)
                        : new KeyEvent(KeyEvent.KEY_TYPED, "x", "x", KeyCode.UNDEFINED, false, false, false, false));
    }
}
