package drydock.app.editor;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import java.util.List;

/// What a user can do in the text of the file that is shown; the keys that also do it work where the text is.
public final class EditorActions {

    private final Messages messages = Messages.of(EditorActions.class);
    private final EditorView editor;

    public EditorActions(EditorView editor) {
        this.editor = editor;
    }

    public List<Action> actions() {
        return List.of(
                action("findInText", editor::find).withIcon("fth-search"),
                action("replaceInText", editor::replace),
                action("completeText", editor::complete),
                action("explainText", editor::explain),
                action("goToDefinition", editor::jump),
                action("commentLines", editor::comment),
                action("foldLines", editor::fold),
                action("unfoldLines", editor::unfold));
    }

    private Action action(String id, Runnable run) {
        return Action.of(id, messages.get("action." + id), run).when(editor.showsTextBinding());
    }
}
