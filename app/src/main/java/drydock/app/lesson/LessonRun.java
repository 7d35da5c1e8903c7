package drydock.app.lesson;

import drydock.app.timeline.SimulationTime;
import drydock.app.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A lesson's script as it is played: each line typed into the console, one after the other.
///
/// The simulation begins with the first line, with the project's nodes and nothing on them. Time goes on while a line
/// runs, as fast as the time bar says.
public final class LessonRun {

    /// Types a line into the console, and says when it is done.
    @FunctionalInterface
    public interface Typing {
        void type(String line, IntConsumer done);
    }

    /// How a line of the script stands.
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    private final Workspace workspace;
    private final Runnable begin;
    private final Typing console;
    private final List<LessonLine> lines = new ArrayList<>();
    private final ObservableList<State> states = FXCollections.observableArrayList();

    /// Held here, since it hears of changes only as long as somebody holds it.
    private final ObservableList<State> readOnlyStates = FXCollections.unmodifiableObservableList(states);

    private final ReadOnlyIntegerWrapper next = new ReadOnlyIntegerWrapper(this, "next", 0);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing", false);
    private int run;

    /// @param begin starts a simulation of the project's nodes
    public LessonRun(Workspace workspace, Runnable begin, Typing console) {
        this.workspace = workspace;
        this.begin = begin;
        this.console = console;
        workspace.sessionProperty().subscribe(session -> {
            if (session.isEmpty()) {
                reset();
            }
        });
    }

    /// Another script, from its beginning.
    void open(List<LessonLine> script) {
        workspace.design();
        lines.clear();
        lines.addAll(script);
        reset();
    }

    /// How each line stands.
    ObservableList<State> states() {
        return readOnlyStates;
    }

    /// The line that is to be typed next; as many as there are when all are done.
    ReadOnlyIntegerProperty nextProperty() {
        return next.getReadOnlyProperty();
    }

    /// Whether a line runs at this moment.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Whether the lines are typed by themselves.
    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// Types the next line, unless one still runs.
    void step() {
        if (busy.get() || next.get() >= lines.size()) {
            return;
        }
        if (next.get() == 0) {
            begin.run();
        }
        workspace
                .session()
                .filter(SimulationTime.class::isInstance)
                .ifPresent(
                        session -> ((SimulationTime) session).playingProperty().set(true));
        int line = next.get();
        int mine = run;
        next.set(line + 1);
        busy.set(true);
        states.set(line, State.RUNNING);
        console.type(lines.get(line).text(), code -> {
            if (mine == run) {
                done(line, code);
            }
        });
    }

    /// Types all lines that are left, until one fails or `pause` is called.
    void play() {
        playing.set(true);
        step();
    }

    void pause() {
        playing.set(false);
    }

    private void done(int line, int code) {
        boolean good = code == 0 || lines.get(line).mayFail();
        states.set(line, good ? State.DONE : State.FAILED);
        busy.set(false);
        if (!good || next.get() >= lines.size()) {
            playing.set(false);
        }
        if (playing.get()) {
            step();
        }
    }

    /// From the beginning again: what still runs is not waited for.
    private void reset() {
        run++;
        playing.set(false);
        busy.set(false);
        next.set(0);
        states.setAll(lines.stream().map(_ -> State.WAITING).toList());
    }
}
