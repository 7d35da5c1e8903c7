package drydock.sim.kubelet;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiRequests;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Change;
import drydock.sim.store.Snapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// As much of an API server as a kubelet needs, with a record of all it was told.
public final class PodsOnly implements ApiServer {

    final List<String> events = new ArrayList<>();
    final List<Pod> versions = new ArrayList<>();
    private final Engine engine;
    private final TreeMap<ResourceId, HasMetadata> objects = new TreeMap<>();
    private final List<Consumer<ClusterEvent>> listeners = new ArrayList<>();

    public PodsOnly(Engine engine) {
        this.engine = engine;
    }

    /// The Pod as it was written last.
    Pod last() {
        return versions.getLast();
    }

    /// The reasons of the events, in their order.
    List<String> reasons() {
        return events.stream().map(e -> e.substring(e.indexOf(' ') + 1)).toList();
    }

    @Override
    public List<Change> log() {
        return List.of();
    }

    @Override
    public ApiServer as(String component) {
        return this;
    }

    @Override
    public void record(HasMetadata about, String type, String reason, String message, String fieldPath) {
        events.add(engine.now() + " " + reason);
    }

    @Override
    public HasMetadata create(HasMetadata object) {
        return put(object, true);
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object) {
        return put(object, false);
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        Pod pod = (Pod) objects.get(id);
        long grace = deletion.graceSeconds().orElse(30);
        if (grace == 0) {
            objects.remove(id);
            tell(new ClusterEvent.Deleted(pod));
            return pod;
        }
        return put(
                new PodBuilder(pod)
                        .editMetadata()
                        .withDeletionTimestamp(engine.now().toString())
                        .withDeletionGracePeriodSeconds(grace)
                        .endMetadata()
                        .build(),
                false);
    }

    @Override
    public Optional<HasMetadata> get(ResourceId id) {
        return Optional.ofNullable(objects.get(id));
    }

    @Override
    public Subscription watch(Query query, Consumer<ClusterEvent> listener) {
        Consumer<ClusterEvent> pods = query.kind().kind().equals("Pod") ? listener : event -> {};
        listeners.add(pods);
        return () -> listeners.remove(pods);
    }

    private HasMetadata put(HasMetadata object, boolean added) {
        objects.put(ResourceId.of(object), object);
        if (object instanceof Pod pod) {
            versions.add(pod);
            tell(added ? new ClusterEvent.Added(pod) : new ClusterEvent.Modified(pod));
        }
        return object;
    }

    private void tell(ClusterEvent event) {
        listeners.forEach(l -> engine.schedule(Duration.ofMillis(1), () -> l.accept(event)));
    }

    @Override
    public Instant now() {
        return engine.now();
    }

    @Override
    public void bind(ResourceId pod, String node) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Snapshot at(long version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Snapshot at(Instant moment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ApiRequests requests() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClusterInfo info() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ResourceKind> kinds() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HasMetadata> list(Query query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HasMetadata replace(HasMetadata object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
