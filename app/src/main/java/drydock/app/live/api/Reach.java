package drydock.app.live.api;

/// Where a user may read a kind.
public sealed interface Reach {

    /// Wherever it was asked for.
    record Whole() implements Reach {}

    /// Only in one namespace, though all were asked for.
    record Only(String namespace) implements Reach {}

    /// Nowhere that was asked for.
    ///
    /// @param message the server's words, or words like them
    record Nowhere(String message) implements Reach {}
}
