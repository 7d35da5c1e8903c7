package drydock.app.live.watch;

import java.time.Duration;

/// Lets time go by.
@FunctionalInterface
public interface Pauses {

    /// Returns after `duration`.
    ///
    /// @throws InterruptedException if the thread was interrupted meanwhile
    void pause(Duration duration) throws InterruptedException;
}
