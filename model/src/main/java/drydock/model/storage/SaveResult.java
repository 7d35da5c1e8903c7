package drydock.model.storage;

import java.util.List;
import java.util.Optional;

/// What came of saving a project.
public sealed interface SaveResult {

    /// Everything is on the disk.
    ///
    /// @param folder the folder as it is now; save with this one next
    /// @param written the files that were written; those that had not changed were not
    /// @param removed the files that were deleted
    /// @param brokenKeptAs what a `drydock.json` that could not be read is called now
    record Saved(ProjectFolder folder, List<String> written, List<String> removed, Optional<String> brokenKeptAs)
            implements SaveResult {
        public Saved {
            written = List.copyOf(written);
            removed = List.copyOf(removed);
        }
    }

    /// Nothing was written, for another program changed what would have been written over.
    record Conflicted(List<Conflict> conflicts) implements SaveResult {
        public Conflicted {
            conflicts = List.copyOf(conflicts);
        }
    }

    /// The disk failed. Each file is either as it was before or as it is in the project, whole.
    ///
    /// @param folder the folder as it is now; save with this one next
    /// @param written the files that were written before it failed
    /// @param problem what failed
    record Failed(ProjectFolder folder, List<String> written, FolderProblem problem) implements SaveResult {
        public Failed {
            written = List.copyOf(written);
        }
    }
}
