package drydock.sim.container;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A web server in the foreground: it serves the files under `root` on `port`.
///
/// It exits with 1 when the port is taken in its Pod's network, and as PID 1 does not stop on SIGTERM (so a Pod of
/// it takes its whole grace period, as the recorded cluster shows).
///
/// @param log the directory of its log files; where that is no volume, it logs to its standard output, as the images
/// of nginx and httpd do by links, or where it is empty not at all
record WebServer(int port, String root, String log) implements Command {

    private static final Duration BIND = Duration.ofMillis(30);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public void run(ContainerProcess process) {
        process.after(
                BIND,
                () -> Serving.on(process, port, (message, then) -> {
                    Reply reply = reply(process, message.call());
                    then.accept(reply);
                    note(process, message, reply);
                }));
    }

    private Reply reply(ContainerProcess process, Call call) {
        if (call.isBare()) {
            return new Reply(400, "");
        }
        Files files = process.container().files();
        String path = call.path().replaceFirst("[?#].*", "");
        String file = Files.resolve(root, "." + path);
        if (files.isDirectory(file)) {
            file = Files.resolve(file, "index.html");
            if (files.read(file).isEmpty()) {
                return new Reply(403, "403 Forbidden\n");
            }
        }
        Optional<String> text = files.read(file);
        return text.map(Reply::ok).orElseGet(() -> new Reply(404, "404 Not Found\n"));
    }

    private void note(ContainerProcess process, Listener.Message message, Reply reply) {
        if (log.isEmpty()) {
            return;
        }
        Call call = message.call();
        String line = message.client() + " - - ["
                + TIME.format(process.container().engine().now()) + "] \""
                + (call.method() + " " + call.path()).strip() + (call.isBare() ? "\" " : " HTTP/1.1\" ")
                + reply.status() + " "
                + reply.body().length()
                + " \"-\" \"-\" \"-\"\n";
        if (!process.container().files().isMounted(log)
                || !process.container().files().append(log + "/access.log", line)) {
            process.print(line);
        }
    }
}
