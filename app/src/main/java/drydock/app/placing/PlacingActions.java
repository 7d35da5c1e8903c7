package drydock.app.placing;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.dialog.Dialogs;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.placing.Moving;
import drydock.model.placing.Placing;
import drydock.model.project.FreePaths;
import drydock.model.project.Project;
import drydock.model.project.ProjectPath;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// Moves objects to another file, and lets the user say where new ones go.
public final class PlacingActions {

    private final Messages messages = Messages.of(PlacingActions.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Settings settings;

    public PlacingActions(Workspace workspace, Dialogs dialogs, Settings settings) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.settings = settings;
    }

    public Action move() {
        return Action.of("moveToFile", messages.get("placing.move"), this::askAndMove)
                .withIcon("fth-corner-down-right")
                .when(
                        Bindings.createBooleanBinding(
                                () -> !movable().isEmpty(),
                                workspace.selection().objectsProperty(),
                                workspace.document().projectProperty()),
                        Need.OBJECT);
    }

    /// Where new objects go.
    public Menu newObjects() {
        Menu menu = new Menu(messages.get("placing.new"));
        menu.setId("menu-placing");
        ToggleGroup group = new ToggleGroup();
        for (Placing placing : Placing.values()) {
            RadioMenuItem item = new RadioMenuItem(messages.get("placing." + placing.name()));
            item.setId("menu-placing-" + placing.name());
            item.setToggleGroup(group);
            settings.preferencesProperty().subscribe(now -> item.setSelected(placing == now.placing()));
            item.setOnAction(_ -> settings.keep(settings.preferences().withPlacing(placing)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private List<ResourceId> movable() {
        return workspace.selection().objects().stream()
                .filter(id -> workspace.document().project().declarations(id).size() == 1)
                .toList();
    }

    private void askAndMove() {
        Project project = workspace.document().project();
        List<ResourceId> objects = movable();
        String title = messages.get("placing.move");
        String another = messages.get("placing.newFile");
        List<String> choices = new ArrayList<>(List.of(another));
        choices.addAll(project.files().keySet());
        Optional<String> chosen = dialogs.pick(title, messages.get("placing.which", objects.size()), choices, p -> p);
        Optional<String> path = chosen.filter(another::equals).isPresent()
                ? askPath(
                        title,
                        objects.getFirst().name() + ".yaml",
                        project.files().keySet())
                : chosen;
        path.ifPresent(where -> move(project, objects, where));
    }

    /// Asks for the path of a file, until it is one that is found again on every system.
    private Optional<String> askPath(String title, String proposed, Set<String> there) {
        Optional<String> typed = dialogs.askText(title, messages.get("placing.path"), proposed, false)
                .map(String::strip)
                .map(path -> ProjectPath.isManifest(path) ? path : path + ".yaml");
        if (typed.isEmpty() || there.contains(typed.get())) {
            return typed;
        }
        if (!ProjectPath.isFound(typed.get())) {
            dialogs.tell(messages.get("placing.badPath"), messages.get("placing.badPath.text", typed.get()));
            return askPath(title, proposed, there);
        }
        return ProjectPath.otherCase(typed.get(), there)
                .map(other -> chooseBetween(typed.get(), other, new FreePaths(there).take(typed.get())))
                .orElse(typed);
    }

    private Optional<String> chooseBetween(String typed, String other, String free) {
        return dialogs.choose(
                messages.get("placing.otherCase"),
                messages.get("placing.otherCase.text", typed, other),
                List.of(free, other));
    }

    private void move(Project project, List<ResourceId> objects, String path) {
        Edit edit = Moving.of(project, objects, path);
        if (edit instanceof Edit.Composite(List<Edit> edits) && edits.isEmpty()) {
            workspace.messageProperty().set(messages.get("placing.there", path));
        } else if (workspace.perform(edit, "edit.moveToFile")) {
            workspace.selection().select(objects);
            workspace.messageProperty().set(messages.get("placing.moved", objects.size(), path));
        }
    }
}
