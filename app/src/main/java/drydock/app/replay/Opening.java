package drydock.app.replay;

import drydock.app.recording.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/// A recording that is being opened: how far it is, and a way to let it be.
///
/// **Threads.** Anything may be called on any thread; [#read] blocks its own.
public final class Opening {

    private final Path file;
    private final Memory memory;
    private final AtomicLong read = new AtomicLong();
    private volatile long size = 1;
    private volatile boolean cancelled;

    public Opening(Path file) {
        this(file, new Memory(Runtime.getRuntime()));
    }

    Opening(Path file, Memory memory) {
        this.file = file;
        this.memory = memory;
    }

    public Path file() {
        return file;
    }

    /// Reads it.
    ///
    /// @throws UnreadableException if it is no recording, or a damaged one
    /// @throws CancellationException if it was cancelled meanwhile
    public OpenedRecording read() throws IOException, UnreadableException {
        size = Math.max(1, Files.size(file));
        OpenedRecording recording = OpenedRecording.read(file, () -> cancelled || memory.isScarce(), read::addAndGet);
        if (cancelled) {
            throw new CancellationException();
        }
        return recording;
    }

    /// How much of it has been read, from 0 to 1.
    public double progress() {
        return Math.min(1, read.get() / (double) size);
    }

    /// Leaves the rest of it unread.
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
