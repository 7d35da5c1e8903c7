package drydock.app.cli;

import drydock.app.live.LiveCluster;
import drydock.app.live.LiveRecording;
import drydock.app.live.LiveScope;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    @Option(names = "--record", paramLabel = "FILE", descriptionKey = "watch.record")
    private Optional<Path> record = Optional.empty();

    private Optional<LiveRecording> recording = Optional.empty();
    private final AtomicBoolean recordingFailed = new AtomicBoolean();

    /// The ways to print.
    @SuppressWarnings("MemberName") // as they are typed
    enum Output {
        text,
        json
    }

    @Override
    public Integer call() {
        return cluster.connected(spec, (connected, ofContext) -> {
            return follow(connected, namespace.orElse(ofContext), ofContext);
        });
    }

    private int follow(LiveCluster cluster, String inNamespace, String own) {
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
        if (record.isPresent() && !recorded(cluster, scope, record.get())) {
            return 1;
        }
        scope.watch(cluster, event -> {
            synchronized (lines) {
                lines.lines(event, Instant.now()).forEach(out::println);
                out.flush();
            }
        });
        waitForTheEnd();
        recording.ifPresent(LiveRecording::close);
        return recordingFailed.get() ? 1 : 0;
    }

    /// Begins to record; says why where that cannot be.
    private boolean recorded(LiveCluster cluster, LiveScope scope, Path file) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            recording = Optional.of(LiveRecording.begin(
                    cluster,
                    scope,
                    file,
                    failure -> failure.ifPresent(why -> {
                        recordingFailed.set(true);
                        err.println(messages.get("watch.recordFailed", file, String.valueOf(why.getMessage())));
                        err.flush();
                    }),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE));
            return true;
        } catch (FileAlreadyExistsException there) {
            err.println(messages.get("watch.recordThere", file));
        } catch (IOException unwritable) {
            err.println(messages.get("watch.recordFailed", file, String.valueOf(unwritable.getMessage())));
        }
        return false;
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
