package drydock.model.recovery;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import drydock.model.storage.Disk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The place of one window's unsaved work, held by a lock that ends with the process.
public final class RecoverySlot implements AutoCloseable {

    private static final String LOCK = ".lock";

    private final Path folder;
    private final String name;
    private final boolean alone;
    private final FileChannel lock;

    private RecoverySlot(Path folder, String name, boolean alone, FileChannel lock) {
        this.folder = folder;
        this.name = name;
        this.alone = alone;
        this.lock = lock;
    }

    /// Takes the slot of this name; empty if another window has it. Work that is left there gets a name of its own.
    static Optional<RecoverySlot> take(Path folder, String name, boolean alone) throws IOException {
        FileChannel lock = lock(folder, name);
        if (lock == null) {
            return Optional.empty();
        }
        RecoverySlot slot = new RecoverySlot(folder, name, alone, lock);
        if (Files.exists(slot.file())) {
            Files.move(slot.file(), folder.resolve(name + "-" + UUID.randomUUID() + RecoveryFolder.WORK));
        }
        return Optional.of(slot);
    }

    /// Whether a window has the slot of this name.
    static boolean isHeld(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel lock = lock(folder, name)) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
            return lock == null;
        }
    }

    private static @Nullable FileChannel lock(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + LOCK);
        while (true) {
            FileChannel channel = FileChannel.open(file, CREATE, WRITE);
            try {
                if (channel.tryLock() == null) {
                    channel.close();
                    return null;
                }
            } catch (OverlappingFileLockException thisProcess) {
                channel.close();
                return null;
            }
            if (Files.exists(file)) {
                return channel;
            }
            // its last holder has just deleted it
            channel.close();
        }
    }

    /// Whether no other window had the same project open when this one took its place.
    public boolean isAlone() {
        return alone;
    }

    /// Keeps `work` in the place of what was kept before, whole or not at all.
    public void keep(UnsavedWork work) throws IOException {
        keep(work, Disk.REAL);
    }

    void keep(UnsavedWork work, Disk disk) throws IOException {
        Path next = folder.resolve(name + ".new");
        Files.deleteIfExists(next);
        disk.writeNew(next, RecoveryFormat.write(work));
        disk.rename(next, file());
    }

    /// Makes work that was left behind the work of this slot.
    public void adopt(LeftWork left) throws IOException {
        Files.move(left.file(), file(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Keeps nothing any more.
    public void forget() throws IOException {
        Files.deleteIfExists(file());
    }

    /// Leaves the slot; what is kept in it stays.
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve(name + LOCK));
        lock.close();
    }

    private Path file() {
        return folder.resolve(name + RecoveryFolder.WORK);
    }
}
