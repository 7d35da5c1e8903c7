package drydock.app.files;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Files that are no manifests, and who opens them: recordings, runs. It is the same for those that are dropped on the
/// window and those that the command line names.
public record OtherFiles(List<Kind> kinds) {

    /// Files of one kind.
    ///
    /// @param isOne whether a file is one, by its name
    public record Kind(Predicate<Path> isOne, Consumer<Path> open) {}

    public OtherFiles {
        kinds = List.copyOf(kinds);
    }

    /// Opens those of them that are of one of the kinds.
    ///
    /// @return the others
    public List<Path> open(List<Path> files) {
        for (Kind kind : kinds) {
            files.stream().filter(kind.isOne()).forEach(kind.open());
        }
        return files.stream()
                .filter(file -> kinds.stream().noneMatch(kind -> kind.isOne().test(file)))
                .toList();
    }
}
