package drydock.app.cli;

import drydock.app.live.LiveCluster;
import drydock.app.session.WatchedKinds;
import drydock.app.text.Messages;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceKind;
import java.io.PrintWriter;
import java.util.List;
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

    @Override
    public Integer call() {
        return cluster.connected(spec, (connected, ofContext) -> {
            follow(connected, namespace.orElse(ofContext));
            return 0;
        });
    }

    private void follow(LiveCluster cluster, String inNamespace) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(messages.get(
                "watch.watching",
                cluster.info().name(),
                cluster.info().server(),
                cluster.info().version()));
        WatchText text = new WatchText();
        List<ResourceKind> kinds = WatchedKinds.of(cluster.kinds());
        for (ResourceKind kind : kinds) {
            cluster.watch(Query.in(kind, inNamespace), event -> {
                synchronized (text) {
                    text.lines(event).forEach(out::println);
                    out.flush();
                }
            });
        }
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
