package drydock.sim.container;

import java.time.Duration;

/// A web server in the foreground: it serves the files under `root` on `port`.
///
/// It exits with 1 when the port is taken in its Pod's network, and as PID 1 does not stop on SIGTERM (so a Pod of
/// it takes its whole grace period, as the recorded cluster shows).
record WebServer(int port, String root) implements Command {

    private static final Duration BIND = Duration.ofMillis(30);

    @Override
    public void run(ContainerProcess process) {
        process.after(BIND, () -> bind(process));
    }

    private void bind(ContainerProcess process) {
        Network network = process.container().network();
        Files files = process.container().files();
        Network.Listener listener = path -> {
            String file = root + (path.endsWith("/") || path.isEmpty() ? path + "/index.html" : path);
            return files.read(file)
                    .map(text -> new Network.Reply(200, text))
                    .orElseGet(() -> new Network.Reply(404, "404 Not Found\n"));
        };
        if (network.listen(port, listener)) {
            process.atEnd(() -> network.close(port, listener));
        } else {
            process.complain(process.arguments().getFirst() + ": bind: Address already in use\n");
            process.exit(1);
        }
    }
}
