package drydock.sim.store;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.FieldSelector;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// The simulated API server: admission, then storage, then everybody who watches.
public final class InMemoryApiServer implements ApiServer {

    /// The version of Kubernetes whose rules the simulation follows.
    public static final String VERSION = "v1.36.2";

    private static final int MOST_NAMES_TRIED = 8;

    private final Storage storage;
    private final Watchers watchers;
    private final EventRecorder recorder;
    private final Names names;
    private final Admission admission;
    private final String component;

    private InMemoryApiServer(
            Storage storage,
            Watchers watchers,
            EventRecorder recorder,
            Names names,
            Admission admission,
            String component) {
        this.storage = storage;
        this.watchers = watchers;
        this.recorder = recorder;
        this.names = names;
        this.admission = admission;
        this.component = component;
    }

    /// A server without objects.
    public static InMemoryApiServer start(Engine engine, Admission admission) {
        Storage storage = new Storage(engine);
        return new InMemoryApiServer(
                storage,
                new Watchers(storage),
                new EventRecorder(storage),
                new Names(engine.random("names")),
                admission,
                "user");
    }

    @Override
    public ApiServer as(String other) {
        return new InMemoryApiServer(storage, watchers, recorder, names, admission, other);
    }

    /// Every change there ever was, the oldest first; a view that grows.
    public List<Change> log() {
        return storage.log();
    }

    @Override
    public ClusterInfo info() {
        return new ClusterInfo("simulation", "", VERSION, true);
    }

    @Override
    public Optional<ContainerAccess> containers() {
        return storage.containers();
    }

    @Override
    public void forwardTo(ContainerAccess kubelets) {
        storage.containers(kubelets);
    }

    @Override
    public Instant now() {
        return storage.engine().now();
    }

    @Override
    public List<ResourceKind> kinds() {
        return Kinds.all();
    }

    @Override
    public Optional<HasMetadata> get(ResourceId id) {
        return storage.get(id);
    }

    @Override
    public List<HasMetadata> list(Query query) {
        LabelSelector labels = LabelSelector.parse(query.labelSelector());
        FieldSelector fields = FieldSelector.parse(query.fieldSelector());
        return storage.list(query.kind(), query.namespace()).stream()
                .filter(labels::matches)
                .filter(fields::matches)
                .toList();
    }

    @Override
    public Subscription watch(Query query, Consumer<ClusterEvent> listener) {
        return watchers.open(query, listener);
    }

    @Override
    public HasMetadata create(HasMetadata object) {
        ObjectMeta metadata = Shape.copy(object.getMetadata());
        ResourceKind kind = Kinds.of(object);
        if (kind.namespaced()
                && (metadata.getNamespace() == null || metadata.getNamespace().isEmpty())) {
            metadata.setNamespace(ResourceId.DEFAULT_NAMESPACE);
        }
        ResourceId id = named(kind, metadata);
        requireNamespace(id);
        metadata.setUid(names.uid());
        metadata.setCreationTimestamp(Times.seconds(now()));
        metadata.setDeletionTimestamp(null);
        metadata.setDeletionGracePeriodSeconds(null);
        metadata.setResourceVersion(null);
        metadata.setGeneration(Shape.of(object).has("spec") ? 1L : null);
        return storage.put(id, admission.onCreate(id, Shape.withMetadata(object, metadata)), component);
    }

    private ResourceId named(ResourceKind kind, ObjectMeta metadata) {
        if (metadata.getName() != null && !metadata.getName().isEmpty()) {
            ResourceId id = ResourceId.of(kind, metadata.getNamespace(), metadata.getName());
            if (storage.get(id).isPresent()) {
                throw Refusals.alreadyExists(id);
            }
            return id;
        }
        if (metadata.getGenerateName() == null || metadata.getGenerateName().isEmpty()) {
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

    private void requireNamespace(ResourceId id) {
        ResourceId namespace = ResourceId.of(Kinds.NAMESPACE, "", id.namespace());
        if (!id.namespace().isEmpty() && storage.get(namespace).isEmpty()) {
            throw Refusals.notFound(namespace);
        }
    }

    @Override
    public HasMetadata replace(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        HasMetadata before = current(id, object);
        Shape shape = Shape.of(before);
        HasMetadata withStatus = shape.has("status")
                ? Shape.of(object)
                        .with(object, "status", shape.part(before, "status").orElse(null))
                : object;
        HasMetadata admitted = admission.onUpdate(id, before, withStatus);
        ObjectMeta metadata = Shape.copy(admitted.getMetadata());
        keepWhatTheServerOwns(before.getMetadata(), metadata);
        if (metadata.getGeneration() != null && !shape.part(before, "spec").equals(shape.part(admitted, "spec"))) {
            metadata.setGeneration(metadata.getGeneration() + 1);
        }
        return store(id, before, Shape.withMetadata(admitted, metadata));
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        HasMetadata before = current(id, object);
        Shape shape = Shape.of(before);
        return store(
                id,
                before,
                shape.with(before, "status", shape.part(object, "status").orElse(null)));
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        HasMetadata before = storage.get(id).orElseThrow(() -> Refusals.notFound(id));
        return replace(Patches.apply(before, patch));
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        return patch(id, new Patch(Patch.Type.MERGE, "{\"spec\":{\"replicas\":" + replicas + "}}"));
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        HasMetadata before = storage.get(id).orElseThrow(() -> Refusals.notFound(id));
        Optional<HasMetadata> marked = Deletions.marked(before, deletion, now());
        if (marked.isPresent()) {
            return store(id, before, marked.get());
        }
        Deletions.cutShort(before).ifPresent(last -> storage.put(id, last, component));
        return remove(id);
    }

    @Override
    public void bind(ResourceId id, String node) {
        if (!(storage.get(id).orElseThrow(() -> Refusals.notFound(id)) instanceof Pod pod)) {
            throw Refusals.notFound(id);
        }
        if (pod.getMetadata().getDeletionTimestamp() != null) {
            throw Refusals.conflict(id, "pod " + id.name() + " is being deleted, cannot be assigned to a host");
        }
        String bound = pod.getSpec().getNodeName();
        if (bound != null && !bound.isEmpty()) {
            throw Refusals.conflict(id, "pod " + id.name() + " is already assigned to node \"" + bound + "\"");
        }
        storage.put(
                id,
                new PodBuilder(pod)
                        .editSpec()
                        .withNodeName(node)
                        .endSpec()
                        .editOrNewStatus()
                        .removeMatchingFromConditions(c -> "PodScheduled".equals(c.getType()))
                        .addNewCondition()
                        .withType("PodScheduled")
                        .withStatus("True")
                        .withLastTransitionTime(Times.seconds(now()))
                        .endCondition()
                        .endStatus()
                        .build(),
                component);
    }

    @Override
    public void record(HasMetadata about, String type, String reason, String message, String fieldPath) {
        recorder.record(component, about, type, reason, message, fieldPath);
    }

    @Override
    public long cause() {
        return storage.cause();
    }

    @Override
    public void reacting(long cause, Runnable reaction) {
        storage.reacting(cause, reaction);
    }

    @Override
    public void close() {
        watchers.closeAll();
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

    /// Stores what differs from before; a write that changes nothing makes no version and no event.
    private HasMetadata store(ResourceId id, HasMetadata before, HasMetadata object) {
        if (Deletions.isOver(object)) {
            return remove(id);
        }
        ObjectMeta metadata = Shape.copy(object.getMetadata());
        metadata.setResourceVersion(before.getMetadata().getResourceVersion());
        HasMetadata same = Shape.withMetadata(object, metadata);
        return same.equals(before) ? before : storage.put(id, object, component);
    }

    private HasMetadata remove(ResourceId id) {
        HasMetadata last = storage.remove(id, component);
        admission.onDeleted(id, last);
        return last;
    }
}
