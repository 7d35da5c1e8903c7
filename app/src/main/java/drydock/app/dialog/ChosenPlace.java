package drydock.app.dialog;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where choosers of files and folders begin: beside what was chosen last.
final class ChosenPlace {

    private final Supplier<Optional<Path>> first;
    private Optional<Path> last = Optional.empty();

    /// @param first where they begin until something is chosen
    ChosenPlace(Supplier<Optional<Path>> first) {
        this.first = first;
    }

    /// The folder to begin in; empty if the system is to say, for there is none that is still there.
    Optional<Path> folder() {
        return last.filter(Files::isDirectory).or(first).filter(Files::isDirectory);
    }

    /// Remembers what was chosen, if anything was.
    Optional<Path> chosen(@Nullable File file) {
        Optional<Path> path = Optional.ofNullable(file).map(File::toPath);
        path.map(Path::getParent).ifPresent(folder -> last = Optional.of(folder));
        return path;
    }
}
