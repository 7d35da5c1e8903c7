package drydock.app.live;

import drydock.app.recording.Header;
import drydock.app.recording.Recorder;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceKind;
import java.io.IOException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A live cluster that is being recorded: one more who listens to the watches there are. Of Secrets it hears the
/// metadata only, whatever the window shows.
public final class LiveRecording implements AutoCloseable {

    private final Path file;
    private final Instant start;
    private final Recorder recorder;
    private final List<Subscription> watching = new ArrayList<>();

    private LiveRecording(Path file, Instant start, Recorder recorder) {
        this.file = file;
        this.start = start;
        this.recorder = recorder;
    }

    /// Begins. Blocks until the file is there.
    ///
    /// @param ended told once, on any thread, when no more will be written
    /// @param options whether there may be such a file already
    /// @throws IOException if the file cannot be written
    public static LiveRecording begin(
            LiveCluster cluster,
            LiveScope scope,
            Path file,
            Consumer<Optional<IOException>> ended,
            OpenOption... options)
            throws IOException {
        Instant start = Instant.now();
        Header header = new Header(cluster.info(), scope.namespace(), start);
        Recorder recorder = Recorder.begin(file, header, InstantSource.system(), ended, options);
        LiveRecording recording = new LiveRecording(file, start, recorder);
        for (ResourceKind kind : scope.reach().keySet()) {
            recording.watching.add(scope.watch(cluster, kind, false, recorder));
        }
        return recording;
    }

    /// Where it is written.
    public Path file() {
        return file;
    }

    /// How long it has gone on.
    public Duration elapsed() {
        return Duration.between(start, Instant.now());
    }

    /// How much has been written, in bytes.
    public long bytes() {
        return recorder.bytes();
    }

    /// Writes what it was told so far, and ends.
    @Override
    public void close() {
        watching.forEach(Subscription::close);
        recorder.close();
    }
}
