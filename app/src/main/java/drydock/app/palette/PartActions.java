package drydock.app.palette;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.connect.Part;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

/// Puts containers and volumes into the selected Pod or workload, without a mouse.
public final class PartActions {

    private final Messages messages = Messages.of(PartActions.class);
    private final NewParts parts;
    private final Dialogs dialogs;
    private final ObservableBooleanValue takesParts;

    public PartActions(Workspace workspace, Dialogs dialogs) {
        this.parts = new NewParts(workspace, dialogs);
        this.dialogs = dialogs;
        this.takesParts = Bindings.createBooleanBinding(
                () -> workspace.selection().single().filter(parts::fits).isPresent(),
                workspace.selection().objectsProperty(),
                workspace.document().projectProperty());
    }

    public List<Action> actions() {
        return List.of(
                Action.of("addContainer", messages.get("part.addContainer"), () -> pick("part.addContainer", false))
                        .withIcon("fth-box")
                        .when(takesParts, Need.ONE_OBJECT),
                Action.of("addVolume", messages.get("part.addVolume"), () -> pick("part.addVolume", true))
                        .withIcon("fth-database")
                        .when(takesParts, Need.ONE_OBJECT));
    }

    private void pick(String title, boolean volume) {
        List<Part> offered = Stream.of(Part.values())
                .filter(part -> part.isVolume() == volume)
                .toList();
        dialogs.pick(
                        messages.get(title),
                        messages.get("part.which"),
                        offered,
                        part -> messages.get("item." + part.field()))
                .ifPresent(parts::addToSelected);
    }
}
