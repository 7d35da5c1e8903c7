package drydock.sim.part;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The API server at the end of a line: whatever can be asked of it needs the line to be open, and its watches go
/// through
/// an [Inbox].
final class Client implements InvocationHandler {

    /// What a client knows by itself.
    private static final Set<String> LOCAL =
            Set.of("now", "info", "kinds", "cause", "reacting", "close", "log", "at", "hashCode", "equals", "toString");

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
        return (ApiServer) Proxy.newProxyInstance(
                ApiServer.class.getClassLoader(),
                new Class<?>[] {ApiServer.class},
                new Client(engine, server, line, gate, opened));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && method.getName().equals("as") && arguments[0] instanceof String component) {
            return of(engine, server.as(component), line, gate, opened);
        }
        if (arguments != null && method.getName().equals("watch") && arguments[0] instanceof Query query) {
            return watch(query, listener(arguments[1]));
        }
        if (!LOCAL.contains(method.getName()) && !line.open()) {
            throw unanswered();
        }
        try {
            return method.invoke(server, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /// A server without its store is there, and can answer nothing.
    private ClusterException unanswered() {
        return line.isCutBy(Parts.STORE) && !line.isCutBy(Parts.API_SERVER)
                ? new ClusterException(500, "", "etcdserver: request timed out")
                : new ClusterException(REFUSED, new ConnectException("connection refused"));
    }

    @SuppressWarnings("unchecked") // as the interface declares it
    private static Consumer<ClusterEvent> listener(@Nullable Object argument) {
        if (argument == null) {
            throw new IllegalArgumentException("a watch without a listener");
        }
        return (Consumer<ClusterEvent>) argument;
    }

    private Subscription watch(Query query, Consumer<ClusterEvent> listener) {
        Inbox inbox = new Inbox(engine, server, line, query.kind(), event -> gate.run(() -> listener.accept(event)));
        Subscription subscription = server.watch(query, inbox::receive);
        Subscription whole = () -> {
            inbox.close();
            subscription.close();
        };
        opened.accept(whole);
        return whole;
    }
}
