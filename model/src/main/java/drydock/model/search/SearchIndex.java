package drydock.model.search;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What objects say, ready to be searched.
///
/// **Immutable**; [#updated] gives the index of other objects, which reads again only those that are not the same.
/// **Threads**: it may be made on one thread and searched on another. **Bounds**: of Secrets the keys are read and not
/// the values; what only machines read, as `managedFields`, is passed over.
public final class SearchIndex {

    /// Nothing can be found in it.
    public static final SearchIndex EMPTY = new SearchIndex(List.of(), new IdentityHashMap<>(), Map.of());

    private static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingInt(Hit::score).reversed().thenComparing(Hit::object);

    private final List<ReadObject> objects;
    private final IdentityHashMap<HasMetadata, ReadObject> known;

    /// One place for each path of all objects.
    private final Map<String, Place> places;

    private SearchIndex(
            List<ReadObject> objects, IdentityHashMap<HasMetadata, ReadObject> known, Map<String, Place> places) {
        this.objects = objects;
        this.known = known;
        this.places = places;
    }

    /// The index of `now`; of several objects with one id that counts which fits best. Objects without
    /// metadata are left out.
    public SearchIndex updated(Collection<? extends HasMetadata> now) {
        Map<String, Place> newPlaces = new HashMap<>(places);
        IdentityHashMap<HasMetadata, ReadObject> newKnown = new IdentityHashMap<>();
        List<ReadObject> read = new ArrayList<>(now.size());
        for (HasMetadata object : now) {
            if (object.getMetadata() != null) {
                ReadObject before = known.get(object);
                ReadObject next = before == null
                        ? ReadObject.of(object, (path, key) -> newPlaces.computeIfAbsent(path, p -> Place.of(p, key)))
                        : before;
                newKnown.put(object, next);
                read.add(next);
            }
        }
        return new SearchIndex(read, newKnown, newPlaces);
    }

    /// The objects that `query` fits, the best first; none for a query without terms.
    public List<Hit> search(Query query) {
        if (query.isEmpty()) {
            return List.of();
        }
        List<Matcher> matchers = query.terms().stream()
                .map(term -> new Matcher(term, places.values()))
                .toList();
        Map<ResourceId, Hit> hits = new HashMap<>();
        objects.forEach(
                object -> hit(object, matchers).ifPresent(hit -> hits.merge(hit.object(), hit, SearchIndex::better)));
        return hits.values().stream().sorted(BEST_FIRST).toList();
    }

    private static Hit better(Hit one, Hit other) {
        return one.score() >= other.score() ? one : other;
    }

    private static Optional<Hit> hit(ReadObject object, List<Matcher> matchers) {
        List<Match> matches = new ArrayList<>(matchers.size());
        for (Matcher matcher : matchers) {
            Optional<Match> match = matcher.match(object);
            if (match.isEmpty()) {
                return Optional.empty();
            }
            matches.add(match.get());
        }
        return Optional.of(new Hit(object.id(), matches));
    }
}
