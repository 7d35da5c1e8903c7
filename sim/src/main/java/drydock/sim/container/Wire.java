package drydock.sim.container;

import java.util.function.Consumer;

/// What carries calls from a network to wherever they go.
@FunctionalInterface
public interface Wire {

    /// Carries `call` from a program in `from`; `then` gets what became of it, after virtual time.
    void send(Network from, Call call, Consumer<Outcome> then);

    /// A network that is alone with the world outside: for a container without a cluster.
    static Wire to(Outside outside) {
        return (from, call, then) -> {
            if (from.isSelf(call.host())) {
                from.deliver(call, from.address(), from.address(), then);
            } else {
                outside.answer(call)
                        .ifPresentOrElse(
                                reply -> then.accept(new Outcome.Answered(reply, call.host())),
                                () -> then.accept(new Outcome.NoSuchHost(call.host())));
            }
        };
    }

    /// Looks a name up as a program in `from` would; empty if it is not known.
    default java.util.Optional<NameAnswer> lookUp(Network from, String name) {
        return java.util.Optional.empty();
    }
}
