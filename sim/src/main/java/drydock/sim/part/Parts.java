package drydock.sim.part;

import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// All parts of a cluster by their names, as `kube-scheduler` or `kubelet/node-1`, with the lines between
/// them and the API server.
public final class Parts {

    /// The part that all others depend on. It keeps what it has stored while it is stopped.
    public static final String API_SERVER = "kube-apiserver";

    /// Where the API server keeps what it knows: without it, no request of any kind is answered.
    public static final String STORE = "etcd";

    private final Engine engine;
    private final ApiServer server;
    private final Line all = new Line(null);
    private final TreeMap<String, Part> parts = new TreeMap<>();
    private final Heartbeats heartbeats;

    public Parts(Engine engine, ApiServer server) {
        this.engine = engine;
        this.server = server;
        this.heartbeats = new Heartbeats(engine);
        cutsAll(API_SERVER);
        cutsAll(STORE);
    }

    /// A part without which nothing can be asked. What it does is there anyway; whether it can be reached is what
    /// counts.
    private void cutsAll(String name) {
        Part part = new Part(name, engine, server, all, (_, _) -> {});
        parts.put(name, part);
        part.start();
        part.on(() -> {
            if (part.running()) {
                all.mend(name);
            } else {
                all.cut(name);
            }
        });
    }

    /// Makes a part, and starts it.
    ///
    /// @param program begins it, with the engine and the server as the part sees them
    public Part start(String name, BiConsumer<Engine, ApiServer> program) {
        Part part = new Part(name, engine, server, new Line(all), program);
        parts.put(name, part);
        part.start();
        return part;
    }

    /// The part called `name`; empty if there is none.
    public Optional<Part> find(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /// All parts by name; a view.
    public Collection<Part> all() {
        return Collections.unmodifiableCollection(parts.values());
    }

    /// The server as who is no part of the cluster reaches it.
    public ApiServer outside() {
        return Client.of(engine, server, new Line(all), Runnable::run, _ -> {
            // who is outside closes its watches itself
        });
    }

    /// What nodes last gave a sign of life.
    public Heartbeats heartbeats() {
        return heartbeats;
    }
}
