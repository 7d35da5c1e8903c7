package drydock.sim.part;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Subscription;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// A program of the cluster: it can be stopped and started, and its [Line] cut and slowed.
///
/// **Stopped.** What it had put off does not happen, and it hears nothing. Started again it begins anew, knowing
/// nothing.
///
/// **Cut off.** What it does that needs the server is done once the server can be reached again.
public final class Part {

    private final String name;
    private final Engine engine;
    private final ApiServer server;
    private final Line line;
    private final BiConsumer<Engine, ApiServer> program;
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Subscription> watches = new ArrayList<>();
    private int run;
    private boolean running;

    Part(String name, Engine engine, ApiServer server, Line line, BiConsumer<Engine, ApiServer> program) {
        this.name = name;
        this.engine = engine;
        this.server = server;
        this.line = line;
        this.program = program;
    }

    public String name() {
        return name;
    }

    public boolean running() {
        return running;
    }

    public Line line() {
        return line;
    }

    /// Whether it runs and can reach the server.
    public boolean connected() {
        return running && line.open();
    }

    /// Starts it, unless it runs.
    public void start() {
        if (running) {
            return;
        }
        running = true;
        int begun = ++run;
        Engine own = engine.part(action -> run(begun, action));
        program.accept(own, Client.of(own, server, line, action -> run(begun, action), watches::add));
        listeners.forEach(Runnable::run);
    }

    /// Stops it, unless it is stopped.
    public void stop() {
        if (running) {
            running = false;
            watches.forEach(Subscription::close);
            watches.clear();
            listeners.forEach(Runnable::run);
        }
    }

    /// Has `listener` run whenever it is started or stopped, cut off or connected.
    public void on(Runnable listener) {
        listeners.add(listener);
        line.on(listener);
    }

    private void run(int begun, Runnable action) {
        if (!running || begun != run) {
            return;
        }
        try {
            action.run();
        } catch (ClusterException failed) {
            if (line.open()) {
                throw failed;
            }
            line.whenOpen(() -> engine.schedule(Duration.ofMillis(20), () -> run(begun, action)));
        }
    }
}
