package drydock.app.serve;

import drydock.sim.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The thread that a simulation lives on: it does what others ask for, and lets time pass.
///
/// **As fast as it goes** means: while anything changes. When nothing has changed for two minutes of the cluster's
/// time, it keeps the pace of a clock, so that watches and pages do not grow old in no time.
public final class SimulationThread implements AutoCloseable {

    private static final int MOST_ACTIONS = 5_000;
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final Duration MOST_AT_ONCE = Duration.ofSeconds(1);
    private static final long TICK_MILLIS = 10;

    private final Simulation simulation;
    private final OptionalDouble speed;
    private final LinkedBlockingQueue<Consumer<Simulation>> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private long changes = -1;
    private long changedNanos;
    private long told = System.nanoTime();

    private SimulationThread(Simulation simulation, OptionalDouble speed) {
        this.simulation = simulation;
        this.speed = speed;
        this.thread = Thread.ofPlatform().daemon().name("simulation").unstarted(this::live);
    }

    /// Lets `simulation` live; from now on nobody else may touch it.
    ///
    /// @param speed how many seconds pass in a second; empty for as fast as it goes
    public static SimulationThread start(Simulation simulation, OptionalDouble speed) {
        SimulationThread thread = new SimulationThread(simulation, speed);
        thread.thread.start();
        return thread;
    }

    /// Has `task` done soon, in the order in which tasks are given.
    public void run(Consumer<Simulation> task) {
        tasks.add(task);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void live() {
        try {
            while (!closed) {
                doTasks();
                pass();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
        simulation.close();
    }

    private void doTasks() throws InterruptedException {
        List<Consumer<Simulation>> due = new ArrayList<>();
        @Nullable
        Consumer<Simulation> first = hurries() ? tasks.poll() : tasks.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            due.add(first);
            tasks.drainTo(due);
            due.forEach(task -> task.accept(simulation));
        }
    }

    private void pass() {
        long now = System.nanoTime();
        Duration real = Duration.ofNanos(Math.min(now - told, MOST_AT_ONCE.toNanos()));
        told = now;
        if (hurries()) {
            simulation.advance(
                    simulation
                            .untilNext()
                            .filter(next -> next.compareTo(STEP) > 0)
                            .orElse(STEP),
                    MOST_ACTIONS);
        } else {
            Duration slice = Duration.ofNanos((long) (real.toNanos() * speed.orElse(1)));
            simulation.advance(slice, Integer.MAX_VALUE);
        }
        if (simulation.cluster().log().size() != changes) {
            changes = simulation.cluster().log().size();
            changedNanos = simulation.engine().nowNanos();
        }
    }

    private boolean hurries() {
        return speed.isEmpty() && simulation.engine().nowNanos() - changedNanos < QUIET.toNanos();
    }
}
