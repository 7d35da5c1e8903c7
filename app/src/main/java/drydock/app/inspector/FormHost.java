package drydock.app.inspector;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.assist.FieldOffers;
import drydock.model.edit.Edit;
import drydock.model.form.FieldControl;
import drydock.model.form.FormEdits;
import drydock.model.form.FormField;
import drydock.model.manifest.FieldPath;
import drydock.model.placing.Following;
import drydock.model.project.Project;
import drydock.model.reference.Renaming;
import drydock.model.resource.FieldTexts;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the controls of one form know and do: the form of certain objects, as long as these are selected.
final class FormHost {

    private static final FieldPath NAME = FieldPath.of("metadata", "name");

    private final Workspace workspace;
    private final Messages messages = Messages.of(FormHost.class);
    private final List<ResourceId> ids;
    private final Set<FieldPath> opened = new LinkedHashSet<>();
    private Optional<FieldPath> revealed = Optional.empty();

    FormHost(Workspace workspace, List<ResourceId> ids) {
        this.workspace = workspace;
        this.ids = List.copyOf(ids);
    }

    List<ResourceId> ids() {
        return ids;
    }

    Messages messages() {
        return messages;
    }

    /// The fields that were asked for though nothing is written there.
    Set<FieldPath> opened() {
        return opened;
    }

    /// Shows a field, with all that it is in.
    void open(FieldPath path) {
        opened.add(path);
        revealed = Optional.of(path);
    }

    /// Whether the field that was asked for last is below `path`.
    boolean isRevealed(FieldPath path) {
        int length = path.steps().size();
        return revealed.filter(r -> r.steps().size() > length
                        && r.steps().subList(0, length).equals(path.steps()))
                .isPresent();
    }

    void revealedIsShown() {
        revealed = Optional.empty();
    }

    FormEdits edits() {
        return new FormEdits(project(), ids);
    }

    /// Makes an edit.
    ///
    /// @return whether it was made; why not is told in the status bar
    boolean perform(Edit edit) {
        return workspace.perform(edit, "edit.setField");
    }

    /// Makes what was entered into a field an edit.
    ///
    /// @return what is wrong with it; empty if the field has it now
    Optional<String> enter(FormField field, FieldControl control, String entered) {
        return switch (FieldInput.read(control, entered)) {
            case FieldInput.Wrong(String problem) -> {
                String text = messages.get(problem, entered);
                workspace.messageProperty().set(text);
                yield Optional.of(text);
            }
            case FieldInput.Nothing _ -> told(perform(edits().clear(field.path())));
            case FieldInput.Value(Object value)
            when field.path().equals(NAME) && ids.size() == 1 -> told(rename(String.valueOf(value)));
            case FieldInput.Value(Object value) -> told(perform(edits().set(field.path(), value)));
        };
    }

    private Optional<String> told(boolean made) {
        return made ? Optional.empty() : Optional.of(workspace.messageProperty().get());
    }

    /// Everything that names the object follows.
    private boolean rename(String name) {
        Renaming renaming = Renaming.of(project(), ids.getFirst());
        Edit file = Following.of(project(), ids, name, workspace.document()::wasSaved);
        boolean made = workspace.perform(new Edit.Composite(List.of(file, renaming.to(name, false))), "edit.rename");
        if (made) {
            workspace.selection().select(List.of(renaming.renamed(name)));
        }
        return made;
    }

    /// What the project has to offer for a field.
    List<String> offers(FieldPath path) {
        return FieldOffers.values(project(), ids.getFirst(), path);
    }

    /// The keys that the project has to offer for a map.
    List<String> keys(FormField field, FieldControl values) {
        return values instanceof FieldControl.Amount
                ? List.of("cpu", "memory", "ephemeral-storage", "storage", "pods")
                : FieldOffers.keys(project(), ids.getFirst(), field.path());
    }

    /// What a field does, in the user's language.
    Optional<String> explanation(FormField field) {
        return FieldTexts.of(field.definition(), field.name(), Locale.getDefault());
    }

    /// What is wrong at a field, and not below it; one line for each finding.
    String problems(FieldPath path) {
        return findings().stream()
                .filter(finding -> finding.path().equals(path))
                .map(finding -> finding.message(Locale.getDefault()))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /// Whether something is wrong at a field or below it.
    boolean isWrong(FieldPath path) {
        int length = path.steps().size();
        return findings().stream()
                .map(finding -> finding.path().steps())
                .anyMatch(steps ->
                        steps.size() >= length && steps.subList(0, length).equals(path.steps()));
    }

    private List<Finding> findings() {
        return workspace.findingsProperty().get().stream()
                .filter(finding -> finding.object().filter(ids::contains).isPresent())
                .toList();
    }

    private Project project() {
        return workspace.document().project();
    }
}
