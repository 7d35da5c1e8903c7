package drydock.app.export;

import drydock.model.storage.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/// Writes what is exported: each file beside its place first, then under its name.
public final class ExportFiles {

    private ExportFiles() {}

    /// Writes one file; what was there before is replaced only once all is written.
    public static void write(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            // such as /dev/stdout
            Files.write(file, bytes);
            return;
        }
        Path next = file.resolveSibling(".drydock-" + UUID.randomUUID());
        try {
            Disk.REAL.writeNew(next, bytes);
            Disk.REAL.rename(next, file);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /// Writes several files, one after the other.
    ///
    /// @param files texts by their paths in `folder`
    public static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}
