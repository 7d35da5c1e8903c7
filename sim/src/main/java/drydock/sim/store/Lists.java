package drydock.sim.store;

import drydock.model.cluster.Query;
import drydock.model.resource.FieldSelector;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/// Lists and their pages: all pages of one list show the moment of the first (`apiserver/pkg/storage/continue.go`).
final class Lists {

    /// How long an old moment can be listed: etcd is compacted that often.
    static final Duration COMPACTION = Duration.ofMinutes(5);

    private final Storage storage;

    Lists(Storage storage) {
        this.storage = storage;
    }

    /// The page that a token stands for.
    private record Place(long version, String start) {

        private static final String BETWEEN = "\n";

        String token() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((version + BETWEEN + start).getBytes(StandardCharsets.UTF_8));
        }

        static Place of(String token) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(BETWEEN, 2);
                return new Place(Long.parseLong(parts[0]), parts[1]);
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw Refusals.badRequest("continue key is not valid: " + e.getMessage());
            }
        }
    }

    ObjectList list(Query query, ListOptions options) {
        Place place = place(options);
        LabelSelector labels = LabelSelector.parse(query.labelSelector());
        FieldSelector fields = FieldSelector.parse(query.fieldSelector());
        int most = options.limit() <= 0 ? Integer.MAX_VALUE : options.limit();
        List<HasMetadata> items = new ArrayList<>();
        Iterator<HasMetadata> all =
                moment(place.version()).list(query.kind(), query.namespace()).iterator();
        while (all.hasNext()) {
            HasMetadata object = all.next();
            if (key(object).compareTo(place.start()) > 0 && labels.matches(object) && fields.matches(object)) {
                items.add(object);
                if (items.size() == most && all.hasNext()) {
                    return page(query, items, place.version(), all);
                }
            }
        }
        return new ObjectList(items, Long.toString(place.version()), "", 0);
    }

    private static ObjectList page(Query query, List<HasMetadata> items, long version, Iterator<HasMetadata> rest) {
        boolean chosen =
                !query.labelSelector().isEmpty() || !query.fieldSelector().isEmpty();
        int remaining = 0;
        while (!chosen && rest.hasNext()) {
            rest.next();
            remaining++;
        }
        String next = new Place(version, key(items.getLast())).token();
        return new ObjectList(items, Long.toString(version), next, remaining);
    }

    private Place place(ListOptions options) {
        if (!options.next().isEmpty()) {
            if (!options.version().isEmpty() && !options.version().equals("0")) {
                throw Refusals.badRequest("specifying resource version is not allowed when using continue");
            }
            Place place = Place.of(options.next());
            requireKept(
                    place.version(),
                    "The provided continue parameter is too old to display a consistent list result. You can start a "
                            + "new list without the continue parameter, or use the continue token in this response to "
                            + "retrieve the remainder of the results. Continuing with the provided token results in an "
                            + "inconsistent list - objects that were created, modified, or deleted between the time "
                            + "the first chunk was returned and now may show up in the list.");
            return place;
        }
        long wanted = Versions.parse(options.version());
        storage.requireReached(wanted);
        if (options.exact()) {
            requireKept(wanted, "The resourceVersion for the provided list is too old.");
            return new Place(wanted, "");
        }
        return new Place(storage.version(), "");
    }

    private void requireKept(long version, String words) {
        if (storage.isCompacted(version, COMPACTION)) {
            throw Refusals.expired(words);
        }
    }

    private Snapshot moment(long version) {
        return version == storage.version() ? storage.now() : storage.history().at(version);
    }

    /// By which objects of one kind are ordered.
    private static String key(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        return Objects.requireNonNull(id.namespace()) + "\0" + id.name();
    }
}
