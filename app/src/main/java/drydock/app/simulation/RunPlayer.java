package drydock.app.simulation;

import drydock.app.session.Component;
import drydock.app.session.Decision;
import drydock.app.timeline.Goal;
import drydock.model.resource.ResourceId;
import drydock.sim.Simulation;
import drydock.sim.history.Causes;
import drydock.sim.run.RecordedRun;
import drydock.sim.run.Recording;
import drydock.sim.store.Change;
import drydock.sim.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A run that is played: in the present, where it goes on, or in its past, where it is looked at.
///
/// Belongs to the simulation's thread.
final class RunPlayer {

    private static final Duration LONGEST_RUN_FOR_A_GOAL = Duration.ofHours(1);
    private static final int MOST_ACTIONS_A_STEP = 100_000;

    private final RecordedRun run;
    private final Simulation simulation;
    private final Pace pace;
    private OptionalLong past = OptionalLong.empty();
    private @Nullable Hurry hurry;

    /// Running as fast as it goes, to somewhere.
    private record Hurry(BooleanSupplier reached, long latestNanos) {}

    RunPlayer(RecordedRun run, OptionalLong past) {
        this.run = run;
        this.simulation = run.simulation();
        this.pace = new Pace(simulation, System::nanoTime);
        this.past = past;
    }

    RecordedRun run() {
        return run;
    }

    /// The moment that is looked back at, empty in the present.
    OptionalLong past() {
        return past;
    }

    /// The moment that is seen, in virtual nanoseconds since the start.
    long seenNanos() {
        return past.orElse(presentNanos());
    }

    long presentNanos() {
        return simulation.engine().nowNanos();
    }

    void setPlaying(boolean on) {
        pace.setPlaying(on);
        if (!on) {
            hurry = null;
        }
    }

    void setSpeed(double speed) {
        pace.setSpeed(speed);
    }

    double speed() {
        return pace.speed();
    }

    /// Lets go by what is due since the last tick.
    ///
    /// @return whether a goal was reached, so that time is to stand still
    boolean tick() {
        Duration due = pace.due();
        boolean reached = false;
        if (hurry != null) {
            reached = pace.advanceUntil(hurry.reached(), hurry.latestNanos());
            if (reached) {
                setPlaying(false);
            }
        } else if (past.isPresent()) {
            goOnInThePast(due);
        } else {
            pace.advance(due);
        }
        return reached;
    }

    private void goOnInThePast(Duration due) {
        if (due.isPositive()) {
            long next = past.orElseThrow() + due.toNanos();
            past = next < presentNanos() ? OptionalLong.of(next) : OptionalLong.empty();
        }
    }

    /// Looks back at a moment, or, if it is to come, hurries there.
    ///
    /// @return whether time is to go on
    boolean goTo(long nanos) {
        if (nanos < presentNanos()) {
            past = OptionalLong.of(Math.max(0, nanos));
            return false;
        }
        past = OptionalLong.empty();
        hurry = new Hurry(() -> false, nanos);
        return nanos > presentNanos();
    }

    void goToPresent() {
        past = OptionalLong.empty();
    }

    /// Hurries until a goal is met.
    void runUntil(Goal goal) {
        goToPresent();
        List<Change> log = simulation.cluster().log();
        int before = log.size();
        long start = presentNanos();
        long[] looked = {-1};
        hurry = new Hurry(
                () -> {
                    if (goal != Goal.QUIET && looked[0] == log.size()) {
                        return false;
                    }
                    looked[0] = log.size();
                    return log.size() > before
                            && Goals.met(
                                    goal,
                                    goal == Goal.AVAILABLE ? now().all().toList() : List.of(),
                                    log.subList(before, log.size()),
                                    start,
                                    presentNanos());
                },
                start + LONGEST_RUN_FOR_A_GOAL.toNanos());
    }

    /// Goes to the next moment at which something changes: in the past to the next one that was.
    void step() {
        List<Change> log = simulation.cluster().log();
        if (past.isPresent()) {
            int behind = Math.toIntExact(now().version());
            past = behind < log.size() ? OptionalLong.of(log.get(behind).atNanos()) : OptionalLong.empty();
            return;
        }
        int before = log.size();
        for (int i = 0; i < MOST_ACTIONS_A_STEP && log.size() == before; i++) {
            if (!simulation.step()) {
                break;
            }
        }
    }

    /// Goes back to the last moment before the one that is seen at which something changed.
    void stepBack() {
        List<Change> log = simulation.cluster().log();
        long seen = seenNanos();
        int behind = past.isPresent() ? Math.toIntExact(now().version()) : log.size();
        while (behind > 0 && log.get(behind - 1).atNanos() >= seen) {
            behind--;
        }
        past = OptionalLong.of(behind == 0 ? 0 : log.get(behind - 1).atNanos());
    }

    /// Lets a little time go by whether it is played or not.
    void pass(Duration time) {
        simulation.advance(time, MOST_ACTIONS_A_STEP);
    }

    /// What the cluster held at the moment that is seen.
    Snapshot now() {
        return at(seenNanos());
    }

    /// What the cluster held at any moment so far, in virtual nanoseconds since the start.
    Snapshot at(long nanos) {
        return simulation.cluster().at(run.options().start().plusNanos(nanos));
    }

    /// Goes on to a moment that is to come, however long that takes; nothing is done to the run meanwhile.
    ///
    /// @param ended whether to leave off
    void goOnTo(long nanos, BooleanSupplier ended) {
        while (presentNanos() < nanos && !ended.getAsBoolean()) {
            simulation.advance(Duration.ofNanos(nanos - presentNanos()), MOST_ACTIONS_A_STEP);
        }
    }

    /// Why things are as they are at the moment that is seen.
    Causes causes() {
        return new Causes(seenLog());
    }

    /// The components at the moment that is seen, and what each did last.
    List<Component> components() {
        return Components.of(simulation, seenLog(), past.isEmpty());
    }

    private List<Change> seenLog() {
        return simulation.cluster().log().subList(0, Math.toIntExact(now().version()));
    }

    /// What the scheduler made of a Pod up to the moment that is seen; of the Pod of this name that is there then.
    List<Decision> decisions(ResourceId pod) {
        Instant start = run.options().start();
        Instant made = now().get(pod)
                .map(object -> Instant.parse(object.getMetadata().getCreationTimestamp()))
                .orElse(start);
        return Verdicts.of(simulation.decisions(pod), start, made, start.plusNanos(seenNanos()));
    }

    Recording recording() {
        return run.recording(seenNanos());
    }
}
