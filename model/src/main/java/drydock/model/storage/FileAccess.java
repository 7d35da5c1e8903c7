package drydock.model.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/// Who may do what with a file.
final class FileAccess {

    private FileAccess() {}

    /// Gives `to` the owner, group and permissions of `from`; does nothing where there is no `from`, or no
    /// such thing.
    static void copy(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null || !Files.exists(from)) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes made = view.readAttributes();
        try {
            if (!wanted.group().equals(made.group())) {
                view.setGroup(wanted.group());
            }
            if (!wanted.owner().equals(made.owner())) {
                view.setOwner(wanted.owner());
            }
        } catch (FileSystemException e) {
            // Only root may give files away; the content matters more than who owns it.
        }
        view.setPermissions(wanted.permissions());
    }
}
