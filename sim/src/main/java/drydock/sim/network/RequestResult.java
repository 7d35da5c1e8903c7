package drydock.sim.network;

/// How a request ended.
public sealed interface RequestResult {

    /// Something answered; `status` is HTTP's, 200 for what is no HTTP and went well.
    record Answered(int status) implements RequestResult {}

    /// The connection was turned away.
    record Refused(Why why) implements RequestResult {}

    /// No answer came.
    record TimedOut(Why why) implements RequestResult {}

    /// A NetworkPolicy let it not through: `policies` choose the Pod, and none of them allows it.
    record Dropped(String policies) implements RequestResult {}

    /// There is nothing at the address.
    record Unreachable(String address) implements RequestResult {}

    /// The name is not known.
    record UnknownName(String name) implements RequestResult {}

    /// Whether an answer came that says no failure of the server.
    default boolean succeeded() {
        return this instanceof Answered(var status) && status < 500;
    }
}
