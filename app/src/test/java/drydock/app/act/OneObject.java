package drydock.app.act;

import drydock.app.observe.Observed;
import drydock.app.session.ClusterSession;
import drydock.app.session.ConsoleOutput;
import drydock.app.session.Permitting;
import drydock.app.session.Right;
import drydock.app.session.RunningCommand;
import drydock.app.task.Tasks;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/// A live cluster with one object, which replaces it only on its current version, and does to a request what a test
/// wants. All happens at once, on the calling thread.
final class OneObject implements ClusterSession, Permitting, Cluster {

    final BooleanProperty unlocked = new SimpleBooleanProperty(true);
    final Set<Right> forbidden = new HashSet<>();
    private final Observed observed = new Observed(Tasks.inPlace());
    private Optional<HasMetadata> object = Optional.empty();
    private int version;
    private int requests;
    private Consumer<String> before = _ -> {};
    private Consumer<String> after = _ -> {};

    OneObject(HasMetadata object) {
        change(_ -> object);
    }

    /// Somebody else changes it.
    void change(UnaryOperator<HasMetadata> change) {
        HasMetadata next = change.apply(object.orElse(null));
        version++;
        next.getMetadata().setResourceVersion(String.valueOf(version));
        object = Optional.of(next);
        observed.accept(new ClusterEvent.Modified(next));
    }

    void remove() {
        object.ifPresent(gone -> observed.accept(new ClusterEvent.Deleted(gone)));
        object = Optional.empty();
    }

    /// Says what happens before and after each request that changes something, which is named `replace`, `scale` …
    void on(Consumer<String> earlier, Consumer<String> later) {
        before = earlier;
        after = later;
    }

    /// How often it was asked to change something.
    int requests() {
        return requests;
    }

    HasMetadata object() {
        return object.orElseThrow();
    }

    private HasMetadata changed(String what, UnaryOperator<HasMetadata> change) {
        requests++;
        before.accept(what);
        change(change);
        after.accept(what);
        return object();
    }

    @Override
    public HasMetadata replace(HasMetadata next) {
        String based = Objects.toString(next.getMetadata().getResourceVersion(), "");
        if (object.isEmpty()) {
            throw new ClusterException(404, "NotFound", "not found");
        }
        if (!based.equals(object().getMetadata().getResourceVersion())) {
            throw new ClusterException(409, "Conflict", "the object has been modified");
        }
        return changed("replace", _ -> next);
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        return changed("scale", same -> same);
    }

    @Override
    public Optional<HasMetadata> get(ResourceId id) {
        return object;
    }

    @Override
    public Optional<Cluster> trial() {
        return Optional.of(this);
    }

    @Override
    public ClusterInfo info() {
        return new ClusterInfo("shop", "https://shop.example", "v1.36.0", false);
    }

    @Override
    public Observed observed() {
        return observed;
    }

    @Override
    public ObservableBooleanValue writable() {
        return unlocked;
    }

    @Override
    public ObservableValue<Boolean> passesProperty() {
        return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-03-01T12:00:00Z");
    }

    @Override
    public <T> Tasks.Work<T> ask(Function<Cluster, T> question) {
        return Tasks.inPlace().work(() -> question.apply(this));
    }

    @Override
    public Tasks.Work<Permission> may(Right right) {
        return Tasks.inPlace().work(() -> new Permission(!forbidden.contains(right), ""));
    }

    @Override
    public void whenClosed(Runnable action) {}

    @Override
    public void close() {}

    @Override
    public RunningCommand console(String line, ConsoleOutput output) {
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
    public Subscription watch(Query query, Consumer<ClusterEvent> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HasMetadata create(HasMetadata other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        throw new UnsupportedOperationException();
    }
}
