package drydock.app.cli;

import drydock.model.cluster.ClusterEvent;
import java.time.Instant;
import java.util.List;

/// A way to write down what a cluster does.
interface WatchLines {

    /// The lines for one event; none if it says nothing new.
    ///
    /// @param at when it was told
    List<String> lines(ClusterEvent event, Instant at);
}
