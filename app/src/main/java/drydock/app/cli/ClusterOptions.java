package drydock.app.cli;

import drydock.app.live.Kubeconfig;
import drydock.app.live.LiveCluster;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.model.cluster.ClusterException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// The options by which a command is told of a live cluster.
final class ClusterOptions {

    private static final Messages MESSAGES = Messages.of(ClusterOptions.class);

    @Option(names = "--kubeconfig", paramLabel = "FILE", descriptionKey = "watch.kubeconfig")
    private Optional<Path> kubeconfig = Optional.empty();

    @Option(names = "--context", paramLabel = "C", descriptionKey = "watch.context")
    private Optional<String> context = Optional.empty();

    @Option(names = "--allow-plugin", descriptionKey = "watch.plugin")
    private boolean allowPlugin;

    /// What is done with the cluster.
    @FunctionalInterface
    interface Work {

        /// Does it, as long as the connection is there.
        ///
        /// @param namespace the namespace that the context names; empty if it names none
        /// @return the exit code
        int with(LiveCluster cluster, String namespace);
    }

    /// Whether a cluster is wanted at all.
    boolean areGiven() {
        return kubeconfig.isPresent() || context.isPresent();
    }

    /// Connects, does the work, and ends the connection. What keeps it from connecting is said.
    ///
    /// @return the exit code of the work, or the one for what kept it from being done
    int connected(CommandSpec spec, Work work) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Optional<Kubeconfig> config =
                    kubeconfig.isPresent() ? Optional.of(Kubeconfig.read(kubeconfig.get())) : Kubeconfig.usual();
            return config.isEmpty()
                    ? refused(err, MESSAGES.get("watch.noKubeconfig"))
                    : connected(config.get(), err, work);
        } catch (IOException unreadable) {
            return refused(err, unreadable.getMessage());
        } catch (ClusterException refused) {
            err.println(refused.getMessage());
            return 1;
        }
    }

    private int connected(Kubeconfig config, PrintWriter err, Work work) {
        String name = context.orElse(config.currentContext());
        Optional<Kubeconfig.Context> chosen = config.context(name);
        if (chosen.isEmpty()) {
            List<String> there =
                    config.contexts().stream().map(Kubeconfig.Context::name).toList();
            return refused(err, MESSAGES.get("watch.noContext", name, String.join(", ", there)));
        }
        Optional<Kubeconfig.CredentialPlugin> plugin = chosen.get().plugin();
        if (plugin.isPresent() && !isAllowed(plugin.get())) {
            return refused(
                    err, MESSAGES.get("watch.pluginNotAgreed", plugin.get().command()));
        }
        try (LiveCluster cluster = LiveCluster.connect(config, name, plugin)) {
            return work.with(cluster, chosen.get().namespace());
        }
    }

    private boolean isAllowed(Kubeconfig.CredentialPlugin plugin) {
        return allowPlugin || Settings.ofUser().agreedToPlugin(plugin.command(), plugin.words());
    }

    private static int refused(PrintWriter err, String why) {
        err.println(why);
        return DrydockCommand.WRONG_USE;
    }
}
