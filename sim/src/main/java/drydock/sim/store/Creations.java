package drydock.sim.store;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Objects;

/// New objects: their names, what the server writes into their metadata, and where they may be made.
final class Creations {

    private static final int MOST_NAMES_TRIED = 8;

    private final Storage storage;
    private final Names names;
    private final Admission admission;

    Creations(Storage storage, Names names, Admission admission) {
        this.storage = storage;
        this.names = names;
        this.admission = admission;
    }

    HasMetadata create(HasMetadata object, Author author) {
        ObjectMeta metadata = Shape.copy(object.getMetadata());
        ResourceKind kind = Kinds.of(object);
        if (kind.namespaced() && isEmpty(metadata.getNamespace())) {
            metadata.setNamespace(ResourceId.DEFAULT_NAMESPACE);
        }
        ResourceId id = named(kind, metadata);
        requireNamespace(id);
        metadata.setUid(names.uid());
        metadata.setCreationTimestamp(Times.seconds(storage.engine().now()));
        metadata.setDeletionTimestamp(null);
        metadata.setDeletionGracePeriodSeconds(null);
        metadata.setResourceVersion(null);
        metadata.setGeneration(Generations.first(object));
        HasMetadata admitted = admission.onCreate(id, Shape.withMetadata(object, metadata));
        if (author.dryRun()) {
            admission.onDeleted(id, admitted);
            return admitted;
        }
        return storage.putOwn(id, Sharing.with(null, admitted), author.component());
    }

    /// Stores an object as it was found: under its uid, with its dates and its status.
    void hold(HasMetadata object, Author author) {
        ObjectMeta metadata = Shape.copy(object.getMetadata());
        ResourceKind kind = Kinds.of(object);
        ResourceId id =
                ResourceId.of(kind, Objects.requireNonNullElse(metadata.getNamespace(), ""), metadata.getName());
        if (isEmpty(metadata.getUid())) {
            metadata.setUid(names.uid());
        }
        if (isEmpty(metadata.getCreationTimestamp())) {
            metadata.setCreationTimestamp(Times.seconds(storage.engine().now()));
        }
        metadata.setResourceVersion(null);
        storage.put(id, admission.onFound(id, Shape.withMetadata(object, metadata)), author.component());
    }

    private ResourceId named(ResourceKind kind, ObjectMeta metadata) {
        if (!isEmpty(metadata.getName())) {
            ResourceId id = ResourceId.of(kind, metadata.getNamespace(), metadata.getName());
            if (storage.get(id).isPresent()) {
                throw Refusals.alreadyExists(id);
            }
            return id;
        }
        if (isEmpty(metadata.getGenerateName())) {
            throw Refusals.invalid(
                    ResourceId.of(kind, Objects.requireNonNullElse(metadata.getNamespace(), ""), ""),
                    "metadata.name: Required value: name or generateName is required");
        }
        ResourceId id = generated(kind, metadata);
        for (int tried = 1; storage.get(id).isPresent(); tried++) {
            if (tried == MOST_NAMES_TRIED) {
                throw Refusals.alreadyExists(id);
            }
            id = generated(kind, metadata);
        }
        metadata.setName(id.name());
        return id;
    }

    private ResourceId generated(ResourceKind kind, ObjectMeta metadata) {
        return ResourceId.of(kind, metadata.getNamespace(), names.generate(metadata.getGenerateName()));
    }

    /// `apiserver/pkg/admission/plugin/namespace/lifecycle/admission.go`.
    private void requireNamespace(ResourceId id) {
        if (id.namespace().isEmpty()) {
            return;
        }
        ResourceId namespace = ResourceId.of(Kinds.NAMESPACE, "", id.namespace());
        HasMetadata there = storage.get(namespace).orElseThrow(() -> Refusals.notFound(namespace));
        if (there.getMetadata().getDeletionTimestamp() != null
                && !Kinds.EVENT.kind().equals(id.kind())) {
            throw Refusals.terminating(id);
        }
    }

    private static boolean isEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isEmpty();
    }
}
