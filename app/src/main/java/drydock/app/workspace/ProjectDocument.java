package drydock.app.workspace;

import drydock.model.edit.Edit;
import drydock.model.edit.History;
import drydock.model.edit.Outcome;
import drydock.model.edit.Refusal;
import drydock.model.project.Project;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The project that is worked on, as properties of the window: one history for canvas, inspector and editor.
///
/// Belongs to the JavaFX thread.
public final class ProjectDocument {

    private final LongSupplier nanoClock;
    private final ReadOnlyObjectWrapper<History> history =
            new ReadOnlyObjectWrapper<>(this, "history", History.of(Project.EMPTY));
    private final ReadOnlyObjectWrapper<Project> project = new ReadOnlyObjectWrapper<>(this, "project", Project.EMPTY);
    private Project onDisk = Project.EMPTY;
    private final BooleanBinding dirty =
            Bindings.createBooleanBinding(() -> history().isDirty(), history);
    private final BooleanBinding undoable =
            Bindings.createBooleanBinding(() -> history().undoLabel().isPresent(), history);
    private final BooleanBinding redoable =
            Bindings.createBooleanBinding(() -> history().redoLabel().isPresent(), history);

    /// A document of nothing.
    ///
    /// @param nanoClock a clock that does not go back, by which typing becomes one step
    public ProjectDocument(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /// Shows another project, with no steps to undo.
    public void open(Project opened) {
        onDisk = opened;
        become(History.of(opened));
    }

    public ReadOnlyObjectProperty<Project> projectProperty() {
        return project.getReadOnlyProperty();
    }

    public Project project() {
        return project.get();
    }

    public ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    public History history() {
        return history.get();
    }

    /// Whether the project differs from what is on the disk.
    public BooleanBinding dirtyBinding() {
        return dirty;
    }

    public BooleanBinding undoableBinding() {
        return undoable;
    }

    public BooleanBinding redoableBinding() {
        return redoable;
    }

    /// Makes an edit under a name of the caller's, or says why it cannot be made; then nothing has changed.
    ///
    /// @param label a key of the names of edits, as [Edit#label] gives
    public Optional<Refusal> perform(Edit edit, String label) {
        return switch (history().apply(edit, label, nanoClock.getAsLong())) {
            case Outcome.Done<History>(History after) -> {
                become(after);
                yield Optional.empty();
            }
            case Outcome.Refused<History>(Refusal reason) -> Optional.of(reason);
        };
    }

    public void undo() {
        become(history().undo());
    }

    public void redo() {
        become(history().redo());
    }

    /// Begins a drag or the like: all until [#endStep] is one step, or until [#rollBackStep] never was.
    public void beginStep(String label) {
        become(history().mark(label));
    }

    public void endStep() {
        become(history().commit());
    }

    public void rollBackStep() {
        become(history().rollBack());
    }

    /// Remembers that the project was saved as it was at `position` of its history.
    ///
    /// @param written what it was then
    public void saved(long position, Project written) {
        onDisk = written;
        become(history().saved(position));
    }

    /// Whether a file of this path was opened or saved, so that others may know it by its name.
    public boolean wasSaved(String path) {
        return onDisk.file(path).isPresent();
    }

    private void become(History next) {
        history.set(next);
        project.set(next.project());
    }
}
