package drydock.render.layout;

import java.util.concurrent.CancellationException;

/// Follows a layout that may take long, and can stop it. Called on the thread that lays out.
public interface LayoutWatch {

    /// Lets it run to its end, unseen.
    LayoutWatch NONE = new LayoutWatch() {
        @Override
        public boolean isStopped() {
            return false;
        }

        @Override
        public void done(double share) {
            // nobody looks
        }
    };

    /// Whether the layout is not wanted any more.
    boolean isStopped();

    /// Says how much is done, from 0 to 1; never less than before.
    void done(double share);

    /// @throws CancellationException if the layout is not wanted any more
    default void check() {
        if (isStopped()) {
            throw new CancellationException("the layout was stopped");
        }
    }
}
