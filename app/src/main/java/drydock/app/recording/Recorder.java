package drydock.app.recording;

import drydock.model.cluster.ClusterEvent;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/// Writes down what watches tell, as it comes: what was written can be read whatever becomes of the program.
///
/// **Threads.** Anything may be called on any thread. It writes on a thread of its own, so nobody who tells
/// it something waits for the disk.
public final class Recorder implements Consumer<ClusterEvent>, AutoCloseable {

    /// A disk is left so much room.
    static final long LEAST_ROOM = 64L << 20;

    /// So much may wait to be written; a disk that is slower than the cluster ends the recording.
    private static final int MOST_WAITING = 200_000;

    private static final int MOST_AT_ONCE = 1_000;

    /// How much room there is for more.
    @FunctionalInterface
    interface Room {
        long bytes() throws IOException;
    }

    private final InstantSource clock;
    private final Consumer<Optional<IOException>> ended;
    private final Room room;
    private final CountedOutput counted;
    private final OutputStream out;
    private final LinkedBlockingQueue<Told> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread writing;
    private Instant last;

    Recorder(
            OutputStream file,
            boolean compressed,
            Room room,
            Header header,
            InstantSource clock,
            Consumer<Optional<IOException>> ended)
            throws IOException {
        this.clock = clock;
        this.ended = ended;
        this.room = room;
        this.last = header.start();
        this.counted = new CountedOutput(file);
        this.out =
                new BufferedOutputStream(compressed ? new GZIPOutputStream(counted, 1 << 16, true) : counted, 1 << 16);
        write(EventLines.line(header));
        out.flush();
        this.writing = Thread.ofVirtual().name("recording").unstarted(this::run);
    }

    /// Begins a recording; a name that ends with `.gz` makes it a compressed one.
    ///
    /// @param options whether there may be such a file already, as `Files.newOutputStream` takes them
    /// @param ended told once, on any thread, when no more will be written, with what kept it from it, if anything
    /// @throws IOException if the file cannot be written
    public static Recorder begin(
            Path file, Header header, InstantSource clock, Consumer<Optional<IOException>> ended, OpenOption... options)
            throws IOException {
        OutputStream output = Files.newOutputStream(file, options);
        try {
            FileStore store = Files.getFileStore(file);
            Recorder recorder = new Recorder(
                    output, RecordingFiles.isCompressed(file), store::getUsableSpace, header, clock, ended);
            recorder.start();
            return recorder;
        } catch (IOException | RuntimeException failed) {
            output.close();
            throw failed;
        }
    }

    void start() {
        writing.start();
    }

    /// Takes what a watch tells.
    @Override
    public synchronized void accept(ClusterEvent event) {
        if (!closed.get()) {
            Instant now = clock.instant();
            last = now.isBefore(last) ? last : now;
            waiting.add(new Told(last, event));
        }
    }

    /// How much has been written, in bytes.
    public long bytes() {
        return counted.bytes();
    }

    /// How many changes and other things have been written.
    public long changes() {
        return changes.get();
    }

    /// Writes what it was told so far, and no more; waits until that is done.
    @Override
    public void close() {
        closed.set(true);
        try {
            writing.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Optional<IOException> failure = Optional.empty();
        try (out) {
            while (!closed.get() || !waiting.isEmpty()) {
                writeSome();
            }
        } catch (IOException failed) {
            failure = Optional.of(failed);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        closed.set(true);
        waiting.clear();
        ended.accept(failure);
    }

    private void writeSome() throws IOException, InterruptedException {
        List<Told> some = new ArrayList<>();
        Told first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        some.add(first);
        waiting.drainTo(some, MOST_AT_ONCE);
        if (waiting.size() > MOST_WAITING) {
            throw new IOException("more is told than can be written");
        }
        if (room.bytes() < LEAST_ROOM) {
            throw new IOException("less than " + (LEAST_ROOM >> 20) + " MiB are free on the disk");
        }
        for (Told told : some) {
            write(EventLines.line(told));
            changes.incrementAndGet();
        }
        out.flush();
    }

    private void write(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /// Counts what goes by.
    private static final class CountedOutput extends OutputStream {

        private final OutputStream to;
        private final AtomicLong bytes = new AtomicLong();

        CountedOutput(OutputStream to) {
            this.to = to;
        }

        long bytes() {
            return bytes.get();
        }

        @Override
        public void write(int one) throws IOException {
            to.write(one);
            bytes.incrementAndGet();
        }

        @Override
        public void write(byte[] all, int from, int length) throws IOException {
            to.write(all, from, length);
            bytes.addAndGet(length);
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
