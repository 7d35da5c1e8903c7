package drydock.app.session;

import java.time.Instant;
import java.util.Optional;

/// A cluster that may have begun as a copy of another one, which it has nothing to do with any more.
public interface TakenFrom {

    /// Of which cluster it is a copy.
    ///
    /// @param cluster what that is called
    /// @param at the moment at which it was as this one began
    record Origin(String cluster, Instant at) {}

    /// Of which cluster it is a copy; empty if it is none.
    Optional<Origin> origin();
}
