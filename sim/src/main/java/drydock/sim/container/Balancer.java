package drydock.sim.container;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A balancer in the foreground, as HAProxy: it hands each request on to the next of its servers, and to the one after
/// that where a server does not answer.
///
/// @param folder where its files are
/// @param fronts what they say
/// @param otherwise what runs where they say nothing
/// @param unanswered the status where no server answers
record Balancer(String folder, Function<String, List<BalancerConfig.Front>> fronts, Command otherwise, int unanswered)
        implements Command {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static Balancer haproxy() {
        return new Balancer(
                "/usr/local/etc/haproxy",
                BalancerConfig::haproxy,
                process -> {
                    process.complain("[ALERT] config: no frontend has a bind address, nothing to do.\n");
                    process.exit(1);
                },
                503);
    }

    static Balancer nginx(Command webServer) {
        return new Balancer("/etc/nginx", BalancerConfig::nginx, webServer, 502);
    }

    @Override
    public void run(ContainerProcess process) {
        // no image comes with a file that says anything
        List<BalancerConfig.Front> read = process.container().hasOnlyItsImageAt(folder)
                ? List.of()
                : fronts.apply(config(process.container().files(), folder));
        if (read.isEmpty()) {
            otherwise.run(process);
            return;
        }
        process.onTerm(() -> process.exit(0));
        for (BalancerConfig.Front front : read) {
            Turn turn = new Turn(front.servers());
            Serving.on(process, front.port(), (message, then) -> pass(process, message.call(), turn, 0, then));
        }
    }

    /// All files of the folder and those below it, one after the other.
    private static String config(Files files, String folder) {
        return files.list(folder).stream()
                .map(name -> folder + "/" + name)
                .map(path -> files.isDirectory(path)
                        ? config(files, path)
                        : path.endsWith(".cfg") || path.endsWith(".conf")
                                ? files.read(path).orElse("")
                                : "")
                .collect(Collectors.joining("\n"));
    }

    private void pass(ContainerProcess process, Call call, Turn turn, int tried, Consumer<Reply> then) {
        if (tried >= turn.servers.size()) {
            then.accept(new Reply(
                    unanswered, Integer.toString(unanswered) + " " + new Reply(unanswered, "").phrase() + "\n"));
            return;
        }
        Call to = Call.url(turn.next());
        process.container()
                .network()
                .send(
                        new Call(
                                call.scheme(),
                                to.host(),
                                to.port(),
                                call.method(),
                                call.path(),
                                call.site(),
                                call.body(),
                                PATIENCE),
                        outcome -> {
                            if (outcome instanceof Outcome.Answered(var reply, var _)) {
                                then.accept(reply);
                            } else {
                                pass(process, call, turn, tried + 1, then);
                            }
                        });
    }

    /// Whose turn it is.
    private static final class Turn {

        private final List<String> servers;
        private int next;

        Turn(List<String> servers) {
            this.servers = List.copyOf(servers);
        }

        String next() {
            return servers.get(next++ % servers.size());
        }
    }
}
