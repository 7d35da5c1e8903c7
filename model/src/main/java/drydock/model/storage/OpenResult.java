package drydock.model.storage;

import drydock.model.project.Project;
import java.util.List;
import java.util.Optional;

/// What came of opening a project.
public sealed interface OpenResult {

    /// The project is there, as far as it could be read.
    ///
    /// @param folder where it is saved; empty if all of it came from standard input
    /// @param problems what was left out
    record Opened(Project project, Optional<ProjectFolder> folder, List<FolderProblem> problems) implements OpenResult {
        public Opened {
            problems = List.copyOf(problems);
        }
    }

    /// What was given cannot be opened at all.
    record NotOpened(FolderProblem problem) implements OpenResult {}
}
