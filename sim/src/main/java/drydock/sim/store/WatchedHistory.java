package drydock.sim.store;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The history of a cluster that was watched and not simulated: every change that was told of, and from it every
/// moment.
/// Versions of an object share what is the same in them.
public final class WatchedHistory {

    private final Snapshot.Builder objects = new Snapshot.Builder(Snapshot.EMPTY);
    private final Map<ResourceId, HasMetadata> byName = new HashMap<>();
    private final History history = new History();

    /// An object was there, or had changed.
    ///
    /// @param atNanos when, not before the change before
    public void put(long atNanos, HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        HasMetadata before = byName.get(id);
        HasMetadata shared = Sharing.with(before, object);
        byName.put(id, shared);
        add(new Change(history.log().size() + 1L, atNanos, "", 0, id, before, shared));
    }

    /// An object was gone; nothing happens if it was not there.
    public void remove(long atNanos, ResourceId id) {
        HasMetadata before = byName.remove(id);
        if (before != null) {
            add(new Change(history.log().size() + 1L, atNanos, "", 0, id, before, null));
        }
    }

    private void add(Change change) {
        objects.apply(change);
        history.add(change, objects);
    }

    /// Every change, the oldest first; a view. The change that made version `v` is at `v - 1`.
    public List<Change> log() {
        return history.log();
    }

    /// What there was after the change that made `version`; 0 for before the first one.
    public Snapshot at(long version) {
        return history.at(version);
    }

    /// The version of the last change at or before `atNanos`, 0 if there was none.
    public long versionAt(long atNanos) {
        return history.versionAt(atNanos);
    }
}
