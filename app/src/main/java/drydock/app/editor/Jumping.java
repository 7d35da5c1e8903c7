package drydock.app.editor;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.assist.Definitions;
import drydock.model.assist.Definitions.Target;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;

/// Goes from a name to where it is written, in whichever file: from a selector to what it selects, too.
final class Jumping {

    private final Workspace workspace;
    private final CodeArea area;
    private final TextInStep text;
    private final Consumer<Target> show;
    private final Messages messages = Messages.of(Jumping.class);

    /// @param show shows a place of a file
    Jumping(Workspace workspace, CodeArea area, TextInStep text, Consumer<Target> show) {
        this.workspace = workspace;
        this.area = area;
        this.text = text;
        this.show = show;
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    /// Goes to where that is written which the caret is in.
    void jumpFromCaret() {
        jump(area.getCaretPosition());
    }

    private void pressed(MouseEvent event) {
        if (event.isShortcutDown() && event.getButton() == MouseButton.PRIMARY) {
            jump(area.hit(event.getX(), event.getY()).getInsertionIndex());
            event.consume();
        }
    }

    private void jump(int position) {
        Optional<ManifestFile> file = text.file();
        if (file.isEmpty()) {
            return;
        }
        Project project = workspace.document().project();
        int inFile = text.ends().inFile(position);
        workspace
                .tasks()
                .work(() -> Definitions.at(project, file.get(), inFile))
                .then(this::go)
                .start();
    }

    private void go(List<Target> targets) {
        workspace.messageProperty().set(targets.isEmpty() ? messages.get("jump.nowhere") : "");
        if (targets.size() == 1) {
            show.accept(targets.getFirst());
        } else if (!targets.isEmpty()) {
            ContextMenu choice = new ContextMenu();
            choice.setId("jump-targets");
            targets.forEach(target -> choice.getItems().add(item(target)));
            area.getCaretBounds().ifPresent(at -> choice.show(area, at.getMinX(), at.getMaxY()));
        }
    }

    private MenuItem item(Target target) {
        String place = target.path() + ":" + target.span().line();
        MenuItem item = new MenuItem(target.object()
                .map(id -> id.kind() + " " + id.name() + "  " + place)
                .orElse(place));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> show.accept(target));
        return item;
    }
}
