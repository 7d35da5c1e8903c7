package drydock.app.clipboard;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.canvas.CanvasView;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.clip.ObjectText;
import drydock.model.clip.Paste;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.edit.Refusal;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What a user can do with the selected objects and the system's clipboard.
public final class ClipboardActions {

    /// How far a copy stands from what it was made of, in scene units.
    private static final double OFFSET = 32;

    private final Messages messages = Messages.of(ClipboardActions.class);
    private final Workspace workspace;
    private final CanvasView canvas;
    private final BooleanBinding someDeclared;

    /// Where the objects stood that were copied last, by their names then.
    private Map<ResourceId, Rect> copied = Map.of();

    private String copiedText = "";
    private int pastes;

    public ClipboardActions(Workspace workspace, CanvasView canvas) {
        this.workspace = workspace;
        this.canvas = canvas;
        this.someDeclared = Bindings.createBooleanBinding(
                () -> !declared().isEmpty(),
                workspace.selection().objectsProperty(),
                workspace.document().projectProperty());
    }

    public List<Action> actions() {
        return List.of(
                Action.of("cut", messages.get("clipboard.cut"), this::cut)
                        .withIcon("fth-scissors")
                        .withKeys("Shortcut+X")
                        .when(someDeclared, Need.PROJECT_OBJECT),
                Action.of("copy", messages.get("clipboard.copy"), this::copy)
                        .withIcon("fth-copy")
                        .withKeys("Shortcut+C")
                        .when(someDeclared, Need.PROJECT_OBJECT),
                paste(),
                Action.of("duplicate", messages.get("clipboard.duplicate"), this::duplicate)
                        .withKeys("Shortcut+D")
                        .when(someDeclared, Need.PROJECT_OBJECT));
    }

    public Action paste() {
        return Action.of("paste", messages.get("clipboard.paste"), this::pasteText)
                .withIcon("fth-clipboard")
                .withKeys("Shortcut+V");
    }

    private void cut() {
        List<ResourceId> objects = declared();
        copy();
        if (!objects.isEmpty()
                && workspace.perform(
                        new Edit.Composite(objects.stream()
                                .<Edit>map(Edit.RemoveObject::new)
                                .toList()),
                        "edit.cut")) {
            workspace.selection().clear();
        }
    }

    private void copy() {
        String text = remember();
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            workspace.messageProperty().set(messages.get("clipboard.copied", copied.size()));
        }
    }

    private void pasteText() {
        String text = Clipboard.getSystemClipboard().getString();
        add(text == null ? "" : text, "edit.paste");
    }

    private void duplicate() {
        String text = remember();
        if (!text.isEmpty()) {
            add(text, "edit.duplicate");
        }
    }

    /// The selected objects as text; their places are kept for those that are pasted.
    private String remember() {
        List<ResourceId> objects = declared();
        copied = canvas.places();
        copied.keySet().retainAll(objects);
        copiedText = ObjectText.of(workspace.document().project(), objects);
        pastes = 0;
        return copiedText;
    }

    private List<ResourceId> declared() {
        return workspace.selection().objects().stream()
                .filter(id -> !workspace.document().project().declarations(id).isEmpty())
                .toList();
    }

    private void add(String text, String label) {
        switch (Paste.of(workspace.document().project(), text)) {
            case Outcome.Refused<Paste>(Refusal why) ->
                workspace.messageProperty().set(why.message(Locale.getDefault()));
            case Outcome.Done<Paste>(Paste paste) -> {
                List<Edit> edits = new ArrayList<>(paste.edits());
                if (text.equals(copiedText)) {
                    pastes++;
                    edits.add(new Edit.MoveFigures(besideThe(paste.objects())));
                }
                if (workspace.perform(new Edit.Composite(edits), label)) {
                    workspace.selection().select(paste.objects().values());
                    canvas.reveal(paste.objects().values());
                }
            }
        }
    }

    /// The copies stand to each other as the originals do; each time a little further away.
    private Map<ResourceId, Position> besideThe(Map<ResourceId, ResourceId> names) {
        Map<ResourceId, Position> places = new TreeMap<>();
        names.forEach((original, copy) -> {
            Rect stood = copied.get(original);
            if (stood != null) {
                places.put(copy, new Position(stood.x() + OFFSET * pastes, stood.y() + OFFSET * pastes));
            }
        });
        return places;
    }
}
