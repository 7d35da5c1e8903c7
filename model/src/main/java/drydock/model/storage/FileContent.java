package drydock.model.storage;

import drydock.model.project.ProjectPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// What a file holds, and its stamp.
final class FileContent {

    private final byte[] bytes;
    private final FileStamp stamp;

    private FileContent(byte[] bytes, FileStamp stamp) {
        this.bytes = bytes;
        this.stamp = stamp;
    }

    /// The bytes themselves, not a copy.
    byte[] bytes() {
        return bytes;
    }

    FileStamp stamp() {
        return stamp;
    }

    /// Reads a file of a project; empty if it is not there.
    ///
    /// @param limit how many bytes it may have
    /// @throws IOException if it is more than that, no file, leads out of `root`, or cannot be read
    static Optional<FileContent> read(Path root, String path, long limit) throws IOException {
        Path file = place(root, path);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(read(file, limit)) : Optional.empty();
    }

    /// Reads a file.
    static FileContent read(Path file, long limit) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(file.toString(), null, "no regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit));
            if (in.read() >= 0) {
                throw new TooLargeException(file, limit);
            }
            return new FileContent(bytes, FileStamp.of(bytes, attributes));
        }
    }

    /// Where a file of a project lies, links resolved.
    ///
    /// @throws IOException if that is not within `root`, or if a folder on the way is none
    /// @throws IllegalArgumentException if `path` is no path within a project
    static Path place(Path root, String path) throws IOException {
        if (!ProjectPath.isInside(path)) {
            throw new IllegalArgumentException("no path within a project: " + path);
        }
        Path file = root.resolve(path);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return requireWithin(root, file.toRealPath(), path);
        }
        Path parent = file.getParent();
        while (parent != null && !Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
            parent = parent.getParent();
        }
        if (parent == null || !parent.startsWith(root)) {
            throw new NoSuchFileException(root.toString());
        }
        requireWithin(root, parent.toRealPath(), path);
        return file;
    }

    private static Path requireWithin(Path root, Path real, String path) throws IOException {
        if (!real.startsWith(root.toRealPath())) {
            throw new LeavesFolderException(path);
        }
        return real;
    }

    /// A file with more bytes than are read.
    static final class TooLargeException extends FileSystemException {
        private static final long serialVersionUID = 1;

        private final long limit;

        TooLargeException(Path file, long limit) {
            super(file.toString(), null, "more than " + limit + " bytes");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }

    /// A link that leads out of the project's folder.
    static final class LeavesFolderException extends FileSystemException {
        private static final long serialVersionUID = 1;

        LeavesFolderException(String path) {
            super(path, null, "leads out of the folder");
        }
    }
}
