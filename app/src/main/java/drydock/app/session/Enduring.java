package drydock.app.session;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Subscription;
import java.time.Duration;
import java.util.function.BiConsumer;

/// A cluster beside which something can go on for long while the window lives on. Belongs to the JavaFX thread.
public interface Enduring {

    /// What goes on.
    @FunctionalInterface
    interface Course {

        /// Begins it; the subscription ends it.
        ///
        /// @param cluster whose watches call back on the same thread
        /// @param later lets something happen later, on the same thread
        Subscription begin(Cluster cluster, BiConsumer<Duration, Runnable> later);
    }

    /// Lets something go on, on a thread of its own, until it is closed. Nothing happens on that thread afterwards.
    Subscription begin(Course course);
}
