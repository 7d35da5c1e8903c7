package drydock.app.files;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.edit.History;
import drydock.model.project.Project;
import drydock.model.recovery.LeftWork;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.recovery.RecoverySlot;
import drydock.model.recovery.UnsavedWork;
import drydock.model.storage.Conflict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the unsaved work of the window beside the project, soon after each edit, and forgets it when it is saved.
///
/// Belongs to the JavaFX thread; writes on another.
final class Autosave {

    private final Messages messages = Messages.of(Autosave.class);
    private final Workspace workspace;
    private final RecoveryFolder folder;
    private Optional<Path> root = Optional.empty();
    private Project saved = Project.EMPTY;
    private @Nullable RecoveryWriter writer;
    private boolean told;

    Autosave(Workspace workspace, RecoveryFolder folder) {
        this.workspace = workspace;
        this.folder = folder;
        workspace.document().historyProperty().subscribe(this::changed);
    }

    /// Whether another window has the project in this folder open. If not, this window has it from now on.
    boolean isOpenElsewhere(Path project) {
        if (root.equals(Optional.of(project)) && writer != null) {
            return !writer.slot().isAlone();
        }
        try (RecoverySlot slot = folder.claim(Optional.of(project))) {
            return !slot.isAlone();
        } catch (IOException unknown) {
            return false;
        }
    }

    /// The window has another project from now on, or the same one in another folder.
    ///
    /// @param project the folder; empty if it has none
    void follow(Optional<Path> project) {
        if (writer != null && project.equals(root) && project.isPresent()) {
            return;
        }
        close();
        root = project;
        try {
            writer = new RecoveryWriter(folder.claim(project), this::tell);
        } catch (IOException notKept) {
            tell(notKept);
        }
    }

    /// This is what is on the disk now.
    void saved(Project now) {
        saved = now;
        changed(workspace.document().history());
    }

    /// The project as it is on the disk, as far as this window knows.
    Project saved() {
        return saved;
    }

    /// These files are in `now` as they are on the disk, though others are not.
    void took(List<Conflict> files, Project now) {
        for (Conflict file : files) {
            saved = now.file(file.path()).map(saved::withFile).orElseGet(() -> saved.withoutFile(file.path()));
        }
        changed(workspace.document().history());
    }

    /// The project has become what was left behind.
    void adopt(LeftWork left) throws IOException {
        if (writer == null) {
            left.discard();
        } else {
            writer.slot().adopt(left);
        }
    }

    /// The user has left the project, and wants nothing of it that is unsaved.
    void close() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    private void changed(History history) {
        if (writer == null && !history.isDirty()) {
            saved = history.project();
            return;
        }
        if (writer == null) {
            follow(root);
        }
        if (writer != null && history.isDirty()) {
            Optional<Path> project = root;
            Project before = saved;
            Project now = history.project();
            writer.keep(() -> UnsavedWork.of(project, before, now, Instant.now()));
        } else if (writer != null) {
            saved = history.project();
            writer.forget();
        }
    }

    private void tell(IOException notKept) {
        workspace.tasks().onScreen(() -> {
            if (!told) {
                told = true;
                workspace
                        .messageProperty()
                        .set(messages.get(
                                "files.recovery.notKept", folder.path(), String.valueOf(notKept.getMessage())));
            }
        });
    }
}
