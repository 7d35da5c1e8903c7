package drydock.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// Names and values in a file. Names that this program does not know stay in it, so that a newer one finds them again,
/// and what another window has written meanwhile is not undone.
final class SettingsFile {

    private final Path file;
    private Properties values = new Properties();
    private final Map<String, Optional<String>> unwritten = new TreeMap<>();

    /// @param file need not be there yet
    SettingsFile(Path file) {
        this.file = file;
        read().ifPresent(there -> values = there);
    }

    Path path() {
        return file;
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    /// Changes these values, and removes those that are empty.
    ///
    /// @return whether they were written; they hold in any case until the program ends
    boolean put(Map<String, Optional<String>> changes) {
        Optional<Properties> there = read();
        boolean damaged = there.isEmpty() && Files.isRegularFile(file);
        Properties next = there.orElse(values);
        unwritten.putAll(changes);
        unwritten.forEach(
                (name, value) -> value.ifPresentOrElse(text -> next.setProperty(name, text), () -> next.remove(name)));
        values = next;
        boolean written = write(damaged);
        if (written) {
            unwritten.clear();
        }
        return written;
    }

    /// What is in the file; empty where there is none, or it cannot be read.
    private Optional<Properties> read() {
        Properties there = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            there.load(reader);
            return Optional.of(there);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private boolean write(boolean damaged) {
        try {
            // the file itself where its name is a link, as people have it who keep their settings elsewhere
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isWritable(target)) {
                return false;
            }
            Files.createDirectories(target.getParent());
            if (damaged) {
                Files.copy(target, beside(target, ".damaged"), StandardCopyOption.REPLACE_EXISTING);
            }
            Path next = beside(target, ".new");
            try (var writer = Files.newBufferedWriter(next)) {
                values.store(writer, null);
            }
            Files.move(next, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException notWritten) {
            return false;
        }
    }

    private static Path beside(Path target, String end) {
        return target.resolveSibling(target.getFileName() + end);
    }
}
