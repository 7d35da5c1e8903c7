package drydock.app.testing;

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
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.DirectAccess;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// A session whose objects, and what its containers write, the test tells.
public final class ContainerSession implements ClusterSession, Permitting {

    /// A log that somebody reads.
    public static final class OpenLog {

        private final ContainerAccess.LogWish wish;
        private final Consumer<String> text;
        private final Consumer<Optional<String>> end;
        private boolean closed;

        private OpenLog(ContainerAccess.LogWish wish, Consumer<String> text, Consumer<Optional<String>> end) {
            this.wish = wish;
            this.text = text;
            this.end = end;
        }

        public ContainerAccess.LogWish wish() {
            return wish;
        }

        public void tell(String line) {
            text.accept(line);
        }

        public void end(Optional<String> broken) {
            end.accept(broken);
        }

        public boolean isClosed() {
            return closed;
        }
    }

    private final Tasks tasks = Tasks.inPlace();
    private final Observed observed = new Observed(tasks);
    private final BooleanProperty writable = new SimpleBooleanProperty(true);
    private final Map<String, OpenLog> logs = new HashMap<>();
    private final List<Runnable> closing = new ArrayList<>();
    private final Cluster cluster;
    private @Nullable ClusterException refusal;
    private Predicate<Right> allowed = _ -> true;

    /// What the user may do from now on; everything before.
    public void allow(Predicate<Right> rights) {
        allowed = rights;
    }

    @Override
    public Tasks.Work<Permission> may(Right right) {
        return tasks.work(() -> new Permission(allowed.test(right), ""));
    }

    /// A session without terminals and ports.
    public ContainerSession() {
        this(Optional.empty());
    }

    public ContainerSession(Optional<DirectAccess> direct) {
        ContainerAccess access = new Access(direct);
        cluster = (Cluster) Proxy.newProxyInstance(
                Cluster.class.getClassLoader(), new Class<?>[] {Cluster.class}, (_, method, _) -> {
                    if (method.getName().equals("containers")) {
                        return Optional.of(access);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    public void put(HasMetadata object) {
        observed.accept(new ClusterEvent.Modified(object));
    }

    public void remove(HasMetadata object) {
        observed.accept(new ClusterEvent.Deleted(object));
    }

    /// Lets whoever asks for a log be refused, null to let him have it.
    public void refuse(@Nullable ClusterException exception) {
        refusal = exception;
    }

    /// The last log that was opened of a container, named `pod/container`.
    public OpenLog log(String name) {
        return logs.get(name);
    }

    public Map<String, OpenLog> logs() {
        return Map.copyOf(logs);
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
    public Instant now() {
        return Instant.parse("2026-03-01T12:00:02.500Z");
    }

    @Override
    public ObservableValue<Boolean> passesProperty() {
        return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
    }

    @Override
    public BooleanProperty writable() {
        return writable;
    }

    @Override
    public <T> Tasks.Work<T> ask(Function<Cluster, T> question) {
        return tasks.work(() -> question.apply(cluster));
    }

    @Override
    public RunningCommand console(String line, ConsoleOutput output) {
        throw new UnsupportedOperationException(line);
    }

    @Override
    public void whenClosed(Runnable action) {
        closing.add(action);
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }

    private final class Access implements ContainerAccess {

        private final Optional<DirectAccess> direct;

        Access(Optional<DirectAccess> direct) {
            this.direct = direct;
        }

        @Override
        public Subscription log(
                ResourceId pod, String container, LogWish wish, Consumer<String> text, Consumer<Optional<String>> end) {
            if (refusal != null) {
                throw refusal;
            }
            OpenLog log = new OpenLog(wish, text, end);
            logs.put(pod.name() + "/" + container, log);
            return () -> log.closed = true;
        }

        @Override
        public void exec(
                ResourceId pod,
                String container,
                List<String> program,
                String input,
                Consumer<String> out,
                Consumer<String> err,
                IntConsumer done) {
            throw new UnsupportedOperationException("exec");
        }

        @Override
        public Attached attach(
                ResourceId pod, String container, Consumer<String> text, Consumer<Optional<String>> end) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Subscription forward(ResourceId pod, int local, int port) {
            throw new UnsupportedOperationException("forward");
        }

        @Override
        public Optional<DirectAccess> direct() {
            return direct;
        }
    }
}
