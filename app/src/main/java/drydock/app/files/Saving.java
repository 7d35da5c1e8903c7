package drydock.app.files;

import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.placing.Placing;
import drydock.model.project.FreePaths;
import drydock.model.project.Project;
import drydock.model.project.ProjectPath;
import drydock.model.storage.Conflict;
import drydock.model.storage.ProjectFolder;
import drydock.model.storage.SaveResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Saves the project of a window, and asks where another program changed the same files.
final class Saving {

    private final Messages messages = Messages.of(Saving.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final ProjectPlace place;
    private final Autosave autosave;
    private final OutsideChanges outside;
    private boolean saving;

    Saving(Workspace workspace, Dialogs dialogs, ProjectPlace place, Autosave autosave, OutsideChanges outside) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.place = place;
        this.autosave = autosave;
        this.outside = outside;
    }

    /// Whether it is being saved at this moment.
    boolean isUnderWay() {
        return saving;
    }

    /// Saves the project; where it has no folder yet, asks for one.
    void save() {
        place.folder().ifPresentOrElse(this::save, this::saveAs);
    }

    /// Lets the user choose a folder and saves the project there.
    void saveAs() {
        dialogs.chooseFolder(messages.get("files.chooseFolder"))
                .filter(this::mayBeFilled)
                .map(ProjectFolder::unread)
                .ifPresent(this::save);
    }

    private boolean mayBeFilled(Path chosen) {
        Path root = chosen.toAbsolutePath().normalize();
        if (place.folder().map(ProjectFolder::root).filter(root::equals).isPresent()) {
            return true;
        }
        try (Stream<Path> there = Files.isDirectory(chosen) ? Files.list(chosen) : Stream.empty()) {
            return there.findAny().isEmpty()
                    || dialogs.confirm(
                            messages.get("files.notEmpty"),
                            messages.get("files.notEmpty.text", chosen),
                            messages.get("files.notEmpty.save"));
        } catch (IOException unreadable) {
            // the save says what is wrong
            return true;
        }
    }

    private void save(ProjectFolder where) {
        placeStandardInput();
        Project project = workspace.document().project();
        long position = workspace.document().history().position();
        saving = true;
        workspace
                .tasks()
                .work(() -> where.save(project))
                .then(result -> saved(result, where, project, position))
                .otherwise(failure -> {
                    saving = false;
                    dialogs.tell(messages.get("files.notSaved"), String.valueOf(failure.getMessage()));
                })
                .start();
    }

    /// What came from standard input has no place on the disk yet.
    private void placeStandardInput() {
        Project project = workspace.document().project();
        project.file(ProjectPath.STANDARD_INPUT).ifPresent(file -> {
            String path = new FreePaths(project.files().keySet()).take(Placing.ALL);
            workspace.perform(
                    new Edit.Composite(List.of(
                            new Edit.RemoveFile(file.path()),
                            new Edit.AddFile(path, file.text()),
                            new Edit.PutDiagram(project.diagram()))),
                    "edit.moveToFile");
        });
    }

    private void saved(SaveResult result, ProjectFolder where, Project project, long position) {
        saving = false;
        switch (result) {
            case SaveResult.Saved(var now, var written, var _, var brokenKeptAs) -> {
                place.saved(now);
                autosave.follow(Optional.of(now.root()));
                workspace.document().saved(position, project);
                autosave.saved(project);
                workspace.messageProperty().set(messages.get("files.saved", written.size()));
                brokenKeptAs.ifPresent(kept ->
                        dialogs.tell(messages.get("files.brokenKept"), messages.get("files.brokenKept.text", kept)));
            }
            case SaveResult.Conflicted(List<Conflict> conflicts) -> settle(conflicts, where);
            case SaveResult.Failed(var now, var _, var problem) -> {
                place.update(now);
                dialogs.tell(messages.get("files.notSaved"), problem.message(Locale.getDefault()));
            }
        }
    }

    /// Asks whose version of files counts that both sides changed, and does as the user decides.
    void settle(List<Conflict> conflicts, ProjectFolder where) {
        switch (outside.ask(conflicts, where)) {
            case MINE -> save(accepting(conflicts, where));
            case THEIRS -> place.update(outside.take(conflicts, where));
            case LATER -> {
                // nothing is saved, and everything is still in the window
            }
        }
    }

    private static ProjectFolder accepting(List<Conflict> conflicts, ProjectFolder where) {
        ProjectFolder accepted = where;
        for (Conflict conflict : conflicts) {
            accepted = accepted.accepting(conflict);
        }
        return accepted;
    }
}
