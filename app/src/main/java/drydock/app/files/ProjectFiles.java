package drydock.app.files;

import drydock.app.dialog.Dialogs;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.placing.Placing;
import drydock.model.project.FreePaths;
import drydock.model.project.Project;
import drydock.model.project.ProjectPath;
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
    private List<Path> paths = List.of();
    private boolean saving;

    /// Whether nothing of the project is on the disk any more.
    private boolean gone;

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
                .work(() -> read(ProjectFolder.open(paths, System.in)))
                .then(result -> opened(result, paths, toRestore))
                .otherwise(this::tellFailure)
                .start();
    }

    /// Opens what is in a folder as a project that has no folder yet, after asking where work would be lost: what is
    /// there stays as it is.
    ///
    /// @param called what the project is called until it is saved
    /// @param then runs once it is open
    public void openCopy(Path from, String called, Runnable then) {
        if (!mayLeave()) {
            return;
        }
        workspace
                .tasks()
                .work(() -> read(ProjectFolder.open(List.of(from), System.in)))
                .then(result -> {
                    switch (result) {
                        case OpenResult.Opened(Project project, var _, var _) -> {
                            become(project, Optional.empty());
                            name.set(called);
                            then.run();
                        }
                        case OpenResult.NotOpened(FolderProblem problem) ->
                            dialogs.tell(messages.get("files.notOpened"), problem.message(Locale.getDefault()));
                    }
                })
                .otherwise(this::tellFailure)
                .start();
    }

    /// Reads the objects of what was opened, which takes long where there are many, here and not where the window would
    /// stand still.
    private static OpenResult read(OpenResult result) {
        if (result instanceof OpenResult.Opened opened) {
            opened.project().lastGoodObjects();
        }
        return result;
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

    /// Lets the user choose files and opens them as one project.
    public void chooseFilesAndOpen() {
        open(dialogs.chooseFiles(messages.get("files.chooseFiles")));
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

    /// What opens the project as it was saved last; empty where nothing does, as with the standard input.
    public Optional<List<Path>> reopenable() {
        boolean lost =
                paths.isEmpty() && !workspace.document().project().files().isEmpty();
        return lost || paths.contains(Path.of("-")) ? Optional.empty() : Optional.of(paths);
    }

    /// Whether the project may be left: nothing is unsaved, or the user does not want it.
    public boolean mayLeave() {
        boolean dirty = workspace.document().history().isDirty();
        return !(dirty || gone)
                || dialogs.confirm(
                        messages.get("files.unsaved"),
                        messages.get(dirty ? "files.unsaved.text" : "files.gone.text"),
                        messages.get(dirty ? "files.discard" : "files.gone.leave"));
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
                this.paths = List.copyOf(paths);
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
        paths = List.of();
        gone = false;
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
                    tellFailure(failure);
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
                folder = now;
                paths = paths.isEmpty() ? List.of(now.root()) : paths;
                gone = false;
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
        boolean wasGone = gone;
        gone = where.isGone(conflicts);
        if (gone) {
            // taking that over would empty the window, and there may be nothing left anywhere else
            if (!wasGone) {
                workspace.messageProperty().set(messages.get("files.gone", where.root()));
            }
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
            workspace.messageProperty().set(told(free));
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

    private String told(List<Conflict> taken) {
        List<Conflict> fresh = taken.stream()
                .filter(conflict -> conflict.kind() == Conflict.Kind.APPEARED)
                .toList();
        List<Conflict> others =
                taken.stream().filter(conflict -> !fresh.contains(conflict)).toList();
        return Stream.of(
                        others.isEmpty() ? "" : messages.get("files.outside.read", names(others)),
                        fresh.isEmpty() ? "" : messages.get("files.outside.new", names(fresh)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
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
