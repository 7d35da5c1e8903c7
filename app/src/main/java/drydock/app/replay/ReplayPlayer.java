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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Goes in the time of a recording, and says what is different then, as a watch would tell it.
final class ReplayPlayer {

    /// So many changes are told one by one; of more only what came of them is.
    private static final int MOST_TOLD = 5_000;

    /// Of more changes than these what came of them is found by comparing the moments.
    private static final int MOST_GONE_THROUGH = 50_000;

    private final OpenedRecording recording;
    private final int mostGoneThrough;
    private long version;
    private long seenNanos;
    private Map<ResourceKind, ClusterEvent> known = Map.of();

    ReplayPlayer(OpenedRecording recording) {
        this(recording, MOST_GONE_THROUGH);
    }

    /// @param mostGoneThrough of more changes what came of them is found by comparing the moments
    ReplayPlayer(OpenedRecording recording, int mostGoneThrough) {
        this.recording = recording;
        this.mostGoneThrough = mostGoneThrough;
    }

    long seenNanos() {
        return seenNanos;
    }

    /// What there was at the moment that is seen.
    Snapshot seen() {
        return recording.history().at(version);
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
        long then = recording.history().versionAt(target);
        List<ClusterEvent> told = new ArrayList<>(changes(then));
        version = then;
        seenNanos = target;
        told.addAll(standings(target));
        return told;
    }

    private List<ClusterEvent> changes(long then) {
        boolean back = then < version;
        List<Change> between = recording
                .history()
                .log()
                .subList(Math.toIntExact(Math.min(then, version)), Math.toIntExact(Math.max(then, version)));
        if (between.size() > mostGoneThrough) {
            return difference(seen(), recording.history().at(then));
        }
        return back || between.size() > MOST_TOLD
                ? whatCameOf(back ? between.reversed() : between, back)
                : between.stream().map(ReplayPlayer::event).toList();
    }

    /// What is otherwise after changes that were gone through one after the other, each undone if it goes back.
    private static List<ClusterEvent> whatCameOf(List<Change> changes, boolean back) {
        Map<ResourceId, Net> nets = new LinkedHashMap<>();
        for (Change change : changes) {
            HasMetadata from = back ? change.after() : change.before();
            HasMetadata to = back ? change.before() : change.after();
            nets.merge(change.object(), new Net(from, to), (first, last) -> new Net(first.from(), last.to()));
        }
        Telling telling = new Telling();
        nets.values().forEach(net -> telling.tell(net.from(), net.to()));
        return telling.inOrder();
    }

    /// What an object was, and what it is; null where it was or is not there.
    private record Net(@Nullable HasMetadata from, @Nullable HasMetadata to) {}

    /// What is otherwise, in the order in which it is told: what is gone, what is there, and what was said, by its
    /// time.
    private static final class Telling {

        private final List<ClusterEvent> gone = new ArrayList<>();
        private final List<ClusterEvent> came = new ArrayList<>();
        private final List<Event> said = new ArrayList<>();

        @SuppressWarnings("ReferenceEquality") // moments share what is the same in them
        void tell(@Nullable HasMetadata before, @Nullable HasMetadata after) {
            if (before == after) {
                return;
            }
            if (after == null) {
                gone.add(new ClusterEvent.Deleted(Objects.requireNonNull(before)));
            } else if (after instanceof Event event) {
                said.add(event);
            } else {
                came.add(before == null ? new ClusterEvent.Added(after) : new ClusterEvent.Modified(after));
            }
        }

        List<ClusterEvent> inOrder() {
            List<ClusterEvent> told = new ArrayList<>(gone);
            told.addAll(came);
            said.sort(Comparator.comparing(EventTime::of));
            said.forEach(event -> told.add(new ClusterEvent.Modified(event)));
            return told;
        }
    }

    private static ClusterEvent event(Change change) {
        HasMetadata after = change.after();
        if (after == null) {
            return new ClusterEvent.Deleted(change.last());
        }
        return change.before() == null ? new ClusterEvent.Added(after) : new ClusterEvent.Modified(after);
    }

    private static List<ClusterEvent> difference(Snapshot before, Snapshot after) {
        Map<ResourceId, HasMetadata> old = new LinkedHashMap<>();
        before.all().forEach(object -> old.put(ResourceId.of(object), object));
        Telling telling = new Telling();
        after.all().forEach(object -> telling.tell(old.remove(ResourceId.of(object)), object));
        old.values().forEach(object -> telling.tell(object, null));
        return telling.inOrder();
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
