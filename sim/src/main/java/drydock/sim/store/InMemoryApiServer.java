package drydock.sim.store;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.FieldSelector;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.policy.v1.Eviction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The simulated API server: admission, then storage, then everybody who watches.
public final class InMemoryApiServer implements ApiServer, ApiRequests {

    /// The version of Kubernetes whose rules the simulation follows.
    public static final String VERSION = "v1.36.2";

    private final Storage storage;
    private final Watchers watchers;
    private final EventRecorder recorder;
    private final Creations creations;
    private final Updates updates;
    private final Removals removals;
    private final String component;

    private InMemoryApiServer(
            Storage storage,
            Watchers watchers,
            EventRecorder recorder,
            Creations creations,
            Updates updates,
            String component) {
        this.storage = storage;
        this.watchers = watchers;
        this.recorder = recorder;
        this.creations = creations;
        this.updates = updates;
        this.removals = new Removals(storage, updates);
        this.component = component;
    }

    /// A server without objects.
    public static InMemoryApiServer start(Engine engine, Admission admission) {
        Storage storage = new Storage(engine);
        admission.begin(storage);
        return new InMemoryApiServer(
                storage,
                new Watchers(storage),
                new EventRecorder(storage),
                new Creations(storage, new Names(engine.random("names")), admission),
                new Updates(storage, admission, new ManagedFields(storage)),
                "user");
    }

    @Override
    public ApiServer as(String other) {
        return new InMemoryApiServer(storage, watchers, recorder, creations, updates, other);
    }

    @Override
    public ApiRequests requests() {
        return this;
    }

    @Override
    public List<Change> log() {
        return storage.log();
    }

    @Override
    public Snapshot at(long version) {
        return storage.history().at(Math.clamp(version, 0, storage.version()));
    }

    @Override
    public Snapshot at(Instant moment) {
        return at(storage.history().versionAt(storage.engine().nanosAt(moment)));
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
        return DeclaredKinds.served(storage);
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
    public ObjectList list(Query query, ListOptions options) {
        return new Lists(storage).list(query, options);
    }

    @Override
    public Subscription watch(Query query, WatchOptions options, Consumer<WatchEvent> listener) {
        return new RequestedWatches(storage, watchers).open(query, options, listener);
    }

    /// Stores an object that was in a cluster before, as a server finds what is in its storage when it begins: with its
    /// uid, its dates and its status. It is filled in, and not judged.
    public void hold(HasMetadata object) {
        creations.hold(object, new Author("etcd", WriteOptions.STANDARD));
    }

    @Override
    public HasMetadata create(HasMetadata object) {
        return object instanceof Eviction eviction
                ? new Evictions(this).evict(eviction)
                : create(object, WriteOptions.STANDARD);
    }

    @Override
    public HasMetadata create(HasMetadata object, WriteOptions options) {
        return creations.create(object, new Author(component, options));
    }

    @Override
    public HasMetadata replace(HasMetadata object) {
        return replace(object, WriteOptions.STANDARD);
    }

    @Override
    public HasMetadata replace(HasMetadata object, WriteOptions options) {
        return updates.replace(object, new Author(component, options));
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object) {
        return replaceStatus(object, WriteOptions.STANDARD);
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object, WriteOptions options) {
        return updates.replaceStatus(object, new Author(component, options));
    }

    @Override
    public HasMetadata resize(HasMetadata pod, WriteOptions options) {
        return updates.resize(pod, new Author(component, options));
    }

    @Override
    public HasMetadata ephemeralContainers(HasMetadata pod, WriteOptions options) {
        return updates.ephemeralContainers(pod, new Author(component, options));
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        return patch(id, patch, WriteOptions.STANDARD);
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch, WriteOptions options) {
        return updates.patch(id, patch, new Author(component, options));
    }

    @Override
    public HasMetadata apply(HasMetadata configuration, WriteOptions options) {
        Author author = new Author(component, options);
        ResourceId id = ResourceId.of(configuration);
        Optional<HasMetadata> there = storage.get(id);
        return there.isPresent()
                ? updates.apply(id, there.get(), configuration, author)
                : creations.create(ManagedFields.first(configuration, author, now()), author);
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        return patch(id, new Patch(Patch.Type.MERGE, "{\"spec\":{\"replicas\":" + replicas + "}}"));
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        return delete(id, DeleteOptions.of(deletion));
    }

    @Override
    public HasMetadata delete(ResourceId id, DeleteOptions options) {
        return removals.delete(id, options, new Author(component, WriteOptions.STANDARD));
    }

    @Override
    public void bind(ResourceId id, String node) {
        new Bindings(storage).bind(id, node, component);
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
}
