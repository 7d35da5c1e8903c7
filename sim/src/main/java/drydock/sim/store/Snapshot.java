package drydock.sim.store;

import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All objects as they were at one moment. It never changes, and shares with other moments what is the same in them.
public final class Snapshot {

    /// Before anything was.
    static final Snapshot EMPTY = new Snapshot(0, Map.of());

    private final long version;
    private final Map<String, SortedTree<ResourceId, HasMetadata>> kinds;

    private Snapshot(long version, Map<String, SortedTree<ResourceId, HasMetadata>> kinds) {
        this.version = version;
        this.kinds = kinds;
    }

    /// The version of the last change before this moment, 0 if there was none.
    public long version() {
        return version;
    }

    public Optional<HasMetadata> get(ResourceId id) {
        return Optional.ofNullable(ofKind(id.group(), id.kind()).get(id));
    }

    /// The objects of a kind in a namespace, or in all where that is empty, ordered by namespace and name; a view.
    public Collection<HasMetadata> list(ResourceKind kind, String namespace) {
        return list(ofKind(kind.group(), kind.kind()), kind, namespace);
    }

    private static Collection<HasMetadata> list(
            SortedTree<ResourceId, HasMetadata> all, ResourceKind kind, String namespace) {
        return namespace.isEmpty() || !kind.namespaced()
                ? all.values()
                : all.values(ResourceId.of(kind, namespace, ""), ResourceId.of(kind, namespace + "\0", ""));
    }

    /// Every object of every kind, kind by kind.
    public Stream<HasMetadata> all() {
        return kinds.keySet().stream().sorted().flatMap(kind -> kinds.get(kind).values().stream());
    }

    /// Every object in `namespace`, kind by kind.
    public Stream<HasMetadata> in(String namespace) {
        return all().filter(object -> namespace.equals(object.getMetadata().getNamespace()));
    }

    /// How many objects there are.
    public int size() {
        return kinds.values().stream().mapToInt(SortedTree::size).sum();
    }

    /// The moment after `changes`, which follow this one.
    Snapshot after(List<Change> changes) {
        Builder builder = new Builder(this);
        changes.forEach(builder::apply);
        return builder.moment();
    }

    private SortedTree<ResourceId, HasMetadata> ofKind(String group, String kind) {
        return kinds.getOrDefault(group + "/" + kind, SortedTree.empty());
    }

    /// What is there now, as it goes on changing.
    static final class Builder {

        private final Map<String, SortedTree<ResourceId, HasMetadata>> kinds;
        private long version;

        Builder(Snapshot from) {
            kinds = new HashMap<>(from.kinds);
            version = from.version;
        }

        SortedTree<ResourceId, HasMetadata> ofKind(String group, String kind) {
            return kinds.getOrDefault(group + "/" + kind, SortedTree.empty());
        }

        /// The objects of a kind as they are now; a view that further changes leave as it is.
        Collection<HasMetadata> list(ResourceKind kind, String namespace) {
            return Snapshot.list(ofKind(kind.group(), kind.kind()), kind, namespace);
        }

        void apply(Change change) {
            ResourceId id = change.object();
            SortedTree<ResourceId, HasMetadata> tree = ofKind(id.group(), id.kind());
            HasMetadata after = change.after();
            boolean isNew = change.before() == null;
            kinds.put(
                    id.group() + "/" + id.kind(),
                    after == null ? tree.remove(id) : isNew ? tree.add(id, after) : tree.replace(id, after));
            version = change.version();
        }

        /// What is there at this moment, which further changes leave as it is.
        Snapshot moment() {
            return new Snapshot(version, Collections.unmodifiableMap(new HashMap<>(kinds)));
        }
    }
}
