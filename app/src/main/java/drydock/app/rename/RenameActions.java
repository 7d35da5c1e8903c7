package drydock.app.rename;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.placing.Following;
import drydock.model.project.Project;
import drydock.model.reference.Renaming;
import drydock.model.resource.Names;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;

/// Renames what is selected: one object, or several of one name, as a Service and the Deployment behind it.
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
        return Action.of("rename", messages.get("rename.action"), () -> ask(namesakes()))
                .withIcon("fth-edit-3")
                .withKeys("F2")
                .when(
                        Bindings.createBooleanBinding(
                                () -> !namesakes().isEmpty(),
                                workspace.selection().objectsProperty(),
                                workspace.document().projectProperty()),
                        Need.ONE_NAME);
    }

    /// What is selected, if the project declares all of it and it has one name.
    private List<ResourceId> namesakes() {
        List<ResourceId> selected = workspace.selection().objects();
        Project project = workspace.document().project();
        boolean declared =
                selected.stream().noneMatch(id -> project.declarations(id).isEmpty());
        boolean one = selected.stream().map(ResourceId::name).distinct().count() == 1;
        return declared && one ? selected : List.of();
    }

    private void ask(List<ResourceId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<Renaming> renamings = ids.stream()
                .map(id -> Renaming.of(workspace.document().project(), id))
                .toList();
        String old = ids.getFirst().name();
        long places = renamings.stream()
                .flatMap(renaming -> renaming.references().stream())
                .distinct()
                .count();
        String text = (ids.size() == 1
                        ? messages.get("rename.text", ids.getFirst().kind(), old)
                        : messages.get("rename.several", ids.size(), old))
                + (places == 0 ? "" : "\n" + messages.get("rename.references", places));
        dialogs.askText(messages.get("rename.action"), text, old, false)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals(old))
                .ifPresent(name -> rename(renamings, name));
    }

    private void rename(List<Renaming> renamings, String name) {
        List<ResourceId> renamed =
                renamings.stream().map(renaming -> renaming.renamed(name)).toList();
        Optional<String> problem =
                renamed.stream().flatMap(id -> problem(id).stream()).findFirst();
        problem.ifPresent(workspace.messageProperty()::set);
        if (problem.isPresent()) {
            return;
        }
        withLabels(renamings).ifPresent(labels -> {
            Edit files = Following.of(
                    workspace.document().project(),
                    renamings.stream().map(Renaming::id).toList(),
                    name,
                    workspace.document()::wasSaved);
            Edit both = new Edit.Composite(List.of(files, Renaming.together(renamings, name, labels)));
            if (workspace.perform(both, "edit.rename")) {
                workspace.selection().select(renamed);
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
    private Optional<Boolean> withLabels(List<Renaming> renamings) {
        long labels = renamings.stream()
                .flatMap(renaming -> renaming.labels().stream())
                .distinct()
                .count();
        if (labels == 0) {
            return Optional.of(false);
        }
        String text =
                messages.get("rename.labels", labels, renamings.getFirst().id().name());
        String together = messages.get("rename.together");
        return dialogs.choose(messages.get("rename.action"), text, List.of(together, messages.get("rename.alone")))
                .map(together::equals);
    }
}
