package drydock.app.files;

import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.recovery.UnsavedWork;
import drydock.model.storage.OpenResult;
import drydock.model.storage.ProjectFolder;
import drydock.model.storage.SaveResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Edits a project, keeps what is unsaved and saves now and then, until it is killed. Prints the time and the number of
/// each edit.
final class KillVictim {

    static final List<String> FILES = List.of("a.yaml", "b.yaml", "c.yaml");

    private static final int LINES = 400;
    private static final int SAVED_EACH = 37;

    private KillVictim() {}

    /// The text of a file after an edit: every line has the edit's number.
    static String text(int number) {
        return ("# number: " + number + "\n").repeat(LINES);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        PrintStream out = System.out;
        if (!(ProjectFolder.open(folder.resolve("project"))
                instanceof OpenResult.Opened(Project saved, Optional<ProjectFolder> where, var _))) {
            throw new IllegalStateException("not opened");
        }
        ProjectFolder disk = where.orElseThrow();
        RecoveryWriter writer = new RecoveryWriter(
                RecoveryFolder.in(folder.resolve("recovery")).claim(Optional.of(disk.root())), failure -> {
                    throw new IllegalStateException(failure);
                });
        Project now = saved;
        for (int number = 1; ; number++) {
            String path = FILES.get(number % FILES.size());
            now = now.withFile(ManifestFile.parse(path, text(number)));
            Project before = saved;
            Project edited = now;
            writer.keep(() -> UnsavedWork.of(Optional.of(folder), before, edited, Instant.now()));
            out.println("edit " + System.currentTimeMillis() + " " + number);
            out.flush();
            if (number % SAVED_EACH == 0) {
                if (!(disk.save(now) instanceof SaveResult.Saved(ProjectFolder after, var _, var _, var _))) {
                    throw new IllegalStateException("not saved");
                }
                disk = after;
                saved = now;
                writer.forget();
            }
            Thread.sleep(number / SAVED_EACH % 3 == 0 ? 4 : 20);
        }
    }
}
