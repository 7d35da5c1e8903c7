package drydock.app.observe;

import drydock.app.task.FrameBatch;
import drydock.app.task.Tasks;
import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// The objects that a cluster is known to hold, and how well they are known.
///
/// **Threads.** [#accept] may be called on any thread; all else belongs to the JavaFX thread. What was accepted
/// shows after the next hand-over, and then [#versionProperty] grows by one.
public final class Observed implements Consumer<ClusterEvent> {

    /// How well one kind is known.
    public sealed interface Knowledge {
        /// What there was at the start is still on its way.
        record Loading() implements Knowledge {}

        record Current() implements Knowledge {}

        /// The connection is interrupted: what is shown is as old as `since`.
        record Stale(Instant since, String message) implements Knowledge {}

        /// The server does not show it.
        record Refused(int code, String message) implements Knowledge {}
    }

    private final Held present = new Held();
    private Optional<Held> past = Optional.empty();
    private final Map<ResourceKind, Knowledge> knowledge = new LinkedHashMap<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(this, "version");
    private final FrameBatch<ClusterEvent> batch;

    public Observed(Tasks tasks) {
        batch = new FrameBatch<>(tasks, this::apply);
    }

    @Override
    public void accept(ClusterEvent event) {
        batch.add(event);
    }

    /// Grows with every batch of changes.
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// Shows what the cluster held at an earlier moment; what it reports meanwhile is kept for the present.
    public void lookBack(Collection<HasMetadata> held) {
        Held then = new Held();
        held.forEach(then::put);
        past = Optional.of(then);
        version.set(version.get() + 1);
    }

    /// Shows the present again.
    public void lookAtThePresent() {
        if (past.isPresent()) {
            past = Optional.empty();
            version.set(version.get() + 1);
        }
    }

    /// The objects but events, in the order in which they were first seen; a view that follows what changes, until
    /// another moment is looked at.
    public Collection<HasMetadata> objects() {
        return Collections.unmodifiableCollection(shown().objects.values());
    }

    /// What the cluster has said of its objects lately (`Event`), the oldest first. They are no objects of the picture:
    /// they come and go by the thousand, and say something of others.
    public Collection<Event> events() {
        return shown().heard.events();
    }

    /// The last warning about an object since `since`, if there is one.
    public Optional<Event> warning(ResourceId object, Instant since) {
        return shown().heard.warning(object, since);
    }

    /// The objects that the cluster has warned of since `since`.
    public Set<ResourceId> warnedOf(Instant since) {
        return shown().heard.warnedOf(since);
    }

    /// The objects of kinds that are not known to be current.
    public Set<ResourceId> outdated() {
        Set<String> kinds = new HashSet<>();
        knowledge.forEach((kind, known) -> {
            if (known instanceof Knowledge.Stale || known instanceof Knowledge.Refused) {
                kinds.add(kind.group() + "/" + kind.kind());
            }
        });
        if (kinds.isEmpty()) {
            return Set.of();
        }
        return shown().objects.keySet().stream()
                .filter(id -> kinds.contains(id.group() + "/" + id.kind()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// How many objects of a kind there are.
    public int count(String kind) {
        return shown().kinds.of(kind);
    }

    /// The kinds of the objects, in alphabetical order; a view that follows what changes, until another moment is
    /// looked at.
    public Set<String> kinds() {
        return shown().kinds.names();
    }

    /// The namespaces that hold an object, in alphabetical order; a view as [#kinds] is.
    public Set<String> namespaces() {
        return shown().namespaces.names();
    }

    public Optional<HasMetadata> find(ResourceId id) {
        return Optional.ofNullable(shown().objects.get(id));
    }

    private Held shown() {
        return past.orElse(present);
    }

    /// How well each watched kind is known; a view that follows what changes.
    public Map<ResourceKind, Knowledge> knowledge() {
        return Collections.unmodifiableMap(knowledge);
    }

    /// Says that a watch on `kind` has begun.
    public void expect(ResourceKind kind) {
        knowledge.put(kind, new Knowledge.Loading());
    }

    private void apply(List<ClusterEvent> events) {
        events.forEach(this::apply);
        version.set(version.get() + 1);
    }

    private void apply(ClusterEvent event) {
        switch (event) {
            case ClusterEvent.Added(var object) -> present.put(object);
            case ClusterEvent.Modified(var object) -> present.put(object);
            case ClusterEvent.Deleted(var object) -> present.remove(object);
            case ClusterEvent.Synced(var kind) -> knowledge.put(kind, new Knowledge.Current());
            case ClusterEvent.Resumed(var kind) -> knowledge.put(kind, new Knowledge.Current());
            case ClusterEvent.Interrupted(var kind, var since, var message) ->
                knowledge.put(kind, new Knowledge.Stale(since, message));
            case ClusterEvent.Refused(var kind, var code, var message) ->
                knowledge.put(kind, new Knowledge.Refused(code, message));
        }
    }
}
