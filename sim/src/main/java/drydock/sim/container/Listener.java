package drydock.sim.container;

import java.util.function.Consumer;

/// Answers what comes in on a port.
@FunctionalInterface
public interface Listener {

    /// Answers `message`, at once, later, or never.
    void serve(Message message, Consumer<Reply> then);

    /// What a server is asked.
    ///
    /// @param client the address that the server sees
    record Message(Call call, String client) {}
}
