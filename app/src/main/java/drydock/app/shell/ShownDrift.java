package drydock.app.shell;

import drydock.app.canvas.GoTo;
import drydock.app.drift.DriftPlace;
import drydock.app.editor.EditorView;
import drydock.app.inspector.InspectorView;
import drydock.app.workspace.Workspace;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;

/// Shows an object that is not the same in the cluster everywhere at once: its figure on the canvas, its field in the
/// inspector, its place in the text.
final class ShownDrift implements DriftPlace {

    private final Workspace workspace;
    private final GoTo goTo;
    private final InspectorView inspector;
    private final EditorView editor;

    ShownDrift(Workspace workspace, GoTo goTo, InspectorView inspector, EditorView editor) {
        this.workspace = workspace;
        this.goTo = goTo;
        this.inspector = inspector;
        this.editor = editor;
    }

    @Override
    public void reveal(ResourceId object, FieldPath field) {
        goTo.accept(object);
        workspace.document().project().declarations(object).stream().findFirst().ifPresent(declaration -> {
            inspector.reveal(field);
            editor.reveal(declaration.path(), declaration.document().spanOf(declaration.inDocument(field)));
        });
    }
}
