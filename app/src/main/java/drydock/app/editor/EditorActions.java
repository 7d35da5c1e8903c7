package drydock.app.editor;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import java.util.List;

/// What a user can do in the text of the file that is shown; the keys that also do it work where the text is.
public final class EditorActions {

    private final Messages messages = Messages.of(EditorActions.class);
    private final EditorView editor;
    private final Runnable reveal;

    /// @param reveal brings the editor into view, where it is closed
    public EditorActions(EditorView editor, Runnable reveal) {
        this.editor = editor;
        this.reveal = reveal;
    }

    public List<Action> actions() {
        return List.of(
                action("findInText", editor::find).withIcon("fth-search"),
                action("replaceInText", editor::replace),
                action("completeText", editor::complete),
                action("explainText", editor::explain),
                action("fixText", editor::fix).withIcon("fth-tool"),
                action("goToDefinition", editor::jump),
                action("commentLines", editor::comment),
                action("foldLines", editor::fold),
                action("unfoldLines", editor::unfold));
    }

    private Action action(String id, Runnable run) {
        return Action.of(id, messages.get("action." + id), () -> {
                    reveal.run();
                    run.run();
                })
                .when(editor.showsTextBinding());
    }
}
