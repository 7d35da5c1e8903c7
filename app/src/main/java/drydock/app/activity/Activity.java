package drydock.app.activity;

import drydock.app.session.ClusterSession;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Something that goes on in a cluster. Belongs to the JavaFX thread.
public final class Activity {

    /// How it stands.
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        STOPPED
    }

    /// What can be done about it beside ending it, as "Roll back…".
    public record Remedy(String name, Runnable run) {}

    private static final int MOST_LINES = 2_000;

    private final ClusterSession session;
    private final String title;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", -1);
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(this, "state", State.RUNNING);
    private final ObjectProperty<Optional<Remedy>> remedy =
            new SimpleObjectProperty<>(this, "remedy", Optional.empty());
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private Runnable stop = () -> {};
    private boolean work;

    /// @param title what it is, as "Drain node-2"
    public Activity(ClusterSession session, String title) {
        this.session = session;
        this.title = title;
    }

    public ClusterSession session() {
        return session;
    }

    public String title() {
        return title;
    }

    /// How far it is, in a few words.
    public StringProperty textProperty() {
        return text;
    }

    /// How much of it is done, from 0 to 1; below 0 where that is not known.
    public DoubleProperty progressProperty() {
        return progress;
    }

    public ObjectProperty<State> stateProperty() {
        return state;
    }

    public ObjectProperty<Optional<Remedy>> remedyProperty() {
        return remedy;
    }

    /// All that was told of it, line by line.
    public ObservableList<String> lines() {
        return lines;
    }

    /// Says how far it is.
    public void tell(String words, double done) {
        if (state.get() == State.RUNNING) {
            progress.set(done);
            say(words);
        }
    }

    /// Says how it ended. What is said afterwards is not heard.
    public void end(State how, String words) {
        if (state.get() == State.RUNNING) {
            say(words);
            state.set(how);
        }
    }

    /// Adds a line without changing the words.
    public void note(String line) {
        if (lines.size() >= MOST_LINES) {
            lines.remove(0, MOST_LINES / 10);
        }
        lines.add(line);
    }

    private void say(String words) {
        if (!text.get().equals(words)) {
            text.set(words);
            note(words);
        }
    }

    /// Says that this is more than watching: what is done in the cluster ends with it.
    public void setWork() {
        work = true;
    }

    /// Whether something is left undone in the cluster if it is ended now.
    public boolean isUndone() {
        return work && state.get() == State.RUNNING;
    }

    /// Says how it is ended before its time.
    public void setOnStop(Runnable handler) {
        stop = handler;
    }

    /// Ends it before its time, if it goes on.
    public void stop() {
        if (state.get() == State.RUNNING) {
            stop.run();
        }
    }
}
