package drydock.app.simulation;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.dialog.Dialogs;
import drydock.app.session.ClusterSession;
import drydock.app.session.TakenFrom;
import drydock.app.text.Messages;
import drydock.app.workspace.Mode;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.taking.Remark;
import drydock.sim.taking.Taken;
import drydock.sim.taking.Taking;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// "What if": takes what is seen of a live cluster, or of a recording, into a simulation of its own, where a change or
/// a failure can be tried first. The cluster itself is only read.
public final class TryOut {

    /// What nobody looks at on the canvas, and new Pods need.
    private static final List<ResourceKind> BESIDE = List.of(
            Kinds.CUSTOM_RESOURCE_DEFINITION,
            Kinds.SERVICE_ACCOUNT,
            Kinds.STORAGE_CLASS,
            Kinds.PRIORITY_CLASS,
            Kinds.CONTROLLER_REVISION);

    private static final int MOST_NAMED = 6;
    private static final double ICON_WIDTH = 48;
    private static final String ICON = "fth-git-pull-request";

    private final Messages messages = Messages.of(TryOut.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Simulating simulating;

    public TryOut(Workspace workspace, Dialogs dialogs, Simulating simulating) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.simulating = simulating;
    }

    public Action action() {
        return Action.of(
                        "tryOut",
                        messages.get("tryOut"),
                        () -> workspace.session().ifPresent(this::take))
                .withIcon(ICON)
                .when(workspace.modeProperty().isEqualTo(Mode.LIVE), Need.LIVE);
    }

    /// What does it, where it can be done.
    public Button button() {
        Action action = action();
        Button button = new Button(action.text().get(), new FontIcon(ICON));
        button.setId("live-try-out");
        button.getStyleClass().add("cluster-lock");
        button.setMinWidth(ICON_WIDTH);
        button.setTooltip(new Tooltip(action.text().get()));
        button.visibleProperty().bind(action.enabled());
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> action.runIfEnabled());
        return button;
    }

    private void take(ClusterSession session) {
        List<HasMetadata> seen = new ArrayList<>(session.observed().objects());
        TakenFrom.Origin origin = new TakenFrom.Origin(session.info().name(), session.now());
        workspace.messageProperty().set(messages.get("tryOut.reading", origin.cluster()));
        session.ask(TryOut::beside)
                .then(beside -> take(seen, beside, origin))
                .otherwise(_ -> take(seen, List.of(), origin))
                .start();
    }

    /// What cannot be read is made up where it is named.
    private static List<HasMetadata> beside(Cluster cluster) {
        List<HasMetadata> all = new ArrayList<>();
        for (ResourceKind kind : BESIDE) {
            try {
                all.addAll(cluster.list(Query.all(kind)));
            } catch (ClusterException refused) {
                // not for this user, or not there
            }
        }
        return all;
    }

    private void take(List<HasMetadata> seen, List<HasMetadata> beside, TakenFrom.Origin origin) {
        seen.addAll(beside);
        Instant at = origin.at();
        workspace
                .tasks()
                .work(() -> Taking.of(seen, at))
                .then(taken -> begin(taken, origin))
                .otherwise(failure -> dialogs.tell(messages.get("tryOut.failed"), String.valueOf(failure.getMessage())))
                .start();
    }

    private void begin(Taken taken, TakenFrom.Origin origin) {
        if (taken.options().nodes().isEmpty()) {
            workspace.messageProperty().set("");
            dialogs.tell(messages.get("tryOut.failed"), messages.get("tryOut.noNodes", origin.cluster()));
            return;
        }
        simulating.take(taken, origin);
        if (!taken.remarks().isEmpty()) {
            String told = taken.remarks().stream().map(this::text).collect(Collectors.joining("\n\n"));
            workspace.tasks().onScreen(() -> dialogs.tell(messages.get("tryOut.otherwise", origin.cluster()), told));
        }
    }

    private String text(Remark remark) {
        String names = remark.names().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = remark.names().size() - MOST_NAMED;
        return messages.get("tryOut." + remark.matter(), more > 0 ? messages.get("tryOut.more", names, more) : names);
    }
}
