package drydock.sim.container;

import java.util.List;

/// A program that nobody described: it listens on the ports that its container declares, answers each request with who
/// it is, and runs on until it is told to stop.
record Appliance(List<Integer> ports) implements Command {

    Appliance {
        ports = List.copyOf(ports);
    }

    @Override
    public void run(ContainerProcess process) {
        process.onTerm(() -> process.exit(0));
        String name = process.container().network().hostname();
        for (int port : ports) {
            Serving.on(
                    process,
                    port,
                    (message, then) -> then.accept(Reply.ok(name + " answers "
                            + message.call().method() + " " + message.call().path() + " on port " + port + "\n")));
        }
    }
}
