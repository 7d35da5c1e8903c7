package drydock.app.shell;

import drydock.app.canvas.GoTo;
import drydock.app.editor.EditorView;
import drydock.app.inspector.InspectorView;
import drydock.app.problems.ProblemPlace;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;

/// Shows a problem everywhere at once: its figure on the canvas, its field in the inspector, its place in the text.
final class ShownProblem implements ProblemPlace {

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
        finding.object().filter(this::isThere).ifPresent(id -> {
            goTo.accept(id);
            inspector.reveal(finding.path());
        });
        if (workspace.document().project().file(finding.file()).isPresent()) {
            editor.reveal(finding.file(), finding.span());
        }
    }

    @Override
    public void enter(Finding finding) {
        open.open(Panel.EDITOR);
        reveal(finding);
        if (workspace.document().project().file(finding.file()).isPresent()) {
            editor.show(finding.file(), finding.span());
        }
    }

    private boolean isThere(ResourceId object) {
        return !workspace.document().project().declarations(object).isEmpty();
    }
}
