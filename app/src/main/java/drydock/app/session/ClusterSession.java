package drydock.app.session;

import drydock.app.observe.Observed;
import drydock.app.task.Tasks;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterInfo;
import java.time.Instant;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/// A cluster that the window has before it, from connecting to closing.
///
/// **Threads.** All methods belong to the JavaFX thread; what is asked of the cluster itself runs where the cluster
/// wants it and answers on the JavaFX thread.
public interface ClusterSession extends AutoCloseable {

    /// True, for ever.
    ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    ClusterInfo info();

    /// What the cluster is known to hold.
    Observed observed();

    /// The time by which the cluster's objects are to be judged at this moment.
    Instant now();

    /// Whether that time goes on by itself.
    ObservableValue<Boolean> passesProperty();

    /// Asks or tells the cluster something; start the work that is returned.
    <T> Tasks.Work<T> ask(Function<Cluster, T> question);

    /// Types a command line into the cluster's console.
    ///
    /// @param line as `kubectl get pods`
    /// @param output told what it prints, and at last that it is done
    RunningCommand console(String line, ConsoleOutput output);

    /// Whether it goes on while something else is looked at, until it is closed by name.
    default boolean staysOpen() {
        return false;
    }

    /// Whether what is done to it is carried out. A live cluster is opened for reading only; the user unlocks it.
    default ObservableBooleanValue writable() {
        return ALWAYS;
    }

    /// Whether there is no cluster behind it any more, but only what was recorded of one: it can never be changed.
    default boolean isRecorded() {
        return false;
    }

    /// Runs `action` when the session is closed, on the JavaFX thread; never for one that is not.
    void whenClosed(Runnable action);

    /// Ends the session. A live cluster stays as it is; a simulated one is gone.
    @Override
    void close();
}
