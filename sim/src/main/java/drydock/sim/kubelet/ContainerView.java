package drydock.sim.kubelet;

import java.time.Instant;
import java.util.Optional;

/// What is known of one container of a Pod at a moment.
///
/// @param current its last run, running or ended
/// @param previous the run before that
/// @param waiting why it could not be started when that was last tried
/// @param ready whether its readiness probe, if it has one, has passed
/// @param started whether its startup probe, if it has one, has passed
record ContainerView(
        Optional<Run> current, Optional<Run> previous, Optional<Waiting> waiting, boolean ready, boolean started) {

    static final ContainerView NONE =
            new ContainerView(Optional.empty(), Optional.empty(), Optional.empty(), false, false);

    /// One run of a container.
    ///
    /// @param restarts how many runs there were before it
    /// @param exit how it ended, empty while it runs
    record Run(String id, String imageId, int restarts, Instant startedAt, Optional<Exit> exit) {}

    /// How a run ended.
    record Exit(int code, String reason, String message, Instant at) {}

    /// Why a container is not running.
    record Waiting(String reason, String message) {}

    boolean running() {
        return current.isPresent() && current.get().exit().isEmpty();
    }

    Optional<Exit> exit() {
        return current.flatMap(Run::exit);
    }

    boolean succeeded() {
        return exit().filter(e -> e.code() == 0).isPresent();
    }
}
