package drydock.app.files;

import drydock.app.dialog.Dialogs;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.project.Project;
import drydock.model.recovery.LeftWork;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.storage.Conflict;
import drydock.model.storage.FolderProblem;
import drydock.model.storage.OpenResult;
import drydock.model.storage.ProjectFolder;
import drydock.model.storage.SaveResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Opens and saves the project of a window.
public final class ProjectFiles {

    private final Messages messages = Messages.of(ProjectFiles.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Settings settings;
    private final Autosave autosave;
    private final LeftBehind leftBehind;
    private final ReadOnlyObjectWrapper<String> name = new ReadOnlyObjectWrapper<>(this, "name", "");
    private final OutsideChanges outside;
    private final FolderWatch watch;
    private @Nullable ProjectFolder folder;
    private List<Conflict> told = List.of();
    private boolean saving;

    /// @param recovery where unsaved work is kept
    public ProjectFiles(Workspace workspace, Dialogs dialogs, Settings settings, RecoveryFolder recovery) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.settings = settings;
        this.autosave = new Autosave(workspace, recovery);
        this.leftBehind = new LeftBehind(workspace, dialogs, recovery);
        this.outside = new OutsideChanges(workspace, dialogs);
        this.watch = new FolderWatch(workspace.tasks(), () -> Optional.ofNullable(folder), this::changedOutside);
    }

    /// Looks out for changes by other programs while the window of `scene` is on the screen.
    public void watch(Scene scene) {
        watch.listen(scene);
    }

    /// What the project is called: the name of its folder, empty where it has none.
    public ReadOnlyObjectProperty<String> nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// Opens files and folders as one project, after asking where work would be lost.
    ///
    /// @param paths as the command line has them; `-` is the standard input
    public void open(List<Path> paths) {
        if (!paths.isEmpty() && mayLeave()) {
            open(paths, Optional.empty());
        }
    }

    private void open(List<Path> paths, Optional<LeftWork> toRestore) {
        workspace
                .tasks()
                .work(() -> ProjectFolder.open(paths, System.in))
                .then(result -> opened(result, paths, toRestore))
                .otherwise(this::tellFailure)
                .start();
    }

    /// Offers unsaved work of any project that a window left behind which was killed.
    public void offerLeftWork() {
        leftBehind.offer(_ -> true).ifPresent(left -> {
            Optional<Path> project = left.work().project().filter(Files::isDirectory);
            if (project.isPresent()) {
                open(List.of(project.get()), Optional.of(left));
            } else {
                become(Project.EMPTY, Optional.empty());
                restore(left);
            }
        });
    }

    /// Lets the user choose a folder and opens it.
    public void chooseAndOpen() {
        dialogs.chooseFolder(messages.get("files.chooseFolder")).ifPresent(path -> open(List.of(path)));
    }

    /// Saves the project; where it has no folder yet, asks for one.
    public void save() {
        if (folder == null) {
            saveAs();
        } else {
            save(folder);
        }
    }

    /// Lets the user choose a folder and saves the project there.
    public void saveAs() {
        dialogs.chooseFolder(messages.get("files.chooseFolder"))
                .filter(this::mayBeFilled)
                .map(ProjectFolder::unread)
                .ifPresent(this::save);
    }

    private boolean mayBeFilled(Path chosen) {
        if (folder != null && chosen.toAbsolutePath().normalize().equals(folder.root())) {
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

    /// Whether the project may be left: nothing is unsaved, or the user does not want it.
    public boolean mayLeave() {
        return !workspace.document().history().isDirty()
                || dialogs.confirm(
                        messages.get("files.unsaved"),
                        messages.get("files.unsaved.text"),
                        messages.get("files.discard"));
    }

    /// The window is closed; what was not saved is not wanted.
    public void close() {
        autosave.close();
    }

    private void opened(OpenResult result, List<Path> paths, Optional<LeftWork> toRestore) {
        switch (result) {
            case OpenResult.Opened(Project project, Optional<ProjectFolder> where, List<FolderProblem> problems) -> {
                Optional<Path> root = where.map(ProjectFolder::root);
                if (root.filter(autosave::isOpenElsewhere).isPresent() && !isWantedTwice(root.get())) {
                    return;
                }
                become(project, where);
                if (where.isPresent() && paths.size() == 1) {
                    settings.addRecentProject(paths.getFirst());
                }
                if (!problems.isEmpty()) {
                    dialogs.tell(messages.get("files.leftOut"), lines(problems));
                }
                toRestore.or(() -> leftBehind.offerOf(root)).ifPresent(this::restore);
            }
            case OpenResult.NotOpened(FolderProblem problem) ->
                dialogs.tell(messages.get("files.notOpened"), problem.message(Locale.getDefault()));
        }
    }

    private boolean isWantedTwice(Path root) {
        return dialogs.confirm(
                messages.get("files.openElsewhere"),
                messages.get("files.openElsewhere.text", root),
                messages.get("files.openElsewhere.open"));
    }

    private void become(Project project, Optional<ProjectFolder> where) {
        folder = where.orElse(null);
        workspace.design();
        workspace.selection().clear();
        autosave.close();
        workspace.document().open(project);
        autosave.follow(where.map(ProjectFolder::root));
        name.set(where.map(f -> f.root().getFileName()).map(Path::toString).orElse(""));
    }

    private void restore(LeftWork left) {
        if (leftBehind.restore(left)) {
            try {
                autosave.adopt(left);
            } catch (IOException kept) {
                // it is offered again, and what was restored is kept by itself
            }
        }
    }

    private void save(ProjectFolder where) {
        Project project = workspace.document().project();
        long position = workspace.document().history().position();
        saving = true;
        workspace
                .tasks()
                .work(() -> where.save(project))
                .then(result -> saved(result, where, project, position))
                .otherwise(failure -> {
                    saving = false;
                    tellFailure(failure);
                })
                .start();
    }

    private void saved(SaveResult result, ProjectFolder where, Project project, long position) {
        saving = false;
        switch (result) {
            case SaveResult.Saved(var now, var written, var _, var brokenKeptAs) -> {
                folder = now;
                name.set(now.root().getFileName().toString());
                autosave.follow(Optional.of(now.root()));
                workspace.document().saved(position, project);
                autosave.saved(project);
                workspace.messageProperty().set(messages.get("files.saved", written.size()));
                brokenKeptAs.ifPresent(kept ->
                        dialogs.tell(messages.get("files.brokenKept"), messages.get("files.brokenKept.text", kept)));
            }
            case SaveResult.Conflicted(List<Conflict> conflicts) -> settle(conflicts, where);
            case SaveResult.Failed(var now, var _, var problem) -> {
                folder = now;
                dialogs.tell(messages.get("files.notSaved"), problem.message(Locale.getDefault()));
            }
        }
    }

    private void settle(List<Conflict> conflicts, ProjectFolder where) {
        switch (outside.ask(conflicts, where)) {
            case MINE -> save(accepting(conflicts, where));
            case THEIRS -> folder = outside.take(conflicts, where);
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

    /// Another program changed files: those that are as they were saved are read again, and the others told.
    private void changedOutside(ProjectFolder where, List<Conflict> conflicts) {
        if (saving || !where.equals(folder)) {
            return;
        }
        Project project = workspace.document().project();
        boolean clean = !workspace.document().history().isDirty();
        List<Conflict> free = clean ? conflicts : OutsideChanges.notOurs(conflicts, autosave.saved(), project);
        List<Conflict> both =
                conflicts.stream().filter(conflict -> !free.contains(conflict)).toList();
        if (!free.isEmpty() && !workspace.document().history().isMarkOpen()) {
            folder = outside.take(free, where);
            if (clean) {
                workspace
                        .document()
                        .saved(
                                workspace.document().history().position(),
                                workspace.document().project());
            } else {
                autosave.took(free, workspace.document().project());
            }
            workspace.messageProperty().set(messages.get("files.outside.read", names(free)));
        }
        if (!both.isEmpty() && !both.equals(told)) {
            told = both;
            workspace.messageProperty().set(messages.get("files.outside.both", names(both)));
        }
    }

    /// Shows what is different from the files on the disk, and asks whose version counts.
    public void compareWithDisk() {
        List<Conflict> changes = folder == null ? List.of() : folder.outsideChanges();
        if (folder == null || changes.isEmpty()) {
            workspace.messageProperty().set(messages.get("files.outside.none"));
            return;
        }
        settle(changes, folder);
    }

    private static String names(List<Conflict> conflicts) {
        return conflicts.stream().limit(3).map(Conflict::path).collect(Collectors.joining(", "))
                + (conflicts.size() > 3 ? " …" : "");
    }

    private void tellFailure(Exception failure) {
        dialogs.tell(messages.get("files.notOpened"), String.valueOf(failure.getMessage()));
    }

    private static String lines(List<FolderProblem> problems) {
        return problems.stream()
                .limit(20)
                .map(problem -> problem.message(Locale.getDefault()))
                .collect(Collectors.joining("\n"));
    }
}
