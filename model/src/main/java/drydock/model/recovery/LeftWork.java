package drydock.model.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Work that a window left behind which is no more.
///
/// @param file where it is kept
/// @param work what it is
public record LeftWork(Path file, UnsavedWork work) {

    /// Throws it away.
    public void discard() throws IOException {
        Files.deleteIfExists(file);
    }
}
