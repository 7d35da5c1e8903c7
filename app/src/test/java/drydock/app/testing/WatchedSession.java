package drydock.app.testing;

import drydock.app.observe.Observed;
import drydock.app.session.ClusterSession;
import drydock.app.session.ConsoleOutput;
import drydock.app.session.RunningCommand;
import drydock.app.task.Tasks;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterInfo;
import java.time.Instant;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/// A session of a live cluster whose events a test tells; it has no cluster to be asked.
public record WatchedSession(Observed observed, Instant now) implements ClusterSession {

    public WatchedSession(Tasks tasks, Instant now) {
        this(new Observed(tasks), now);
    }

    @Override
    public ClusterInfo info() {
        return new ClusterInfo("shop", "https://shop.example", "v1.36.0", false);
    }

    @Override
    public ObservableValue<Boolean> passesProperty() {
        return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
    }

    @Override
    public <T> Tasks.Work<T> ask(Function<Cluster, T> question) {
        throw new UnsupportedOperationException("there is no cluster");
    }

    @Override
    public RunningCommand console(String line, ConsoleOutput output) {
        throw new UnsupportedOperationException("there is no cluster");
    }

    @Override
    public void whenClosed(Runnable action) {}

    @Override
    public void close() {}
}
