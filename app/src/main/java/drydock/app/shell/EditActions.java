package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.edit.EditMessages;
import drydock.model.edit.History;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/// What a user can do with what is drawn: undo and redo, delete, select.
final class EditActions {

    private final Messages messages = Messages.of(EditActions.class);
    private final Workspace workspace;
    private final BooleanSupplier deleteFigure;

    /// @param deleteFigure deletes what is selected and no object, and says whether there was such a thing
    EditActions(Workspace workspace, BooleanSupplier deleteFigure) {
        this.workspace = workspace;
        this.deleteFigure = deleteFigure;
    }

    List<Action> history() {
        return List.of(undo(), redo());
    }

    Action undo() {
        return Action.of("undo", "", workspace.document()::undo)
                .named(label("shell.undo", History::undoLabel))
                .withIcon("fth-corner-up-left")
                .withKeys("Shortcut+Z")
                .when(workspace.document().undoableBinding(), Need.STEP_TO_UNDO);
    }

    Action redo() {
        return Action.of("redo", "", workspace.document()::redo)
                .named(label("shell.redo", History::redoLabel))
                .withIcon("fth-corner-up-right")
                .withKeys("Shortcut+Shift+Z")
                .when(workspace.document().redoableBinding(), Need.STEP_TO_REDO);
    }

    /// Takes what is selected out of the project; beside a cluster its name says so.
    Action delete() {
        return Action.of("delete", "", this::deleteSelected)
                .named(Bindings.createStringBinding(
                        () -> messages.get(
                                workspace.session().isPresent() ? "shell.deleteFromProject" : "shell.delete"),
                        workspace.sessionProperty()))
                .withIcon("fth-trash-2")
                .withKeys("Delete")
                .when(
                        Bindings.createBooleanBinding(
                                () -> workspace.selection().figure().isPresent()
                                        || !declared().isEmpty(),
                                workspace.selection().objectsProperty(),
                                workspace.selection().figureProperty(),
                                workspace.document().projectProperty()),
                        Need.SELECTION);
    }

    Action selectAll() {
        return Action.of("selectAll", messages.get("shell.selectAll"), this::selectEverything)
                .withKeys("Shortcut+A");
    }

    private void selectEverything() {
        workspace
                .selection()
                .select(workspace.document().project().declarations().keySet());
    }

    /// Deletes from the project what it declares; what only a cluster holds stays.
    private void deleteSelected() {
        if (deleteFigure.getAsBoolean()) {
            return;
        }
        List<Edit> removals =
                declared().stream().<Edit>map(Edit.RemoveObject::new).toList();
        if (!removals.isEmpty() && workspace.perform(new Edit.Composite(removals))) {
            workspace.selection().clear();
        }
    }

    /// The selected objects that the project declares; others are in a cluster only.
    private List<ResourceId> declared() {
        return workspace.selection().objects().stream()
                .filter(id -> !workspace.document().project().declarations(id).isEmpty())
                .toList();
    }

    private StringBinding label(String key, Function<History, Optional<String>> step) {
        return Bindings.createStringBinding(
                () -> messages.get(
                                key,
                                step.apply(workspace.document().history())
                                        .map(name -> EditMessages.text(name, Locale.getDefault()))
                                        .orElse(""))
                        .strip(),
                workspace.document().historyProperty());
    }
}
