package drydock.app.session;

/// A command of the console under way.
@FunctionalInterface
public interface RunningCommand {

    /// Stops it as Ctrl+C does, so that it is done with 130; nothing happens if it is done.
    void stop();
}
