package drydock.app.live.watch;

import java.util.function.Consumer;

/// The way to what a server holds of one kind. Calls block; an interrupt of the calling thread ends them with a
/// [WireException].
public interface Wire {

    /// One page of the objects there are.
    ///
    /// @param next where to go on, as the page before said; empty for the first
    /// @param whole whether all is wanted in one page
    Page page(String next, boolean whole) throws WireException;

    /// Tells each change after `version`, until the server ends the stream in good order.
    ///
    /// @throws WireException if the server refuses, tells of an error, or the connection breaks
    void follow(String version, Consumer<Change> changes) throws WireException;
}
