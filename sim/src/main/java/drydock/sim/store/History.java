package drydock.sim.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Every change there ever was, and from it every moment there ever was.
///
/// **Going back** is a look-up: moments are kept at intervals, and a moment between two of them is made of the one
/// before it and of eight thousand changes at most, however long the history is.
final class History {

    /// How many changes lie between two kept moments.
    private static final int INTERVAL = 8_192;

    private final List<Change> log = new ArrayList<>();
    private final List<Snapshot> kept = new ArrayList<>(List.of(Snapshot.EMPTY));

    /// Every change so far, the oldest first; a view. The change that made version `v` is at `v - 1`.
    List<Change> log() {
        return Collections.unmodifiableList(log);
    }

    /// @param now what is there after `change`
    void add(Change change, Snapshot.Builder now) {
        if (change.version() != log.size() + 1) {
            throw new IllegalStateException("version " + change.version() + " after " + log.size());
        }
        log.add(change);
        if (log.size() % INTERVAL == 0) {
            kept.add(now.moment());
        }
    }

    /// All objects after the change that made `version`.
    ///
    /// @param version 0 for before the first change; at most that of the last
    Snapshot at(long version) {
        int end = Math.toIntExact(version);
        int interval = end / INTERVAL;
        return kept.get(interval).after(log.subList(interval * INTERVAL, end));
    }

    /// The version of the last change at or before `atNanos`, 0 if there was none.
    long versionAt(long atNanos) {
        int low = 0;
        int high = log.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (log.get(middle).atNanos() <= atNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
