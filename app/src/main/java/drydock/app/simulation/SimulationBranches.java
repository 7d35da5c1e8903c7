package drydock.app.simulation;

import drydock.app.comparison.Comparison;
import drydock.app.session.TakenFrom;
import drydock.app.text.Messages;
import drydock.app.timeline.Branches;
import drydock.app.timeline.Clock;
import drydock.app.workspace.Workspace;
import drydock.sim.kubectl.FileReader;
import drydock.sim.run.Commands;
import drydock.sim.run.RecordedRun;
import drydock.sim.run.Recording;
import drydock.sim.store.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A simulation and the runs that were forked off it. One of them is seen; the others stand still.
final class SimulationBranches implements Branches {

    /// Shows what two runs hold.
    @FunctionalInterface
    interface Compared {
        void show(Duration moment, String first, String second, Comparison comparison);
    }

    private final Messages messages = Messages.of(SimulationBranches.class);
    private final Workspace workspace;
    private final Commands commands;
    private final FileReader files;
    private final Runnable restart;
    private final Compared compared;
    private final Optional<TakenFrom.Origin> origin;
    private final List<SimulationSession> sessions = new ArrayList<>();
    private final ObservableList<String> names = FXCollections.observableArrayList();

    /// Held here, since it hears of changes only as long as somebody holds it.
    private final ObservableList<String> readOnlyNames = FXCollections.unmodifiableObservableList(names);
    private final AtomicBoolean ended = new AtomicBoolean();
    private int shown;
    private boolean switching;

    /// @param origin which cluster the runs began as a copy of
    SimulationBranches(
            Workspace workspace,
            Commands commands,
            FileReader files,
            Runnable restart,
            Compared compared,
            Optional<TakenFrom.Origin> origin) {
        this.workspace = workspace;
        this.commands = commands;
        this.files = files;
        this.restart = restart;
        this.compared = compared;
        this.origin = origin;
    }

    Optional<TakenFrom.Origin> origin() {
        return origin;
    }

    /// Shows the first run.
    ///
    /// @param seen the moment that is seen at first, in virtual nanoseconds since the start; empty for the present
    SimulationSession begin(RecordedRun run, OptionalLong seen) {
        SimulationSession session = add(run, seen, messages.get("simulating.run"));
        workspace.look(session);
        return session;
    }

    private SimulationSession add(RecordedRun run, OptionalLong seen, String name) {
        SimulationSession session = new SimulationSession(run, seen, files, workspace.tasks(), this);
        sessions.add(session);
        shown = sessions.size() - 1;
        names.add(name);
        return session;
    }

    @Override
    public ObservableList<String> names() {
        return readOnlyNames;
    }

    @Override
    public int shown() {
        return shown;
    }

    @Override
    public void show(int index) {
        if (index != shown) {
            shown = index;
            look(sessions.get(index));
        }
    }

    /// What is left for another of these rests and is not ended.
    private void look(SimulationSession session) {
        switching = true;
        workspace.look(session);
        switching = false;
    }

    void restart() {
        restart.run();
    }

    /// Runs a session's past again, in the background, and shows what comes of it.
    void fork(SimulationSession session) {
        workspace.messageProperty().set(messages.get("simulating.forking"));
        session.recording()
                .then(recording -> replay(recording.until(recording.momentNanos())))
                .start();
    }

    private void replay(Recording recording) {
        workspace
                .tasks()
                .work(() -> RecordedRun.replay(recording, commands, ended::get))
                .then(run -> forked(run, recording.endNanos()))
                .start();
    }

    private void forked(RecordedRun run, long nanos) {
        if (ended.get()) {
            run.close();
            return;
        }
        String at = Clock.text(Duration.ofNanos(nanos));
        look(add(run, OptionalLong.empty(), messages.get("simulating.fork", names.size(), at)));
        workspace.messageProperty().set(messages.get("simulating.forked", at));
    }

    /// Both at the moment that is seen: a run that has not come so far goes on to it.
    @Override
    public void compareWith(int index) {
        SimulationSession here = sessions.get(shown);
        SimulationSession there = sessions.get(index);
        Duration moment =
                here.pastProperty().get().orElse(here.elapsedProperty().get());
        String first = names.get(shown);
        workspace
                .messageProperty()
                .set(
                        moment.compareTo(there.elapsedProperty().get()) > 0
                                ? messages.get("simulating.goingOn", names.get(index), Clock.text(moment))
                                : "");
        here.heldAt(moment)
                .then(held -> compare(held, there, moment, first, names.get(index)))
                .start();
    }

    private void compare(Snapshot held, SimulationSession there, Duration moment, String first, String second) {
        there.heldAt(moment)
                .then(other -> {
                    workspace.messageProperty().set("");
                    compared.show(moment, first, second, Comparison.of(held.all(), other.all()));
                })
                .start();
    }

    /// A session is no longer seen.
    void left(SimulationSession session) {
        if (switching) {
            session.rest();
        } else {
            ended.set(true);
            sessions.forEach(SimulationSession::end);
        }
    }
}
