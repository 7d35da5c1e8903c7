package drydock.app.live;

import drydock.app.dialog.Dialogs;
import drydock.app.session.ClusterCommands;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;

/// The way from the wish to see a live cluster to the session that shows it.
public final class Connecting {

    private static final int UNAUTHORIZED = 401;

    private final Messages messages = Messages.of(Connecting.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Settings settings;
    private final ClusterCommands commands;
    private final Supplier<Window> owner;
    private final OpenClusters clusters;
    /// What was chosen last, where the next question begins.
    private Optional<ConnectDialog.Choice> before = Optional.empty();

    /// @param commands what the console's commands are run by
    /// @param clusters those that are open, which what is connected to joins
    public Connecting(
            Workspace workspace,
            Dialogs dialogs,
            Settings settings,
            ClusterCommands commands,
            Supplier<Window> owner,
            OpenClusters clusters) {
        this.clusters = clusters;
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.settings = settings;
        this.commands = commands;
        this.owner = owner;
    }

    /// Asks for a cluster and connects to it.
    public void ask() {
        new ConnectDialog(
                        owner.get(),
                        Kubeconfig.usualFiles(),
                        InCluster.kubeconfig(System.getenv(), InCluster.USUAL),
                        () -> dialogs.chooseFile(messages.get("connect.kubeconfig")),
                        before)
                .showAndWait()
                .ifPresent(choice -> {
                    before = Optional.of(choice);
                    connect(choice);
                });
    }

    private void connect(ConnectDialog.Choice choice) {
        Optional<Kubeconfig.CredentialPlugin> plugin = choice.context().plugin();
        if (plugin.isPresent() && !agreed(plugin.get())) {
            return;
        }
        workspace
                .messageProperty()
                .set(messages.get("connect.connecting", choice.context().name()));
        Kubeconfig.Context context = choice.context();
        workspace
                .tasks()
                .work(() -> {
                    LiveCluster cluster = LiveCluster.connect(choice.kubeconfig(), context.name(), plugin);
                    return new Connected(
                            cluster, scope(cluster, choice), ClientCertificate.of(choice.kubeconfig(), context));
                })
                .then(connected -> {
                    workspace.messageProperty().set("");
                    clusters.open(new LiveSession(
                            connected.cluster(),
                            connected.scope(),
                            context.trust(),
                            connected.certificate(),
                            choice.namespace().isEmpty() ? own(context) : choice.namespace(),
                            commands,
                            workspace.tasks()));
                })
                .otherwise(failure -> {
                    workspace.messageProperty().set("");
                    dialogs.tell(messages.get("connect.failed"), why(context, failure));
                })
                .start();
    }

    /// A server that lets nobody in says no more than one word.
    private String why(Kubeconfig.Context context, Exception failure) {
        String words = String.valueOf(failure.getMessage());
        return failure instanceof ClusterException refused && refused.code() == UNAUTHORIZED
                ? messages.get("connect.unauthorized", context.name(), words)
                : words;
    }

    /// A cluster, and what of it the user may read.
    private record Connected(LiveCluster cluster, LiveScope scope, Optional<ClientCertificate> certificate) {}

    private static LiveScope scope(LiveCluster cluster, ConnectDialog.Choice choice) {
        return LiveScope.of(cluster, choice.namespace(), own(choice.context()));
    }

    private static String own(Kubeconfig.Context context) {
        return context.namespace().isEmpty() ? ResourceId.DEFAULT_NAMESPACE : context.namespace();
    }

    /// A credential plugin is a program that a kubeconfig, perhaps a stranger's, wants started.
    private boolean agreed(Kubeconfig.CredentialPlugin plugin) {
        if (settings.agreedToPlugin(plugin.command(), plugin.words())) {
            return true;
        }
        boolean agrees = dialogs.confirm(
                messages.get("connect.plugin"),
                messages.get("connect.plugin.text", plugin.command(), String.join(" ", plugin.words())),
                messages.get("connect.plugin.do"));
        if (agrees) {
            settings.agreeToPlugin(plugin.command(), plugin.words());
        }
        return agrees;
    }
}
