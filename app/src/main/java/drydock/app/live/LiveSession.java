package drydock.app.live;

import drydock.app.observe.Observed;
import drydock.app.session.ClusterSession;
import drydock.app.session.ConsoleOutput;
import drydock.app.session.WatchedKinds;
import drydock.app.task.Tasks;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceKind;
import java.time.Instant;
import java.util.function.Function;

/// A live cluster before the window.
public final class LiveSession implements ClusterSession {

    private final LiveCluster cluster;
    private final Tasks tasks;
    private final Observed observed;

    /// Begins to watch.
    ///
    /// @param namespace the namespace to watch, empty for all
    public LiveSession(LiveCluster cluster, String namespace, Tasks tasks) {
        this.cluster = cluster;
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
    public Instant now() {
        return cluster.now();
    }

    @Override
    public <T> Tasks.Work<T> ask(Function<Cluster, T> question) {
        return tasks.work(() -> question.apply(cluster));
    }

    @Override
    public void console(String line, ConsoleOutput output) {
        output.printError("no console yet\n");
        output.done(1);
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
