package drydock.app.simulation;

import drydock.app.observe.Observed;
import drydock.app.session.ClusterSession;
import drydock.app.session.ConsoleOutput;
import drydock.app.session.WatchedKinds;
import drydock.app.task.FrameBatch;
import drydock.app.task.Tasks;
import drydock.app.timeline.SimulationTime;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceKind;
import drydock.sim.Simulation;
import drydock.sim.container.CommandLine;
import drydock.sim.script.CommandRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// A simulation before the window, on a thread of its own.
public final class SimulationSession implements ClusterSession, SimulationTime {

    /// What a command takes of the simulated time, as kubectl does beside a real cluster.
    private static final Duration COMMAND_TIME = Duration.ofMillis(100);

    private static final Set<String> OUTSIDE = Set.of("curl", "wget", "ping", "nc");

    private static final long TICK_MILLIS = 16;
    private static final int MOST_ACTIONS_A_STEP = 100_000;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("simulation").factory());
    private final Tasks tasks;
    private final Observed observed;
    private final FrameBatch<Duration> clock;
    private final Simulation simulation;
    private final Pace pace;
    private final CommandRunner kubectl;
    private final Runnable restart;
    private final ClusterInfo info;
    private final Instant start;
    private final ScheduledFuture<?> ticking;
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private final ReadOnlyObjectWrapper<Duration> elapsed = new ReadOnlyObjectWrapper<>(this, "elapsed", Duration.ZERO);

    /// How many changes the watches have told; the simulation's thread's own.
    private long changes;

    /// Starts a cluster, paused.
    ///
    /// @param cluster makes the cluster
    /// @param commands what the console's commands are run by, on a cluster
    /// @param restart begins a new session in the place of this one
    public SimulationSession(
            Supplier<Simulation> cluster, Function<Cluster, CommandRunner> commands, Tasks tasks, Runnable restart) {
        this.tasks = tasks.on(thread);
        this.observed = new Observed(tasks);
        this.clock = new FrameBatch<>(tasks, times -> elapsed.set(times.getLast()));
        this.restart = restart;
        this.simulation = cluster.get();
        this.start = simulation.now();
        this.info = simulation.cluster().info();
        this.pace = new Pace(simulation, System::nanoTime);
        this.kubectl = commands.apply(simulation.cluster());
        for (ResourceKind kind : WatchedKinds.of(simulation.cluster().kinds())) {
            observed.expect(kind);
            simulation.cluster().watch(Query.all(kind), this::told);
        }
        playing.subscribe(on -> run(() -> pace.setPlaying(on)));
        speed.subscribe(times -> run(() -> pace.setSpeed(times.doubleValue())));
        ticking =
                thread.scheduleAtFixedRate(() -> guarded(this::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Runs something on the simulation's thread.
    private void run(Runnable action) {
        thread.execute(() -> guarded(action));
    }

    /// An executor keeps failures to itself; a fault of the simulation is to be heard of, and time stands still.
    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException fault) {
            ticking.cancel(false);
            tasks.onScreen(() -> {
                playing.set(false);
                throw fault;
            });
        }
    }

    private void told(ClusterEvent event) {
        changes++;
        observed.accept(event);
    }

    private void tick() {
        Instant before = simulation.now();
        pace.tick();
        if (!simulation.now().equals(before)) {
            tellTime();
        }
    }

    private void tellTime() {
        clock.add(Duration.between(start, simulation.now()));
    }

    @Override
    public ClusterInfo info() {
        return info;
    }

    @Override
    public Observed observed() {
        return observed;
    }

    @Override
    public Instant now() {
        return start.plus(elapsed.get());
    }

    @Override
    public <T> Tasks.Work<T> ask(Function<Cluster, T> question) {
        return tasks.work(() -> {
            T answer = question.apply(simulation.cluster());
            passCommandTime();
            return answer;
        });
    }

    @Override
    public void console(String line, ConsoleOutput output) {
        run(() -> {
            List<String> words = CommandLine.split(line);
            runner(words.getFirst())
                    .run(
                            words.getFirst().equals("kubectl") ? words.subList(1, words.size()) : words,
                            onScreen(output::print),
                            onScreen(output::printError),
                            code -> tasks.onScreen(() -> output.done(code)));
            passCommandTime();
        });
    }

    /// What runs a command: a program of the network runs on the user's own machine, all else is kubectl's.
    private CommandRunner runner(String program) {
        return OUTSIDE.contains(program) ? simulation::runOutside : kubectl;
    }

    /// A command takes its time also while the simulation is paused, so that what it does is seen.
    private void passCommandTime() {
        simulation.advance(COMMAND_TIME, MOST_ACTIONS_A_STEP);
        tellTime();
    }

    private Consumer<String> onScreen(Consumer<String> print) {
        return text -> tasks.onScreen(() -> print.accept(text));
    }

    @Override
    public BooleanProperty playingProperty() {
        return playing;
    }

    @Override
    public DoubleProperty speedProperty() {
        return speed;
    }

    @Override
    public ReadOnlyObjectProperty<Duration> elapsedProperty() {
        return elapsed.getReadOnlyProperty();
    }

    @Override
    public void step() {
        playing.set(false);
        run(() -> {
            long before = changes;
            for (int i = 0; i < MOST_ACTIONS_A_STEP && changes == before; i++) {
                if (!simulation.step()) {
                    break;
                }
            }
            tellTime();
        });
    }

    @Override
    public void restart() {
        restart.run();
    }

    @Override
    public void close() {
        run(simulation::close);
        thread.shutdown();
    }
}
