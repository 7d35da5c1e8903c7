package drydock.app.files;

import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.project.FreePaths;
import drydock.model.project.Project;
import drydock.model.project.ProjectPath;
import drydock.model.storage.FolderProblem;
import drydock.model.storage.OpenResult;
import drydock.model.storage.ProjectFolder;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes files and folders that are dropped on the window from the desktop: they are opened, or added to the project.
public final class FileDrops {

    private static final int MOST_NAMED = 10;

    private final Messages messages = Messages.of(FileDrops.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final ProjectFiles files;
    private final OtherFiles others;

    /// @param others who opens what is no manifest
    public FileDrops(Workspace workspace, Dialogs dialogs, ProjectFiles files, OtherFiles others) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.files = files;
        this.others = others;
    }

    /// Begins to listen; to be called once.
    public void listen(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                List<Path> dropped = event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList();
                event.setDropCompleted(true);
                event.consume();
                // asks only after the other program knows that its part is done
                workspace.tasks().onScreen(() -> drop(dropped));
            }
        });
    }

    /// Opens recordings and runs. Opens all else that was dropped, or adds it, as the user wants; opens it
    /// where there is no project yet. Says what is neither a folder nor a manifest, and goes on with the
    /// rest.
    public void drop(List<Path> all) {
        List<Path> dropped = others.open(all);
        List<Path> strangers =
                dropped.stream().filter(path -> !mayHoldManifests(path)).toList();
        List<Path> rest =
                dropped.stream().filter(path -> !strangers.contains(path)).toList();
        if (!strangers.isEmpty()) {
            dialogs.tell(
                    messages.get(rest.isEmpty() ? "files.notOpened" : "files.leftOut"),
                    messages.get("files.drop.noManifest", names(strangers)));
        }
        if (!rest.isEmpty()) {
            openOrAdd(rest);
        }
    }

    private static boolean mayHoldManifests(Path path) {
        return Files.isDirectory(path) || ProjectPath.isManifest(String.valueOf(path.getFileName()));
    }

    private static String names(List<Path> paths) {
        return paths.stream()
                        .limit(MOST_NAMED)
                        .map(path -> String.valueOf(path.getFileName()))
                        .collect(Collectors.joining("\n"))
                + (paths.size() > MOST_NAMED ? "\n…" : "");
    }

    private void openOrAdd(List<Path> dropped) {
        if (workspace.document().project().files().isEmpty()) {
            files.open(dropped);
            return;
        }
        String open = messages.get("files.drop.open");
        String add = messages.get("files.drop.add");
        Optional<String> choice = dialogs.choose(messages.get("files.drop"), names(dropped), List.of(add, open));
        if (choice.equals(Optional.of(open))) {
            files.open(dropped);
        } else if (choice.equals(Optional.of(add))) {
            workspace
                    .tasks()
                    .work(() -> ProjectFolder.open(dropped, InputStream.nullInputStream()))
                    .then(this::add)
                    .start();
        }
    }

    private void add(OpenResult result) {
        switch (result) {
            case OpenResult.Opened(Project project, var _, List<FolderProblem> problems) -> {
                List<Edit> edits = new ArrayList<>();
                FreePaths free =
                        new FreePaths(workspace.document().project().files().keySet());
                project.files().forEach((path, file) -> edits.add(new Edit.AddFile(free.take(path), file.text())));
                boolean added = !edits.isEmpty() && workspace.perform(new Edit.Composite(edits), "edit.addFile");
                if (added) {
                    workspace.messageProperty().set(messages.get("files.drop.added", edits.size()));
                }
                if (!problems.isEmpty()) {
                    dialogs.tell(messages.get("files.leftOut"), told(problems));
                }
            }
            case OpenResult.NotOpened(FolderProblem problem) ->
                dialogs.tell(messages.get("files.notOpened"), problem.message(Locale.getDefault()));
        }
    }

    private static String told(List<FolderProblem> problems) {
        return problems.stream()
                .limit(20)
                .map(problem -> problem.message(Locale.getDefault()))
                .collect(Collectors.joining("\n"));
    }
}
