package drydock.sim.store;

import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /// What is there now, as it goes on changing. Changes wait until somebody wants to see the kind: an object that
    /// changes often until then is put in its place once.
    static final class Builder {

        private final Map<Kind, OfKind> kinds = new HashMap<>();
        private long version;

        private record Kind(String group, String name) {

            static Kind of(String text) {
                int slash = text.indexOf('/');
                return new Kind(text.substring(0, slash), text.substring(slash + 1));
            }

            String text() {
                return group + "/" + name;
            }
        }

        private static final class OfKind {

            private SortedTree<ResourceId, HasMetadata> tree;
            private final Map<ResourceId, Waiting> waiting = new LinkedHashMap<>();

            OfKind(SortedTree<ResourceId, HasMetadata> tree) {
                this.tree = tree;
            }

            SortedTree<ResourceId, HasMetadata> settled() {
                if (waiting.isEmpty()) {
                    return tree;
                }
                List<Map.Entry<ResourceId, HasMetadata>> replaced = new ArrayList<>();
                waiting.forEach((id, change) -> {
                    HasMetadata now = change.now;
                    if (now != null && !change.isNew) {
                        replaced.add(Map.entry(id, now));
                    } else if (now != null) {
                        tree = tree.add(id, now);
                    } else if (!change.isNew) {
                        tree = tree.remove(id);
                    }
                });
                replaced.sort(Map.Entry.comparingByKey());
                tree = tree.replaceAll(replaced);
                waiting.clear();
                return tree;
            }
        }

        /// What has become of an object.
        private static final class Waiting {

            private final boolean isNew;
            private @Nullable HasMetadata now;

            Waiting(boolean isNew) {
                this.isNew = isNew;
            }
        }

        Builder(Snapshot from) {
            from.kinds.forEach((kind, tree) -> kinds.put(Kind.of(kind), new OfKind(tree)));
            version = from.version;
        }

        /// The objects of a kind as they are now; a view that further changes leave as it is.
        Collection<HasMetadata> list(ResourceKind kind, String namespace) {
            OfKind known = kinds.get(new Kind(kind.group(), kind.kind()));
            return known == null ? List.of() : Snapshot.list(known.settled(), kind, namespace);
        }

        void apply(Change change) {
            ResourceId id = change.object();
            kinds.computeIfAbsent(new Kind(id.group(), id.kind()), _ -> new OfKind(SortedTree.empty()))
                            .waiting
                            .computeIfAbsent(id, _ -> new Waiting(change.before() == null))
                            .now =
                    change.after();
            version = change.version();
        }

        /// What is there at this moment, which further changes leave as it is.
        Snapshot moment() {
            Map<String, SortedTree<ResourceId, HasMetadata>> trees = new HashMap<>();
            kinds.forEach((kind, objects) -> trees.put(kind.text(), objects.settled()));
            return new Snapshot(version, Collections.unmodifiableMap(trees));
        }
    }
}
