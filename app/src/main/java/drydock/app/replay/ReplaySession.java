package drydock.app.replay;

import drydock.app.observe.Observed;
import drydock.app.reasons.ObservedReasons;
import drydock.app.recording.Header;
import drydock.app.session.ClusterCommands;
import drydock.app.session.ClusterSession;
import drydock.app.session.ConsoleOutput;
import drydock.app.session.Explained;
import drydock.app.session.Reason;
import drydock.app.session.RunningCommand;
import drydock.app.task.Tasks;
import drydock.app.timeline.Playback;
import drydock.app.timeline.PlayedTime;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterInfo;
import drydock.model.resource.ResourceId;
import drydock.sim.container.CommandLine;
import drydock.sim.script.Script;
import drydock.sim.script.StartedCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/// A recorded watch before the window: looked at like a live cluster, gone through like a simulation, and changed by
/// nobody.
public final class ReplaySession implements ClusterSession, Explained, PlayedTime {

    private static final ObservableBooleanValue NEVER = new SimpleBooleanProperty(false);
    private static final double TICK_MILLIS = 33;
    private static final long FASTEST_TICK_NANOS = Duration.ofMinutes(1).toNanos();

    private final OpenedRecording recording;
    private final ReplayPlayer player;
    private final ClusterCommands commands;
    private final Tasks tasks;
    private final Observed observed;
    private final List<Runnable> closing = new ArrayList<>();
    private final Playback playback;
    private final Timeline ticking =
            new Timeline(new KeyFrame(javafx.util.Duration.millis(TICK_MILLIS), _ -> tick(System.nanoTime())));
    private long lastTick;

    /// Begins, paused, when all that there was at the start had been told.
    ///
    /// @param commands what the console's commands are run by
    public ReplaySession(Beginning beginning, ClusterCommands commands, Tasks tasks) {
        this.recording = beginning.recording();
        this.player = beginning.player();
        this.commands = commands;
        this.tasks = tasks;
        this.observed = new Observed(tasks);
        this.playback = new Playback(Duration.ofNanos(recording.endNanos()));
        playback.mark(recording.marks());
        recording.standings().forEach(standing -> observed.expect(standing.kind()));
        ticking.setCycleCount(Animation.INDEFINITE);
        playback.playingProperty().subscribe((_, on) -> play(on));
        show(beginning.told());
    }

    /// Of which cluster it is.
    public Header header() {
        return recording.header();
    }

    private void play(boolean on) {
        if (!on) {
            ticking.stop();
            return;
        }
        if (!playback.isPast()) {
            show(recording.wholeNanos());
        }
        lastTick = System.nanoTime();
        ticking.play();
    }

    private void tick(long nanoTime) {
        double passed = (nanoTime - lastTick) * playback.speedProperty().get();
        lastTick = nanoTime;
        show(player.seenNanos() + (long) Math.min(passed, (double) FASTEST_TICK_NANOS));
        if (!playback.isPast()) {
            playback.playingProperty().set(false);
        }
    }

    /// Shows a moment. Nothing is shown before all that there was at the start had been told: that the cluster had less
    /// then would not be true.
    private void show(long nanos) {
        show(player.goTo(Math.max(nanos, recording.wholeNanos())));
    }

    private void show(List<ClusterEvent> told) {
        told.forEach(observed);
        playback.sees(
                player.seenNanos() < recording.endNanos()
                        ? Optional.of(Duration.ofNanos(player.seenNanos()))
                        : Optional.empty());
    }

    @Override
    public ClusterInfo info() {
        return recording.header().cluster();
    }

    @Override
    public Observed observed() {
        return observed;
    }

    @Override
    public Instant now() {
        return recording.date(player.seenNanos());
    }

    @Override
    public ObservableValue<Boolean> passesProperty() {
        return playback.playingProperty();
    }

    @Override
    public boolean staysOpen() {
        return true;
    }

    @Override
    public ObservableBooleanValue writable() {
        return NEVER;
    }

    @Override
    public boolean isRecorded() {
        return true;
    }

    private Cluster cluster() {
        return new RecordedCluster(info(), player.seen(), now());
    }

    @Override
    public <T> Tasks.Work<T> ask(Function<Cluster, T> question) {
        Cluster moment = cluster();
        return tasks.work(() -> question.apply(moment));
    }

    @Override
    public Tasks.Work<List<Reason>> why(ResourceId object) {
        List<Reason> reasons = new ObservedReasons(observed).of(object, now());
        return tasks.work(() -> reasons);
    }

    /// Commands that read work on the moment that is seen; others are refused.
    @Override
    public RunningCommand console(String line, ConsoleOutput output) {
        Cluster moment = cluster();
        List<String> words = CommandLine.split(line);
        CompletableFuture<StartedCommand> started = new CompletableFuture<>();
        tasks.work(() -> commands.on(moment, namespace(), ReplaySession::after)
                        .start(
                                Script.kubectl(words).orElse(words),
                                text -> tasks.onScreen(() -> output.print(text)),
                                text -> tasks.onScreen(() -> output.printError(text)),
                                code -> tasks.onScreen(() -> output.done(code))))
                .then(started::complete)
                .otherwise(failure -> {
                    output.printError(failure.getMessage() + "\n");
                    output.done(1);
                })
                .start();
        return () -> {
            var _ = started.thenAccept(StartedCommand::stop);
        };
    }

    private String namespace() {
        String watched = recording.header().namespace();
        return watched.isEmpty() ? ResourceId.DEFAULT_NAMESPACE : watched;
    }

    private static void after(Duration delay, Runnable action) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(action);
    }

    @Override
    public Playback playback() {
        return playback;
    }

    @Override
    public Optional<Instant> began() {
        return Optional.of(recording.header().start());
    }

    @Override
    public void step() {
        playback.playingProperty().set(false);
        show(player.nextNanos());
    }

    @Override
    public void stepBack() {
        playback.playingProperty().set(false);
        show(player.previousNanos());
    }

    @Override
    public void goTo(Duration moment) {
        show(moment.toNanos());
    }

    @Override
    public void goToPresent() {
        playback.playingProperty().set(false);
        show(recording.endNanos());
    }

    @Override
    public void whenClosed(Runnable action) {
        closing.add(action);
    }

    @Override
    public void close() {
        playback.playingProperty().set(false);
        closing.forEach(Runnable::run);
        closing.clear();
    }
}
