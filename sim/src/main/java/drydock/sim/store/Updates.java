package drydock.sim.store;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Objects that are written again: what of them is kept, what makes a new generation, and when nothing has changed.
final class Updates {

    private final Storage storage;
    private final Admission admission;
    private final ManagedFields managers;

    Updates(Storage storage, Admission admission, ManagedFields managers) {
        this.storage = storage;
        this.admission = admission;
        this.managers = managers;
    }

    HasMetadata replace(HasMetadata object, Author author) {
        ResourceId id = ResourceId.of(object);
        HasMetadata before = current(id, object);
        return replace(id, before, object, author, next -> managers.updated(before, next, author));
    }

    /// Server-side apply to what is there.
    HasMetadata apply(ResourceId id, HasMetadata before, HasMetadata configuration, Author author) {
        ManagedFields.Applied applied = managers.applied(before, configuration, author);
        return replace(
                id,
                before,
                applied.object(),
                author,
                next -> Shape.withMetadata(next, ManagedFields.withManagers(next.getMetadata(), applied.managers())));
    }

    private HasMetadata replace(
            ResourceId id, HasMetadata before, HasMetadata object, Author author, UnaryOperator<HasMetadata> managed) {
        Shape shape = Shape.of(before);
        HasMetadata withStatus = shape.has("status") && admission.hasStatus(object)
                ? Shape.of(object)
                        .with(object, "status", shape.part(before, "status").orElse(null))
                : object;
        HasMetadata admitted = admission.onUpdate(id, before, withStatus);
        ObjectMeta metadata = Shape.copy(admitted.getMetadata());
        keepWhatTheServerOwns(before.getMetadata(), metadata);
        Generations.count(before, admitted, metadata);
        HasMetadata next = managed.apply(Shape.withMetadata(admitted, metadata));
        if (author.dryRun()) {
            admission.onUndone(id, before, next);
            return next;
        }
        return store(id, before, next, author);
    }

    HasMetadata replaceStatus(HasMetadata object, Author author) {
        ResourceId id = ResourceId.of(object);
        HasMetadata before = current(id, object);
        Shape shape = Shape.of(before);
        HasMetadata next = withNotes(
                shape.with(before, "status", shape.part(object, "status").orElse(null)), object);
        return author.dryRun() ? next : store(id, before, next, author);
    }

    /// With the status of a Deployment come its annotations: its controller notes the revision so
    /// (`pkg/registry/apps/deployment/strategy.go deploymentStatusStrategy`).
    private static HasMetadata withNotes(HasMetadata next, HasMetadata object) {
        Map<String, String> notes = object.getMetadata().getAnnotations();
        if (!(object instanceof Deployment)
                || Objects.equals(notes, next.getMetadata().getAnnotations())) {
            return next;
        }
        ObjectMeta metadata = Shape.copy(next.getMetadata());
        metadata.setAnnotations(notes);
        return Shape.withMetadata(next, metadata);
    }

    /// The subresource `resize` of a Pod (`pkg/registry/core/pod/strategy.go podResizeStrategy`).
    HasMetadata resize(HasMetadata object, Author author) {
        return part(object, author, admission::onResize);
    }

    /// The subresource `ephemeralcontainers` of a Pod (`strategy.go podEphemeralContainersStrategy`).
    HasMetadata ephemeralContainers(HasMetadata object, Author author) {
        return part(object, author, admission::onEphemeralContainers);
    }

    /// Decides what of a Pod's spec is taken over from an object.
    private interface PartAdmission {
        HasMetadata admit(ResourceId id, HasMetadata before, HasMetadata object);
    }

    /// Writes a part of a spec, and nothing of the metadata.
    private HasMetadata part(HasMetadata object, Author author, PartAdmission part) {
        ResourceId id = ResourceId.of(object);
        HasMetadata before = current(id, object);
        HasMetadata admitted = part.admit(id, before, object);
        ObjectMeta metadata = Shape.copy(before.getMetadata());
        Generations.count(before, admitted, metadata);
        HasMetadata next = managers.updated(before, Shape.withMetadata(admitted, metadata), author);
        return author.dryRun() ? next : store(id, before, next, author);
    }

    HasMetadata patch(ResourceId id, Patch patch, Author author) {
        HasMetadata before = storage.get(id).orElseThrow(() -> Refusals.notFound(id));
        HasMetadata patched = Patches.apply(before, patch);
        if (!ResourceId.of(patched).equals(id)) {
            throw Refusals.badRequest("the name of the object ("
                    + patched.getMetadata().getName() + ") does not match the name on the URL (" + id.name() + ")");
        }
        return switch (patch.subresource()) {
            case "" -> replace(patched, author);
            case "status" -> replaceStatus(patched, author);
            case "resize" -> resize(patched, author);
            case "ephemeralcontainers" -> ephemeralContainers(patched, author);
            default -> throw new ClusterException(404, "NotFound", "the server could not find the requested resource");
        };
    }

    /// Stores what differs from before; a write that changes nothing makes no version and no event.
    HasMetadata store(ResourceId id, HasMetadata before, HasMetadata object, Author author) {
        if (Deletions.isOver(object)) {
            return remove(id, author);
        }
        HasMetadata shared = Sharing.with(before, atVersionOf(before, object));
        return isSame(shared, before) ? before : storage.putShared(id, shared, author.component());
    }

    @SuppressWarnings("ReferenceEquality") // a status is written with the metadata that was there
    private static HasMetadata atVersionOf(HasMetadata before, HasMetadata object) {
        if (object.getMetadata() == before.getMetadata()) {
            return object;
        }
        ObjectMeta metadata = Shape.sharing(object.getMetadata());
        metadata.setResourceVersion(before.getMetadata().getResourceVersion());
        return Shape.withMetadata(object, metadata);
    }

    @SuppressWarnings("ReferenceEquality") // of equal objects the first is shared
    private static boolean isSame(HasMetadata shared, HasMetadata before) {
        return shared == before;
    }

    HasMetadata remove(ResourceId id, Author author) {
        HasMetadata last = storage.remove(id, author.component());
        admission.onDeleted(id, last);
        return last;
    }

    /// The object that `object` is to replace, if it builds on its current version.
    private HasMetadata current(ResourceId id, HasMetadata object) {
        HasMetadata before = storage.get(id).orElseThrow(() -> Refusals.notFound(id));
        String basedOn = object.getMetadata().getResourceVersion();
        if (basedOn != null
                && !basedOn.isEmpty()
                && !basedOn.equals(before.getMetadata().getResourceVersion())) {
            throw Refusals.stale(id);
        }
        return before;
    }

    private static void keepWhatTheServerOwns(ObjectMeta before, ObjectMeta after) {
        after.setUid(before.getUid());
        after.setCreationTimestamp(before.getCreationTimestamp());
        after.setGeneration(before.getGeneration());
        after.setDeletionTimestamp(before.getDeletionTimestamp());
        after.setDeletionGracePeriodSeconds(before.getDeletionGracePeriodSeconds());
    }
}
