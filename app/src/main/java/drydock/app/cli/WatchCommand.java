package drydock.app.cli;

import drydock.app.live.Kubeconfig;
import drydock.app.live.LiveCluster;
import drydock.app.session.WatchedKinds;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
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

    @Option(names = "--kubeconfig", paramLabel = "FILE", descriptionKey = "watch.kubeconfig")
    private Optional<Path> kubeconfig = Optional.empty();

    @Option(names = "--context", paramLabel = "C", descriptionKey = "watch.context")
    private Optional<String> context = Optional.empty();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "N",
            descriptionKey = "watch.namespace")
    private Optional<String> namespace = Optional.empty();

    @Option(names = "--for", paramLabel = "SECONDS", descriptionKey = "watch.for")
    private Optional<Integer> seconds = Optional.empty();

    @Option(names = "--allow-plugin", descriptionKey = "watch.plugin")
    private boolean allowPlugin;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Path> file =
                kubeconfig.or(() -> Kubeconfig.usualFiles().stream().findFirst());
        if (file.isEmpty()) {
            err.println(messages.get("watch.noKubeconfig"));
            return DrydockCommand.WRONG_USE;
        }
        try {
            return watch(Kubeconfig.read(file.get()));
        } catch (IOException unreadable) {
            err.println(unreadable.getMessage());
            return DrydockCommand.WRONG_USE;
        } catch (ClusterException refused) {
            err.println(refused.getMessage());
            return 1;
        }
    }

    private int watch(Kubeconfig config) {
        String name = context.orElse(config.currentContext());
        Optional<Kubeconfig.Context> chosen = config.context(name);
        if (chosen.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(messages.get(
                            "watch.noContext",
                            name,
                            String.join(
                                    ", ",
                                    config.contexts().stream()
                                            .map(Kubeconfig.Context::name)
                                            .toList())));
            return DrydockCommand.WRONG_USE;
        }
        Optional<Kubeconfig.CredentialPlugin> plugin = chosen.get().plugin();
        if (plugin.isPresent() && !allowed(plugin.get())) {
            spec.commandLine()
                    .getErr()
                    .println(messages.get("watch.pluginNotAgreed", plugin.get().command()));
            return DrydockCommand.WRONG_USE;
        }
        try (LiveCluster cluster = LiveCluster.connect(config, name, plugin)) {
            follow(cluster, namespace.orElse(chosen.get().namespace()));
        }
        return 0;
    }

    private boolean allowed(Kubeconfig.CredentialPlugin plugin) {
        return allowPlugin || Settings.ofUser().agreedToPlugin(plugin.command(), plugin.arguments());
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
