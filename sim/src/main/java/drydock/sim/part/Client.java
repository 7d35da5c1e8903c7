package drydock.sim.part;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.ContainerAccess;
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
import java.net.ConnectException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The API server at the end of a line: whatever can be asked of it needs the line to be open, and its watches go
/// through an [Inbox]. What a client knows by itself, as the time, it knows without the line.
final class Client implements ApiServer {

    private static final String REFUSED =
            "The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?";

    private final Engine engine;
    private final ApiServer server;
    private final Line line;
    private final Engine.Gate gate;
    private final Consumer<Subscription> opened;

    private Client(Engine engine, ApiServer server, Line line, Engine.Gate gate, Consumer<Subscription> opened) {
        this.engine = engine;
        this.server = server;
        this.line = line;
        this.gate = gate;
        this.opened = opened;
    }

    /// `server` as it is at the other end of `line`.
    ///
    /// @param gate lets through, or not, what watches tell
    /// @param opened is told of each watch
    static ApiServer of(Engine engine, ApiServer server, Line line, Engine.Gate gate, Consumer<Subscription> opened) {
        return new Client(engine, server, line, gate, opened);
    }

    /// The server, if it can be asked.
    private ApiServer reached() {
        if (!line.open()) {
            throw unanswered();
        }
        return server;
    }

    /// A server without its store is there, and can answer nothing.
    private ClusterException unanswered() {
        return line.isCutBy(Parts.STORE) && !line.isCutBy(Parts.API_SERVER)
                ? new ClusterException(500, "", "etcdserver: request timed out")
                : new ClusterException(REFUSED, new ConnectException("connection refused"));
    }

    @Override
    public ApiServer as(String component) {
        return of(engine, server.as(component), line, gate, opened);
    }

    @Override
    public Subscription watch(Query query, Consumer<ClusterEvent> listener) {
        Inbox inbox = new Inbox(engine, server, line, query.kind(), event -> gate.run(() -> listener.accept(event)));
        Subscription subscription = server.watch(query, inbox::receive);
        Subscription whole = () -> {
            inbox.close();
            subscription.close();
        };
        opened.accept(whole);
        return whole;
    }

    @Override
    public ClusterInfo info() {
        return server.info();
    }

    @Override
    public Instant now() {
        return server.now();
    }

    @Override
    public List<ResourceKind> kinds() {
        return server.kinds();
    }

    @Override
    public long cause() {
        return server.cause();
    }

    @Override
    public void reacting(long cause, Runnable reaction) {
        server.reacting(cause, reaction);
    }

    @Override
    public List<Change> log() {
        return server.log();
    }

    @Override
    public Snapshot at(long version) {
        return server.at(version);
    }

    @Override
    public Snapshot at(Instant moment) {
        return server.at(moment);
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public Optional<HasMetadata> get(ResourceId id) {
        return reached().get(id);
    }

    @Override
    public List<HasMetadata> list(Query query) {
        return reached().list(query);
    }

    @Override
    public HasMetadata create(HasMetadata object) {
        return reached().create(object);
    }

    @Override
    public HasMetadata replace(HasMetadata object) {
        return reached().replace(object);
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object) {
        return reached().replaceStatus(object);
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        return reached().patch(id, patch);
    }

    @Override
    public HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force) {
        return reached().apply(configuration, fieldManager, force);
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        return reached().scale(id, replicas);
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        return reached().delete(id, deletion);
    }

    @Override
    public void bind(ResourceId pod, String node) {
        reached().bind(pod, node);
    }

    @Override
    public void record(HasMetadata about, String type, String reason, String message, String fieldPath) {
        reached().record(about, type, reason, message, fieldPath);
    }

    @Override
    public ApiRequests requests() {
        return reached().requests();
    }

    @Override
    public Optional<ContainerAccess> containers() {
        return reached().containers();
    }

    @Override
    public void forwardTo(ContainerAccess kubelets) {
        reached().forwardTo(kubelets);
    }
}
