package drydock.app.cli;

import drydock.app.live.LiveCluster;
import drydock.app.live.LiveScope;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `drydock watch`: what a live cluster does, as text, until it is stopped.
@Command(name = "watch", mixinStandardHelpOptions = true, resourceBundle = "drydock.app.cli.messages")
final class WatchCommand implements Callable<Integer> {

    private final Messages messages = Messages.of(WatchCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "N",
            descriptionKey = "watch.namespace")
    private Optional<String> namespace = Optional.empty();

    @Option(names = "--for", paramLabel = "SECONDS", descriptionKey = "watch.for")
    private Optional<Integer> seconds = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            descriptionKey = "watch.output")
    private Output output = Output.text;

    /// The ways to print.
    @SuppressWarnings("MemberName") // as they are typed
    enum Output {
        text,
        json
    }

    @Override
    public Integer call() {
        return cluster.connected(spec, (connected, ofContext) -> {
            follow(connected, namespace.orElse(ofContext), ofContext);
            return 0;
        });
    }

    private void follow(LiveCluster cluster, String inNamespace, String own) {
        PrintWriter out = spec.commandLine().getOut();
        LiveScope scope = LiveScope.of(cluster, inNamespace, own.isEmpty() ? ResourceId.DEFAULT_NAMESPACE : own);
        WatchLines lines = output == Output.json ? new WatchJson() : new WatchText();
        if (output == Output.text) {
            out.println(messages.get(
                    "watch.watching",
                    cluster.info().name(),
                    cluster.info().server(),
                    cluster.info().version()));
            scope.narrowed().ifPresent(only -> out.println(messages.get("watch.narrowed", only)));
        }
        scope.watch(cluster, event -> {
            synchronized (lines) {
                lines.lines(event, Instant.now()).forEach(out::println);
                out.flush();
            }
        });
        waitForTheEnd();
    }

    /// Until the given time is over, or for ever: then the user stops it.
    private void waitForTheEnd() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            if (seconds.isPresent()) {
                boolean ended = never.await(seconds.get(), TimeUnit.SECONDS);
                assert !ended;
            } else {
                never.await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
