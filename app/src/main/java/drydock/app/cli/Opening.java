package drydock.app.cli;

import drydock.app.text.Messages;
import drydock.model.project.Project;
import drydock.model.storage.FolderProblem;
import drydock.model.storage.OpenResult;
import drydock.model.storage.ProjectFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Opens what a command was given, and says on the standard error what could not be opened.
final class Opening {

    private Opening() {}

    /// What a picture of `files` is called: as the first of them; empty for standard input.
    static String title(List<Path> files) {
        Path first = files.getFirst().toAbsolutePath().normalize().getFileName();
        return first == null || first.toString().equals("-") ? "" : first.toString();
    }

    /// The project of `files`; empty if there is none, which has been said.
    static Optional<Project> project(List<Path> files, PrintWriter err) {
        if (files.isEmpty()) {
            err.println(Messages.of(Opening.class).get("open.nothing"));
            return Optional.empty();
        }
        return switch (ProjectFolder.open(files, System.in)) {
            case OpenResult.Opened(Project project, var _, List<FolderProblem> problems) -> {
                problems.forEach(problem -> err.println(problem.message(Locale.getDefault())));
                yield Optional.of(project);
            }
            case OpenResult.NotOpened(FolderProblem problem) -> {
                err.println(problem.message(Locale.getDefault()));
                yield Optional.empty();
            }
        };
    }
}
