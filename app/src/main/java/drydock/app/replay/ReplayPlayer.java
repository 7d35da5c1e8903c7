package drydock.app.replay;

import drydock.app.observe.EventTime;
import drydock.app.replay.OpenedRecording.Standing;
import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.store.Change;
import drydock.sim.store.Snapshot;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Goes in the time of a recording, and says what is different then, as a watch would tell it.
final class ReplayPlayer {

    /// So many changes are told one by one; of more only what came of them is.
    private static final int MOST_TOLD = 5_000;

    private final OpenedRecording recording;
    private Snapshot seen;
    private long seenNanos;
    private Map<ResourceKind, ClusterEvent> known = Map.of();

    ReplayPlayer(OpenedRecording recording) {
        this.recording = recording;
        this.seen = recording.history().at(0);
    }

    long seenNanos() {
        return seenNanos;
    }

    /// What there was at the moment that is seen.
    Snapshot seen() {
        return seen;
    }

    /// The moment of the next change after the one that is seen; the end if there is none.
    long nextNanos() {
        List<Change> log = recording.history().log();
        long next = recording.history().versionAt(seenNanos);
        long change = next < log.size() ? log.get(Math.toIntExact(next)).atNanos() : recording.endNanos();
        long standing = recording.standings().stream()
                .mapToLong(Standing::atNanos)
                .filter(at -> at > seenNanos)
                .findFirst()
                .orElse(recording.endNanos());
        return Math.min(change, standing);
    }

    /// The last moment before the one that is seen at which something changed; the start if there is none.
    long previousNanos() {
        List<Change> log = recording.history().log();
        int behind = Math.toIntExact(recording.history().versionAt(seenNanos));
        while (behind > 0 && log.get(behind - 1).atNanos() >= seenNanos) {
            behind--;
        }
        long change = behind == 0 ? 0 : log.get(behind - 1).atNanos();
        long standing = recording.standings().stream()
                .mapToLong(Standing::atNanos)
                .filter(at -> at < seenNanos)
                .max()
                .orElse(0);
        return Math.max(change, standing);
    }

    /// Goes to a moment, at most to the end.
    ///
    /// @return what is otherwise there
    List<ClusterEvent> goTo(long nanos) {
        long target = Math.clamp(nanos, 0, recording.endNanos());
        long version = recording.history().versionAt(target);
        List<ClusterEvent> told = new ArrayList<>();
        if (version != seen.version()) {
            Snapshot then = recording.history().at(version);
            if (version > seen.version() && version - seen.version() <= MOST_TOLD) {
                recording
                        .history()
                        .log()
                        .subList(Math.toIntExact(seen.version()), Math.toIntExact(version))
                        .forEach(change -> told.add(event(change)));
            } else {
                told.addAll(difference(seen, then));
            }
            seen = then;
        }
        seenNanos = target;
        told.addAll(standings(target));
        return told;
    }

    private static ClusterEvent event(Change change) {
        HasMetadata after = change.after();
        if (after == null) {
            return new ClusterEvent.Deleted(change.last());
        }
        return change.before() == null ? new ClusterEvent.Added(after) : new ClusterEvent.Modified(after);
    }

    @SuppressWarnings("ReferenceEquality") // moments share what is the same in them
    private static List<ClusterEvent> difference(Snapshot before, Snapshot after) {
        Map<ResourceId, HasMetadata> gone = new LinkedHashMap<>();
        before.all().forEach(object -> gone.put(ResourceId.of(object), object));
        List<ClusterEvent> told = new ArrayList<>();
        List<ClusterEvent> came = new ArrayList<>();
        List<Event> said = new ArrayList<>();
        after.all().forEach(object -> {
            HasMetadata old = gone.remove(ResourceId.of(object));
            if (old == object) {
                return;
            }
            if (object instanceof Event event) {
                said.add(event);
            } else {
                came.add(old == null ? new ClusterEvent.Added(object) : new ClusterEvent.Modified(object));
            }
        });
        gone.values().forEach(object -> told.add(new ClusterEvent.Deleted(object)));
        told.addAll(came);
        said.sort(Comparator.comparing(EventTime::of));
        said.forEach(event -> told.add(new ClusterEvent.Modified(event)));
        return told;
    }

    /// How well each kind is known then, where that is not how well it is known now.
    private List<ClusterEvent> standings(long nanos) {
        Map<ResourceKind, ClusterEvent> then = new HashMap<>();
        List<ClusterEvent> told = new ArrayList<>();
        for (Standing standing : recording.standings()) {
            if (standing.atNanos() > nanos) {
                break;
            }
            then.put(standing.kind(), standing.event());
        }
        then.forEach((kind, event) -> {
            if (!event.equals(known.get(kind))) {
                told.add(event);
            }
        });
        known = then;
        return told;
    }
}
