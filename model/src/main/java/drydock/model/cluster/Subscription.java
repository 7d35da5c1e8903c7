package drydock.model.cluster;

/// A watch that goes on until it is closed; closing it twice does nothing.
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    /// Ends the watch. An event that is already on its way may still arrive.
    @Override
    void close();
}
