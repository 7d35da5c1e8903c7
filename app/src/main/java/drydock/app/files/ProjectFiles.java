package drydock.app.files;

import drydock.app.dialog.Dialogs;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.project.Project;
import drydock.model.recovery.LeftWork;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.storage.FolderProblem;
import drydock.model.storage.OpenResult;
import drydock.model.storage.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Scene;

/// Opens and saves the project of a window.
public final class ProjectFiles {

    private final Messages messages = Messages.of(ProjectFiles.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Settings settings;
    private final Autosave autosave;
    private final LeftBehind leftBehind;
    private final ProjectPlace place = new ProjectPlace();
    private final Saving saving;
    private final OutsideWatch outside;
    private final FolderWatch watch;

    /// @param recovery where unsaved work is kept
    public ProjectFiles(Workspace workspace, Dialogs dialogs, Settings settings, RecoveryFolder recovery) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.settings = settings;
        this.autosave = new Autosave(workspace, recovery);
        this.leftBehind = new LeftBehind(workspace, dialogs, recovery);
        OutsideChanges changes = new OutsideChanges(workspace, dialogs);
        this.saving = new Saving(workspace, dialogs, place, autosave, changes);
        this.outside = new OutsideWatch(workspace, place, autosave, changes, saving);
        this.watch = new FolderWatch(workspace.tasks(), place::folder, outside::changed);
    }

    /// Looks out for changes by other programs while the window of `scene` is on the screen.
    public void watch(Scene scene) {
        watch.listen(scene);
    }

    /// What the project is called: the name of its folder, empty where it has none.
    public ReadOnlyObjectProperty<String> nameProperty() {
        return place.nameProperty();
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
                            become(project, Optional.empty(), List.of());
                            place.call(called);
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
                become(Project.EMPTY, Optional.empty(), List.of());
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
        saving.save();
    }

    /// Lets the user choose a folder and saves the project there.
    public void saveAs() {
        saving.saveAs();
    }

    /// Shows what is different from the files on the disk, and asks whose version counts.
    public void compareWithDisk() {
        outside.compareWithDisk();
    }

    /// What opens the project as it was saved last; empty where nothing does, as with the standard input.
    public Optional<List<Path>> reopenable() {
        List<Path> paths = place.opened();
        boolean lost =
                paths.isEmpty() && !workspace.document().project().files().isEmpty();
        return lost || paths.contains(Path.of("-")) ? Optional.empty() : Optional.of(paths);
    }

    /// Whether the project may be left: nothing is unsaved, or the user does not want it.
    public boolean mayLeave() {
        boolean dirty = workspace.document().history().isDirty();
        return !(dirty || place.isGone())
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
                become(project, where, paths);
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

    private void become(Project project, Optional<ProjectFolder> where, List<Path> paths) {
        workspace.design();
        workspace.selection().clear();
        autosave.close();
        workspace.document().open(project);
        autosave.follow(where.map(ProjectFolder::root));
        place.become(where, paths);
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
