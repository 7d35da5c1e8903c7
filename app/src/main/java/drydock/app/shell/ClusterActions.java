package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.dialog.Dialogs;
import drydock.app.live.OpenClusters;
import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.app.workspace.Mode;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a user can do with clusters: look at one, leave it, and tell it what to do.
final class ClusterActions {

    private static final int MOST_REPLICAS = 100_000;

    private final Messages messages = Messages.of(ClusterActions.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Runnable simulate;
    private final Runnable connect;
    private final OpenClusters open;

    /// @param simulate starts a simulation of the project
    /// @param connect asks for a live cluster and connects to it
    /// @param open the live clusters that are connected to
    ClusterActions(Workspace workspace, Dialogs dialogs, Runnable simulate, Runnable connect, OpenClusters open) {
        this.open = open;
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.simulate = simulate;
        this.connect = connect;
    }

    /// Goes to another way of looking at the project.
    void choose(Mode mode) {
        if (mode == workspace.modeProperty().get()) {
            return;
        }
        switch (mode) {
            case DESIGN -> workspace.design();
            case SIMULATION -> simulate.run();
            case LIVE -> {
                if (!open.lookAtLast()) {
                    connect.run();
                }
            }
        }
    }

    List<Action> actions() {
        return List.of(
                Action.of("simulate", messages.get("shell.simulate"), simulate)
                        .withIcon("fth-play")
                        .withKeys("Shortcut+R"),
                Action.of("connectCluster", messages.get("shell.connect"), connect)
                        .withIcon("fth-link")
                        .withKeys("Shortcut+L"),
                Action.of("disconnect", messages.get("shell.disconnect"), this::leave)
                        .withIcon("fth-x"));
    }

    /// Leaves the cluster that is looked at; the connection to a live one is ended.
    private void leave() {
        open.seen().ifPresentOrElse(open::end, workspace::design);
    }

    /// What can be done with one object of the cluster.
    List<Action> actionsFor(ResourceId object) {
        return workspace.session().stream()
                .flatMap(session -> session.observed().find(object).flatMap(ClusterActions::replicas).stream()
                        .map(replicas -> Action.of(
                                        "scale", messages.get("shell.scale"), () -> scale(session, object, replicas))
                                .withIcon("fth-layers")
                                .when(session.writable(), Need.UNLOCKED)))
                .toList();
    }

    private void scale(ClusterSession session, ResourceId object, int replicas) {
        Optional<Integer> wanted = dialogs.askNumber(
                messages.get("shell.scale.title", object.name()),
                messages.get("shell.scale.text", object.kind(), object.name(), replicas),
                replicas,
                0,
                MOST_REPLICAS);
        wanted.filter(number -> number != replicas)
                .filter(number -> session.info().simulated() || confirmed(session, object, replicas, number))
                .ifPresent(number -> session.ask(cluster -> cluster.scale(object, number))
                        .then(_ -> workspace
                                .messageProperty()
                                .set(messages.get("shell.scaled", object.kind(), object.name(), number)))
                        .otherwise(this::tell)
                        .start());
    }

    /// A change of a live cluster names the cluster and what will happen.
    private boolean confirmed(ClusterSession session, ResourceId object, int from, int to) {
        return dialogs.confirm(
                messages.get("shell.scale.confirm", session.info().name()),
                messages.get(
                        "shell.scale.confirm.text",
                        object.kind(),
                        object.namespace() + "/" + object.name(),
                        from,
                        to,
                        session.info().name(),
                        session.info().server()),
                messages.get("shell.scale.do"));
    }

    private void tell(Exception failure) {
        String said = failure instanceof ClusterException refused && refused.code() != 0
                ? refused.code() + " " + refused.reason() + ": " + refused.getMessage()
                : String.valueOf(failure.getMessage());
        dialogs.tell(messages.get("shell.refused"), said);
    }

    private static Optional<Integer> replicas(HasMetadata object) {
        return switch (object) {
            case ReplicationController rc -> number(rc.getSpec().getReplicas());
            case ReplicaSet set -> number(set.getSpec().getReplicas());
            case Deployment deployment -> number(deployment.getSpec().getReplicas());
            case StatefulSet set -> number(set.getSpec().getReplicas());
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(@Nullable Integer replicas) {
        return Optional.of(Objects.requireNonNullElse(replicas, 1));
    }
}
