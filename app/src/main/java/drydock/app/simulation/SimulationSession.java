package drydock.app.simulation;

import drydock.app.observe.Observed;
import drydock.app.session.ClusterSession;
import drydock.app.session.Component;
import drydock.app.session.ConsoleOutput;
import drydock.app.session.ControlPlane;
import drydock.app.session.Decision;
import drydock.app.session.Explained;
import drydock.app.session.Measured;
import drydock.app.session.Reason;
import drydock.app.session.RunningCommand;
import drydock.app.session.Scheduled;
import drydock.app.session.TakenFrom;
import drydock.app.session.Trafficked;
import drydock.app.session.WatchedKinds;
import drydock.app.task.Tasks;
import drydock.app.timeline.Branches;
import drydock.app.timeline.Goal;
import drydock.app.timeline.Playback;
import drydock.app.timeline.SimulationTime;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterInfo;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.render.load.Loads;
import drydock.render.traffic.Traffic;
import drydock.sim.container.CommandLine;
import drydock.sim.kubectl.FileReader;
import drydock.sim.run.RecordedRun;
import drydock.sim.run.Recording;
import drydock.sim.script.Script;
import drydock.sim.script.StartedCommand;
import drydock.sim.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/// A simulation before the window, on a thread of its own.
public final class SimulationSession
        implements ClusterSession, ControlPlane, Explained, Scheduled, Trafficked, Measured, TakenFrom, SimulationTime {

    /// What a command takes of the simulated time, as kubectl does beside a real cluster.
    private static final Duration COMMAND_TIME = Duration.ofMillis(100);

    private final TickingThread thread;
    private final Tasks tasks;
    private final List<Runnable> closing = new ArrayList<>();
    private final Observed observed;
    private final RunPlayer player;
    private final MomentFeed moments;
    private final FileReader files;
    private final SimulationBranches branches;
    private final ClusterInfo info;
    private final Instant start;
    private final Playback playback = new Playback(Duration.ZERO);
    private final ReadOnlyLongWrapper commands = new ReadOnlyLongWrapper(this, "commands");

    /// Begins, paused, where `run` stands.
    ///
    /// @param seen the moment that is seen at first, in virtual nanoseconds since the start; empty for the present
    /// @param files what the console's commands may read
    SimulationSession(RecordedRun run, OptionalLong seen, FileReader files, Tasks tasks, SimulationBranches branches) {
        this.observed = new Observed(tasks);
        this.files = files;
        this.branches = branches;
        this.player = new RunPlayer(run, seen);
        this.start = run.options().start();
        this.info = run.cluster().info();
        List<ResourceKind> served = run.cluster().kinds();
        List<ResourceKind> watched =
                branches.origin().isPresent() ? WatchedKinds.ofCopy(served) : WatchedKinds.ofSimulation(served);
        this.moments = new MomentFeed(run, player, watched, observed, playback, tasks);
        this.thread = new TickingThread(tasks, () -> playback.playingProperty().set(false));
        this.tasks = thread.tasks();
        playback.playingProperty().subscribe(on -> thread.run(() -> player.setPlaying(on)));
        playback.speedProperty().subscribe(times -> thread.run(() -> player.setSpeed(times.doubleValue())));
        thread.begin(this::tick);
    }

    /// Does something to the simulation, and tells where it then stands.
    private void move(Runnable action) {
        thread.run(() -> {
            action.run();
            moments.tell();
        });
    }

    private void tick() {
        long seen = player.seenNanos();
        long present = player.presentNanos();
        if (player.tick()) {
            tasks.onScreen(() -> playback.playingProperty().set(false));
        }
        if (player.seenNanos() != seen || player.presentNanos() != present) {
            moments.tell();
        }
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
        return start.plus(playback.seen());
    }

    @Override
    public ObservableValue<Boolean> passesProperty() {
        return playback.playingProperty();
    }

    /// What is asked and told concerns the present: who looks back is brought there.
    @Override
    public <T> Tasks.Work<T> ask(Function<Cluster, T> question) {
        return tasks.work(() -> {
            player.goToPresent();
            T answer = question.apply(player.run().cluster());
            passCommandTime();
            return answer;
        });
    }

    @Override
    public Tasks.Work<List<Reason>> why(ResourceId object) {
        return tasks.work(() -> Reasons.of(player.causes(), object));
    }

    @Override
    public Tasks.Work<List<Decision>> decisions(ResourceId pod) {
        return tasks.work(() -> player.decisions(pod));
    }

    @Override
    public Tasks.Work<List<Component>> components() {
        return tasks.work(player::components);
    }

    @Override
    public ObservableValue<Number> commandsProperty() {
        return commands.getReadOnlyProperty();
    }

    @Override
    public RunningCommand console(String line, ConsoleOutput output) {
        AtomicReference<StartedCommand> started = new AtomicReference<>();
        thread.run(() -> {
            player.goToPresent();
            List<String> words = CommandLine.split(line);
            started.set(player.run()
                    .command(
                            Script.kubectl(words).orElse(words),
                            files,
                            onScreen(output::print),
                            onScreen(output::printError),
                            code -> tasks.onScreen(() -> output.done(code))));
            passCommandTime();
            tasks.onScreen(() -> commands.set(commands.get() + 1));
        });
        return () -> thread.run(() -> {
            player.goToPresent();
            Optional.ofNullable(started.get()).ifPresent(player.run()::stop);
        });
    }

    /// A command takes its time also while the simulation is paused, so that what it does is seen.
    private void passCommandTime() {
        player.pass(COMMAND_TIME);
        moments.tell();
    }

    private Consumer<String> onScreen(Consumer<String> print) {
        return text -> tasks.onScreen(() -> print.accept(text));
    }

    @Override
    public Playback playback() {
        return playback;
    }

    @Override
    public ReadOnlyObjectProperty<Traffic> trafficProperty() {
        return moments.trafficProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Loads> loadsProperty() {
        return moments.loadsProperty();
    }

    @Override
    public void step() {
        playback.playingProperty().set(false);
        move(player::step);
    }

    @Override
    public void stepBack() {
        playback.playingProperty().set(false);
        move(player::stepBack);
    }

    @Override
    public void goTo(Duration moment) {
        move(() -> {
            boolean hurries = player.goTo(moment.toNanos());
            tasks.onScreen(() -> playback.playingProperty().set(hurries));
        });
    }

    @Override
    public void goToPresent() {
        move(player::goToPresent);
    }

    @Override
    public void runUntil(Goal goal) {
        move(() -> {
            player.runUntil(goal);
            tasks.onScreen(() -> playback.playingProperty().set(true));
        });
    }

    @Override
    public void restart() {
        branches.restart();
    }

    @Override
    public void fork() {
        playback.playingProperty().set(false);
        branches.fork(this);
    }

    @Override
    public Optional<Origin> origin() {
        return branches.origin();
    }

    @Override
    public Branches branches() {
        return branches;
    }

    /// All that the run follows from, and the moment that is seen.
    Tasks.Work<Recording> recording() {
        return tasks.work(player::recording);
    }

    /// What the cluster held at a moment; to one that is to come the run goes on.
    Tasks.Work<Snapshot> heldAt(Duration moment) {
        return tasks.work(() -> {
            player.goOnTo(moment.toNanos(), thread::isEnded);
            moments.tell();
            return player.at(moment.toNanos());
        });
    }

    @Override
    public void close() {
        branches.left(this);
    }

    /// Stands still; the session may be looked at again.
    void rest() {
        playback.playingProperty().set(false);
    }

    @Override
    public void whenClosed(Runnable action) {
        closing.add(action);
    }

    /// Ends the run.
    void end() {
        closing.forEach(Runnable::run);
        closing.clear();
        thread.run(() -> player.run().close());
        thread.end();
    }
}
