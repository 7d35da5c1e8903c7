package drydock.app.live;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ForwardingCluster;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The thread of something that goes on beside a live cluster: all that it hears and has put off comes there, one after
/// the other, in the order of what happened.
///
/// A simulation has one thread by nature, and commands are written for that. A live cluster calls on many.
final class OwnThread implements AutoCloseable {

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofVirtual().name("command").factory());

    OwnThread() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
    }

    /// Does something there; nothing once it is closed.
    void run(Runnable action) {
        after(Duration.ZERO, action);
    }

    void after(Duration delay, Runnable action) {
        try {
            var _ = thread.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException isClosed) {
            // whoever waited for it is gone
        }
    }

    /// The same cluster, whose watches call back there.
    Cluster hearing(Cluster cluster) {
        return new ForwardingCluster(cluster) {
            @Override
            public Subscription watch(Query query, Consumer<ClusterEvent> listener) {
                return cluster.watch(query, event -> run(() -> listener.accept(event)));
            }
        };
    }

    /// Lets what is under way end, and nothing more begin.
    @Override
    public void close() {
        thread.shutdown();
    }
}
