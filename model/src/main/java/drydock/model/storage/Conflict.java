package drydock.model.storage;

import java.util.Optional;

/// A file that another program changed since it was read. The user decides: [ProjectFolder#accepting] and
/// save again to write over it, or [ProjectFolder#reload] to take what is there.
///
/// @param path the path in the project
/// @param found what is there now; empty if the file is gone
public record Conflict(String path, Kind kind, Optional<FileStamp> found) {

    public enum Kind {
        /// Its content is another.
        CHANGED,
        /// It is gone.
        REMOVED,
        /// It was not there before.
        APPEARED
    }
}
