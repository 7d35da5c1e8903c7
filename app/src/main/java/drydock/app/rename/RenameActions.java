package drydock.app.rename;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.reference.Renaming;
import drydock.model.resource.Names;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;

/// Renames the one selected object.
public final class RenameActions {

    /// Kinds whose names are DNS labels (`pkg/apis/core/validation ValidateNamespaceName, ValidateServiceName`).
    private static final Set<String> NAMED_BY_LABEL = Set.of("Service", "Namespace");

    private final Messages messages = Messages.of(RenameActions.class);
    private final Workspace workspace;
    private final Dialogs dialogs;

    public RenameActions(Workspace workspace, Dialogs dialogs) {
        this.workspace = workspace;
        this.dialogs = dialogs;
    }

    public Action rename() {
        return Action.of(
                        "rename",
                        messages.get("rename.action"),
                        () -> declared().ifPresent(this::rename))
                .withIcon("fth-edit-3")
                .withKeys("F2")
                .when(
                        Bindings.createBooleanBinding(
                                () -> declared().isPresent(),
                                workspace.selection().objectsProperty(),
                                workspace.document().projectProperty()),
                        Need.ONE_OBJECT);
    }

    private Optional<ResourceId> declared() {
        return workspace
                .selection()
                .single()
                .filter(id -> !workspace.document().project().declarations(id).isEmpty());
    }

    private void rename(ResourceId id) {
        Renaming renaming = Renaming.of(workspace.document().project(), id);
        int places = renaming.references().size();
        String text = messages.get("rename.text", id.kind(), id.name())
                + (places == 0 ? "" : "\n" + messages.get("rename.references", places));
        dialogs.askText(messages.get("rename.action"), text, id.name(), false)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals(id.name()))
                .ifPresent(name -> rename(renaming, name));
    }

    private void rename(Renaming renaming, String name) {
        Optional<String> problem = problem(renaming.renamed(name));
        problem.ifPresent(workspace.messageProperty()::set);
        if (problem.isPresent()) {
            return;
        }
        withLabels(renaming).ifPresent(labels -> {
            if (workspace.perform(renaming.to(name, labels), "edit.rename")) {
                workspace.selection().select(List.of(renaming.renamed(name)));
            }
        });
    }

    /// Why the object cannot be called so.
    private Optional<String> problem(ResourceId renamed) {
        List<String> problems = NAMED_BY_LABEL.contains(renamed.kind())
                ? Names.labelProblems(renamed.name())
                : Names.subdomainProblems(renamed.name());
        if (!problems.isEmpty()) {
            return Optional.of(messages.get("rename.wrong", renamed.name(), problems.getFirst()));
        }
        return workspace.document().project().declarations(renamed).isEmpty()
                ? Optional.empty()
                : Optional.of(messages.get("rename.taken", renamed.kind(), renamed.name()));
    }

    /// Whether labels follow; empty if the user thought better of it.
    private Optional<Boolean> withLabels(Renaming renaming) {
        if (renaming.labels().isEmpty()) {
            return Optional.of(false);
        }
        String text = messages.get(
                "rename.labels", renaming.labels().size(), renaming.id().name());
        String together = messages.get("rename.together");
        return dialogs.choose(messages.get("rename.action"), text, List.of(together, messages.get("rename.alone")))
                .map(together::equals);
    }
}
