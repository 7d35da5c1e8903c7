package drydock.sim.store;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.Set;

/// Deleting: whether it may be, what is only marked, and what goes at once.
final class Removals {

    private static final Set<String> KEPT = Set.of("default", "kube-system", "kube-public");

    private final Storage storage;
    private final Updates updates;

    Removals(Storage storage, Updates updates) {
        this.storage = storage;
        this.updates = updates;
    }

    HasMetadata delete(ResourceId id, DeleteOptions options, Author author) {
        HasMetadata before = storage.get(id).orElseThrow(() -> Refusals.notFound(id));
        requirePreconditions(id, before, options);
        if (id.kind().equals(Kinds.NAMESPACE.kind()) && id.group().isEmpty() && KEPT.contains(id.name())) {
            throw Refusals.forbidden(id, "this namespace may not be deleted");
        }
        Optional<HasMetadata> marked =
                Deletions.marked(before, options.deletion(), storage.engine().now());
        if (options.dryRun()) {
            return marked.orElse(before);
        }
        if (marked.isPresent()) {
            return updates.store(id, before, marked.get(), author);
        }
        Deletions.cutShort(before).ifPresent(last -> storage.put(id, last, author.component()));
        return updates.remove(id, author);
    }

    /// `apiserver/pkg/storage/interfaces.go Preconditions.Check`.
    private static void requirePreconditions(ResourceId id, HasMetadata object, DeleteOptions options) {
        String uid = object.getMetadata().getUid();
        if (!options.uid().isEmpty() && !options.uid().equals(uid)) {
            throw Refusals.conflict(
                    id, "Precondition failed: UID in precondition: " + options.uid() + ", UID in object meta: " + uid);
        }
        String version = object.getMetadata().getResourceVersion();
        if (!options.version().isEmpty() && !options.version().equals(version)) {
            throw Refusals.conflict(
                    id,
                    "Precondition failed: ResourceVersion in precondition: " + options.version()
                            + ", ResourceVersion in object meta: " + version);
        }
    }
}
