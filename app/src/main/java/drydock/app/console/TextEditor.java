package drydock.app.console;

import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.sim.kubectl.Editor;
import java.util.function.Consumer;

/// The editor of `kubectl edit`: a dialog with the object's text.
public final class TextEditor implements Editor {

    private final Messages messages = Messages.of(TextEditor.class);
    private final Workspace workspace;
    private final Dialogs dialogs;

    public TextEditor(Workspace workspace, Dialogs dialogs) {
        this.workspace = workspace;
        this.dialogs = dialogs;
    }

    @Override
    public void edit(String name, String text, Consumer<Left> then) {
        workspace.tasks().onScreen(() -> {
            Left left = dialogs.editText(messages.get("edit.title", name), messages.get("edit.how"), text)
                    .<Left>map(Left.Saved::new)
                    .orElseGet(Left.GivenUp::new);
            workspace
                    .session()
                    .ifPresent(session -> session.ask(_ -> {
                                then.accept(left);
                                return name;
                            })
                            .start());
        });
    }
}
