package drydock.app.forward;

import drydock.app.session.ClusterSession;
import drydock.app.task.FrameBatch;
import drydock.app.task.Tasks;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.DirectAccess;
import drydock.model.cluster.DirectAccess.Forward;
import drydock.model.cluster.DirectAccess.PodPort;
import drydock.model.resource.ResourceId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// One port of the user's machine that leads into a cluster, and how it does. Belongs to the JavaFX thread.
final class Forwarding {

    /// What became of it.
    enum Course {
        OPENING,
        OPEN,
        /// There is no Pod to connect to at the moment.
        WAITING,
        ENDED
    }

    /// How it is now.
    ///
    /// @param local 0 as long as it is not known
    /// @param to the Pod that the next connection goes to
    /// @param connections how many there are
    /// @param said what went wrong last, empty if nothing did
    record State(Course course, int local, Optional<PodPort> to, int connections, Optional<String> said) {}

    private sealed interface Heard {
        record Connections(int open, Optional<String> said) implements Heard {}
    }

    private final ClusterSession session;
    private final ResourceId object;
    private final int port;
    private final FrameBatch<Heard> batch;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(
            this, "state", new State(Course.OPENING, 0, Optional.empty(), 0, Optional.empty()));
    private volatile Optional<PodPort> target = Optional.empty();
    private Optional<Forward> open = Optional.empty();
    private Subscription watching = Subscription.EMPTY;

    Forwarding(ClusterSession session, ResourceId object, int port, Tasks tasks) {
        this.session = session;
        this.object = object;
        this.port = port;
        this.batch = new FrameBatch<>(tasks, all -> all.forEach(this::hear));
    }

    ClusterSession session() {
        return session;
    }

    ResourceId object() {
        return object;
    }

    /// Of the object.
    int port() {
        return port;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private State now() {
        return state.get();
    }

    /// @param local the port on loopback, 0 for a free one
    void begin(int local) {
        Subscription objects = session.observed().versionProperty().subscribe(this::look);
        Subscription lock = session.writable().subscribe((_, writable) -> {
            if (!writable) {
                end(Optional.of(session.info().name() + ": read-only"));
            }
        });
        watching = Subscription.combine(objects, lock);
        look();
        session.whenClosed(() -> end(Optional.empty()));
        DirectAccess.ForwardListener listener = new DirectAccess.ForwardListener() {
            @Override
            public void connected(PodPort to, int count) {
                batch.add(new Heard.Connections(count, Optional.empty()));
            }

            @Override
            public void disconnected(int count, Optional<String> said) {
                batch.add(new Heard.Connections(count, said));
            }
        };
        session.ask(cluster -> cluster.containers()
                        .flatMap(access -> access.direct())
                        .orElseThrow(() -> new ClusterException(0, "NoPorts", "no ports are forwarded here"))
                        .forward(() -> target, local, listener))
                .then(this::opened)
                .otherwise(failure -> end(Optional.of(String.valueOf(failure.getMessage()))))
                .start();
    }

    private void opened(Forward forward) {
        if (now().course() == Course.ENDED) {
            close(forward);
            return;
        }
        open = Optional.of(forward);
        state.set(new State(course(), forward.local(), target, 0, now().said()));
    }

    private Course course() {
        return target.isEmpty() ? Course.WAITING : Course.OPEN;
    }

    private void look() {
        target = Ports.target(session.observed(), object, port);
        if (open.isPresent() && !target.equals(now().to())) {
            state.set(new State(course(), now().local(), target, now().connections(), now().said()));
        }
    }

    private void hear(Heard heard) {
        switch (heard) {
            case Heard.Connections(int count, Optional<String> said) -> {
                if (now().course() != Course.ENDED) {
                    state.set(new State(
                            course(),
                            now().local(),
                            target,
                            count,
                            count > now().connections() ? said : said.or(() -> now().said())));
                }
            }
        }
    }

    /// Stops it.
    void stop() {
        end(Optional.empty());
    }

    private void end(Optional<String> said) {
        if (now().course() == Course.ENDED) {
            return;
        }
        watching.unsubscribe();
        state.set(new State(Course.ENDED, now().local(), Optional.empty(), 0, said));
        open.ifPresent(this::close);
        open = Optional.empty();
    }

    private void close(Forward forward) {
        session.ask(_ -> {
                    forward.close();
                    return true;
                })
                .otherwise(_ -> {
                    // a cluster that is gone has closed it
                })
                .start();
    }
}
