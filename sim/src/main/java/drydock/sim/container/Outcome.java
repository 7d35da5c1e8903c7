package drydock.sim.container;

/// What became of a call, as the program that made it sees it.
public sealed interface Outcome {

    /// The other side answered.
    ///
    /// @param address the address that was dialled
    record Answered(Reply reply, String address) implements Outcome {}

    /// Nobody listens there, or a rule says no: the connection was turned away at once.
    record Refused(String address) implements Outcome {}

    /// No answer came in the time that the program waits.
    ///
    /// @param connected whether there was a connection
    record TimedOut(String address, boolean connected) implements Outcome {}

    /// There is nothing at that address.
    record Unreachable(String address) implements Outcome {}

    /// The name is not known.
    record NoSuchHost(String host) implements Outcome {}

    /// No name server answered.
    record NoNameServer(String host) implements Outcome {}

    /// The status of an HTTP answer, 0 where none came.
    default int status() {
        return this instanceof Answered(var reply, var _) ? reply.status() : 0;
    }

    /// Whether an answer came that says no failure.
    default boolean succeeded() {
        return status() >= 200 && status() < 400;
    }
}
