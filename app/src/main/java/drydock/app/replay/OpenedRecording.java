package drydock.app.replay;

import drydock.app.observe.EventTime;
import drydock.app.recording.Header;
import drydock.app.recording.RecordingReader;
import drydock.app.recording.RecordingReader.Ending;
import drydock.app.recording.Told;
import drydock.app.recording.UnreadableException;
import drydock.app.timeline.TimeMark;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterInfo;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.store.WatchedHistory;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// A recording that was read: every moment of it is a look-up.
///
/// @param header of which cluster it is
/// @param history what there was when, in nanoseconds since the start
/// @param standings how well kinds were known when, the oldest first
/// @param wholeNanos when all that there was at the start had been told
/// @param endNanos when the last was told
/// @param marks what is worth a mark
/// @param ending whether the file was whole
public record OpenedRecording(
        Header header,
        WatchedHistory history,
        List<Standing> standings,
        long wholeNanos,
        long endNanos,
        List<TimeMark> marks,
        Ending ending) {

    /// More marks than these say nothing any more.
    private static final int MOST_MARKS = 5_000;

    /// How well a kind was known from a moment on.
    ///
    /// @param event a kind is synced, interrupted, resumed or refused
    record Standing(long atNanos, ResourceKind kind, ClusterEvent event) {}

    public OpenedRecording {
        standings = List.copyOf(standings);
        marks = List.copyOf(marks);
    }

    /// Reads a file. Blocks.
    ///
    /// @throws UnreadableException if it is no recording, or a damaged one
    public static OpenedRecording read(Path file) throws IOException, UnreadableException {
        return new Opening(file).read();
    }

    /// @param enough asked before each line; when it says so, the rest is left
    /// @param progress told how many bytes more of the file were read
    static OpenedRecording read(Path file, BooleanSupplier enough, LongConsumer progress)
            throws IOException, UnreadableException {
        Gathering gathering = new Gathering();
        Ending ending = RecordingReader.read(file, gathering, enough, progress);
        return gathering.recording(ending);
    }

    /// The date of a moment.
    Instant date(long nanos) {
        return header.start().plusNanos(nanos);
    }

    private static final class Gathering implements RecordingReader.Sink {

        private final WatchedHistory history = new WatchedHistory();
        private final List<Standing> standings = new ArrayList<>();
        private final List<TimeMark> marks = new ArrayList<>();
        private final Map<ResourceKind, Gap> open = new LinkedHashMap<>();
        /// What may be read later does not belong to the start.
        private final Set<ResourceKind> refused = new HashSet<>();
        private final Set<ResourceId> warned = new HashSet<>();
        private Header header = new Header(new ClusterInfo("", "", "", false), "", Instant.EPOCH);
        private long now;
        private long whole;

        private record Gap(long since, String message) {}

        @Override
        public void header(Header read) {
            header = read;
        }

        /// A clock that was set back does not turn time.
        @Override
        public void told(Told told) {
            now = Math.max(now, nanos(told.at()));
            switch (told.event()) {
                case ClusterEvent.Added(var object) -> put(object);
                case ClusterEvent.Modified(var object) -> put(object);
                case ClusterEvent.Deleted(var object) -> history.remove(now, ResourceId.of(object));
                case ClusterEvent.Synced(var kind) -> {
                    stand(kind, told.event());
                    whole = refused.contains(kind) ? whole : now;
                }
                case ClusterEvent.Resumed(var kind) -> {
                    stand(kind, told.event());
                    close(kind);
                }
                case ClusterEvent.Interrupted(var kind, var since, var message) -> {
                    stand(kind, told.event());
                    open.put(kind, new Gap(Math.clamp(nanos(since), 0, now), message));
                }
                case ClusterEvent.Refused(var kind, var _, var _) -> {
                    stand(kind, told.event());
                    refused.add(kind);
                }
            }
        }

        private long nanos(Instant at) {
            Duration since = Duration.between(header.start(), at);
            if (since.isNegative()) {
                return 0;
            }
            return since.toDays() > 100 * 365L ? Long.MAX_VALUE / 4 : since.toNanos();
        }

        private void put(HasMetadata object) {
            history.put(now, object);
            if (object instanceof Event event
                    && "Warning".equals(event.getType())
                    && marks.size() < MOST_MARKS
                    && !EventTime.of(event).isBefore(header.start())
                    && warned.add(ResourceId.of(event))) {
                mark(now, now, TimeMark.Kind.WARNING, event.getReason() + ": " + event.getMessage());
            }
        }

        private void stand(ResourceKind kind, ClusterEvent event) {
            standings.add(new Standing(now, kind, event));
        }

        /// What several kinds miss at the same time is one gap.
        private void close(ResourceKind kind) {
            Gap gap = open.remove(kind);
            if (gap != null && open.isEmpty()) {
                mark(gap.since(), now, TimeMark.Kind.GAP, gap.message());
            }
        }

        private void mark(long from, long to, TimeMark.Kind kind, String text) {
            marks.add(new TimeMark(Duration.ofNanos(from), Duration.ofNanos(to), kind, text));
        }

        OpenedRecording recording(Ending ending) {
            open.values().stream()
                    .findFirst()
                    .ifPresent(gap -> mark(gap.since(), now, TimeMark.Kind.GAP, gap.message()));
            return new OpenedRecording(header, history, standings, whole, now, marks, ending);
        }
    }
}
