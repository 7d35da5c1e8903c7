package drydock.sim.container;

import java.util.function.Consumer;

/// Listening on a port for as long as a process lives.
final class Serving {

    private Serving() {}

    /// Takes `port` for the process, which ends with 1 if another has it.
    static void on(ContainerProcess process, int port, Listener listener) {
        Container container = process.container();
        process.after(container.load().startsAfter(), () -> {
            Listener loaded = container.load().around(living(process, listener));
            if (container.network().listen(port, loaded)) {
                process.atEnd(() -> container.network().close(port, loaded));
            } else {
                process.complain(process.arguments().getFirst() + ": bind: Address already in use\n");
                process.exit(1);
            }
        });
    }

    /// A process that has ended answers nothing any more.
    private static Listener living(ContainerProcess process, Listener listener) {
        return (message, then) -> {
            Consumer<Reply> answer = reply -> {
                if (process.alive()) {
                    then.accept(reply);
                }
            };
            listener.serve(message, answer);
        };
    }
}
