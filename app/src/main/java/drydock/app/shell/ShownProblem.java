package drydock.app.shell;

import drydock.app.canvas.GoTo;
import drydock.app.editor.EditorView;
import drydock.app.inspector.InspectorView;
import drydock.app.problems.ProblemPlace;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import java.util.List;

/// Shows a problem everywhere at once: its figure on the canvas, its field in the inspector, its place in the text.
final class ShownProblem implements ProblemPlace {

    private final Messages messages = Messages.of(ShownProblem.class);
    private final Workspace workspace;
    private final GoTo goTo;
    private final InspectorView inspector;
    private final EditorView editor;
    private final OpenPanels open;

    ShownProblem(Workspace workspace, GoTo goTo, InspectorView inspector, EditorView editor, OpenPanels open) {
        this.workspace = workspace;
        this.goTo = goTo;
        this.inspector = inspector;
        this.editor = editor;
        this.open = open;
    }

    @Override
    public void reveal(Finding finding) {
        finding.object().filter(this::isThere).ifPresentOrElse(id -> show(id, finding), this::showNoObject);
        if (isText(finding)) {
            editor.reveal(finding.file(), finding.span());
        } else {
            workspace
                    .messageProperty()
                    .set(messages.get("problem.noText", finding.file(), finding.line(), finding.column()));
        }
    }

    private void show(ResourceId object, Finding finding) {
        goTo.accept(object);
        inspector.reveal(finding.path());
    }

    /// What is found of a file is no other object's.
    private void showNoObject() {
        workspace.selection().select(List.of());
        workspace.messageProperty().set("");
    }

    @Override
    public void enter(Finding finding) {
        if (isText(finding)) {
            open.open(Panel.EDITOR);
        }
        reveal(finding);
        if (isText(finding)) {
            editor.show(finding.file(), finding.span());
        }
    }

    private boolean isText(Finding finding) {
        return workspace.document().project().file(finding.file()).isPresent();
    }

    private boolean isThere(ResourceId object) {
        return !workspace.document().project().declarations(object).isEmpty();
    }
}
