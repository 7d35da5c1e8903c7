package drydock.app.inspector;

import drydock.app.fix.Fixing;
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
import drydock.model.resource.QuantityUnits;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the controls of one form know and do: the form of certain objects, as long as these are selected.
final class FormHost {

    private static final FieldPath NAME = FieldPath.of("metadata", "name");

    private final Workspace workspace;
    private final Fixing fixing;
    private final Messages messages = Messages.of(FormHost.class);
    private final Supplier<QuantityUnits> units;
    private List<ResourceId> ids;
    private final Consumer<FieldPath> goTo;
    private final Set<FieldPath> opened = new LinkedHashSet<>();
    private Optional<FieldPath> revealed = Optional.empty();
    private List<Finding> lookedThrough = List.of();
    private List<Finding> own = List.of();

    /// @param units in which units amounts are shown
    FormHost(
            Workspace workspace,
            Fixing fixing,
            List<ResourceId> ids,
            Supplier<QuantityUnits> units,
            Consumer<FieldPath> goTo) {
        this.fixing = fixing;
        this.units = units;
        this.workspace = workspace;
        this.goTo = goTo;
        this.ids = List.copyOf(ids);
    }

    List<ResourceId> ids() {
        return ids;
    }

    /// The objects have got other names.
    void follow(List<ResourceId> renamed) {
        ids = List.copyOf(renamed);
        lookedThrough = List.of();
        own = List.of();
    }

    Messages messages() {
        return messages;
    }

    /// A value as it is entered; an amount in the units that the user wants, where they say the same.
    String text(FieldControl control, FieldPath path, Optional<Object> value) {
        String written = ValueEntry.text(control, value);
        return control instanceof FieldControl.Amount && path.last() instanceof FieldPath.Key(String resource)
                ? units.get().exactText(resource, written)
                : written;
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

    /// Opens a field in the form and goes to where it is entered.
    void goTo(FieldPath path) {
        goTo.accept(path);
    }

    /// Whether something is written at a field of the first object.
    boolean isWritten(FieldPath path) {
        return project().declarations(ids.getFirst()).stream()
                .limit(1)
                .anyMatch(place -> place.document().node(place.inDocument(path)).isPresent());
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
            case FieldInput.Nothing _ -> tryEdit(edits().clear(field.path()));
            case FieldInput.Value(Object value)
            when field.path().equals(NAME) && ids.size() == 1 -> told(rename(String.valueOf(value)));
            case FieldInput.Value(Object value) -> set(field, value);
        };
    }

    /// Gives a field a value.
    ///
    /// @return why it cannot have it; empty if it has
    Optional<String> set(FormField field, Object value) {
        return tryEdit(edits().set(field.path(), value));
    }

    /// Makes an edit.
    ///
    /// @return why it cannot be made; empty if it was
    Optional<String> tryEdit(Edit edit) {
        return told(perform(edit));
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
        return field.explanation(schema(), Locale.getDefault());
    }

    /// What is wrong at a field, and not below it: what each finding says, and the fixes for one object.
    FieldProblems problems(FieldPath path) {
        List<Finding> found = findings().stream()
                .filter(finding -> finding.path().equals(path))
                .toList();
        return new FieldProblems(
                found.stream()
                        .map(finding ->
                                new FieldProblems.Said(finding.severity(), finding.message(Locale.getDefault())))
                        .distinct()
                        .sorted(Comparator.comparing(FieldProblems.Said::severity))
                        .toList(),
                ids.size() == 1
                        ? found.stream()
                                .flatMap(finding -> finding.fixes().stream())
                                .toList()
                        : List.of(),
                fixing::make);
    }

    /// How grave the gravest is that is wrong at a field or below it; empty if nothing is.
    Optional<Severity> worst(FieldPath path) {
        int length = path.steps().size();
        return findings().stream()
                .filter(finding -> {
                    List<FieldPath.Step> steps = finding.path().steps();
                    return steps.size() >= length && steps.subList(0, length).equals(path.steps());
                })
                .map(Finding::severity)
                .min(Comparator.naturalOrder());
    }

    /// What is wrong; advice stands in the list of problems, not at the fields.
    @SuppressWarnings("ReferenceEquality") // what was found already stays the very same list
    private List<Finding> findings() {
        List<Finding> all = workspace.findingsProperty().get();
        if (all != lookedThrough) { // each field asks; nothing was found since
            lookedThrough = all;
            own = all.stream()
                    .filter(finding -> finding.severity() != Severity.ADVICE)
                    .filter(finding -> finding.object().filter(ids::contains).isPresent())
                    .toList();
        }
        return own;
    }

    /// What is known of the fields.
    Schema schema() {
        return project().schema();
    }

    private Project project() {
        return workspace.document().project();
    }
}
