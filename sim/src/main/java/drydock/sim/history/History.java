package drydock.sim.history;

import drydock.model.resource.ResourceId;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The cluster at every moment so far.
///
/// **Cost.** A copy of all objects is kept about every as many changes as there are objects (at least a thousand), so
/// a moment is found in one copy and no more changes than there are objects, and what is kept grows as the log does.
///
/// **Threads.** None: all calls come from the thread that runs the simulation.
public final class History {

    private static final int FEWEST_CHANGES_BETWEEN = 1_000;

    private final List<Change> log;
    private final List<Kept> copies = new ArrayList<>();
    private final Map<ResourceId, HasMetadata> latest = new HashMap<>();
    private int followed;

    /// All objects after the first `changes` changes.
    private record Kept(int changes, Map<ResourceId, HasMetadata> objects) {}

    /// @param log every change, the oldest first; a view that grows
    public History(List<Change> log) {
        this.log = log;
        copies.add(new Kept(0, Map.of()));
    }

    /// Takes in what has changed since; to be called now and then, so that no jump has much to do at once.
    public void follow() {
        while (followed < log.size()) {
            apply(log.get(followed++), latest);
            if (followed - copies.getLast().changes() >= Math.max(FEWEST_CHANGES_BETWEEN, latest.size())) {
                copies.add(new Kept(followed, new HashMap<>(latest)));
            }
        }
    }

    /// What the cluster held at a moment, in virtual nanoseconds since the start, all that happened at it included;
    /// the caller's own.
    public Map<ResourceId, HasMetadata> at(long nanos) {
        follow();
        int changes = changesUntil(nanos);
        Kept copy = copyBefore(changes);
        Map<ResourceId, HasMetadata> objects = new HashMap<>(copy.objects());
        for (int i = copy.changes(); i < changes; i++) {
            apply(log.get(i), objects);
        }
        return objects;
    }

    /// Every change up to and at a moment, in virtual nanoseconds since the start; a view.
    public List<Change> until(long nanos) {
        return log.subList(0, changesUntil(nanos));
    }

    private Kept copyBefore(int changes) {
        int low = 0;
        int high = copies.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (copies.get(middle).changes() <= changes) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return copies.get(low);
    }

    private int changesUntil(long nanos) {
        int low = 0;
        int high = log.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (log.get(middle).atNanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void apply(Change change, Map<ResourceId, HasMetadata> objects) {
        change.now()
                .ifPresentOrElse(object -> objects.put(change.object(), object), () -> objects.remove(change.object()));
    }
}
