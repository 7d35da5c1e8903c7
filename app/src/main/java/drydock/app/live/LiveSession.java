package drydock.app.live;

import drydock.app.observe.Observed;
import drydock.app.session.ClusterSession;
import drydock.app.session.ConsoleOutput;
import drydock.app.session.RunningCommand;
import drydock.app.session.WatchedKinds;
import drydock.app.task.Tasks;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceKind;
import drydock.sim.container.CommandLine;
import drydock.sim.script.CommandRunner;
import drydock.sim.script.Script;
import drydock.sim.script.StartedCommand;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/// A live cluster before the window.
public final class LiveSession implements ClusterSession {

    private final LiveCluster cluster;
    private final CommandRunner commands;
    private final Tasks tasks;
    private final Observed observed;

    /// Begins to watch.
    ///
    /// @param namespace the namespace to watch, empty for all
    /// @param commands what the console's commands are run by, on a cluster
    public LiveSession(LiveCluster cluster, String namespace, Function<Cluster, CommandRunner> commands, Tasks tasks) {
        this.cluster = cluster;
        this.commands = commands.apply(cluster);
        this.tasks = tasks;
        this.observed = new Observed(tasks);
        for (ResourceKind kind : WatchedKinds.of(cluster.kinds())) {
            observed.expect(kind);
            cluster.watch(Query.in(kind, namespace), observed);
        }
    }

    @Override
    public ClusterInfo info() {
        return cluster.info();
    }

    @Override
    public Observed observed() {
        return observed;
    }

    @Override
    public ObservableValue<Boolean> passesProperty() {
        return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
    }

    @Override
    public Instant now() {
        return cluster.now();
    }

    @Override
    public <T> Tasks.Work<T> ask(Function<Cluster, T> question) {
        return tasks.work(() -> question.apply(cluster));
    }

    @Override
    public RunningCommand console(String line, ConsoleOutput output) {
        List<String> words = CommandLine.split(line);
        CompletableFuture<StartedCommand> started = new CompletableFuture<>();
        tasks.work(() -> {
                    started.complete(commands.start(
                            Script.kubectl(words).orElse(words),
                            text -> tasks.onScreen(() -> output.print(text)),
                            text -> tasks.onScreen(() -> output.printError(text)),
                            code -> tasks.onScreen(() -> output.done(code))));
                    return line;
                })
                .otherwise(failure -> {
                    output.printError(failure.getMessage() + "\n");
                    output.done(1);
                })
                .start();
        return () -> tasks.work(() -> {
                    var _ = started.thenAccept(StartedCommand::stop);
                    return line;
                })
                .start();
    }

    @Override
    public void close() {
        tasks.work(() -> {
                    cluster.close();
                    return cluster.info();
                })
                .otherwise(_ -> {
                    // a connection that cannot be closed is gone all the same
                })
                .start();
    }
}
