package drydock.app.simulation;

import drydock.app.comparison.ComparisonDialog;
import drydock.app.session.TakenFrom;
import drydock.app.text.Messages;
import drydock.app.timeline.Clock;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.SimulationOptions;
import drydock.sim.kubectl.FileReader;
import drydock.sim.run.Commands;
import drydock.sim.run.RecordedRun;
import drydock.sim.run.Recording;
import drydock.sim.taking.Taken;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.stage.Window;

/// The way from a project, or a saved run, to the session that simulates it.
public final class Simulating {

    private static final int NODES = 3;

    /// What has gone by of the time when the cluster is made, and hardly more.
    private static final Duration FIRST_SECONDS = Duration.ofSeconds(1);

    private final Messages messages = Messages.of(Simulating.class);
    private final Workspace workspace;
    private final Commands commands;
    private final FileReader files;
    private final Supplier<Window> owner;

    /// @param commands what the console's commands are run by
    /// @param files what they may read
    public Simulating(Workspace workspace, Commands commands, FileReader files, Supplier<Window> owner) {
        this.workspace = workspace;
        this.commands = commands;
        this.files = files;
        this.owner = owner;
    }

    /// Simulates the project as it is now: its Nodes are the cluster's nodes; where it has none, there are three,
    /// among them those that its Pods name. All else is created at the beginning. Time stands still until it is
    /// played.
    public void start() {
        List<HasMetadata> objects = workspace.document().project().objects();
        SimulationSession session = begin(started(objects), OptionalLong.empty(), this::start);
        session.ask(cluster -> create(cluster, objects))
                .then(refusals -> tellStarted(session, refusals))
                .otherwise(this::tell)
                .start();
    }

    /// Simulates the project's nodes, with nothing on them: all else is for the console to apply.
    public void startEmpty() {
        begin(started(workspace.document().project().objects()), OptionalLong.empty(), this::startEmpty);
        workspace.messageProperty().set(messages.get("simulating.empty"));
    }

    private RecordedRun started(List<HasMetadata> objects) {
        return RecordedRun.start(SimulationOptions.DEFAULT.withNodesOf(objects, NODES), commands);
    }

    /// Says what was refused; else, unless that has been done by now, that time is to be played.
    private void tellStarted(SimulationSession session, List<String> refusals) {
        if (!refusals.isEmpty()) {
            workspace.messageProperty().set(messages.get("simulating.refused", refusals.size(), refusals.getFirst()));
        } else if (!session.playingProperty().get()
                && session.elapsedProperty().get().compareTo(FIRST_SECONDS) < 0) {
            workspace.messageProperty().set(messages.get("simulating.started"));
        }
    }

    /// Goes on from what a cluster held, apart from it: nodes that were not ready there are lost here, too.
    void take(Taken taken, TakenFrom.Origin origin) {
        workspace.messageProperty().set(messages.get("simulating.taking", origin.cluster()));
        workspace
                .tasks()
                .work(() -> RecordedRun.start(taken.options(), commands))
                .then(run -> {
                    taken.lostNodes().forEach(node -> lose(run, node));
                    begin(run, OptionalLong.empty(), () -> take(taken, origin), Optional.of(origin));
                    workspace.messageProperty().set(messages.get("simulating.taken", origin.cluster()));
                })
                .otherwise(this::tell)
                .start();
    }

    private void lose(RecordedRun run, String node) {
        run.command(List.of("fault", "node-lost", node), files, _ -> {}, _ -> {}, _ -> {});
    }

    /// Runs a saved run again, in the background, and shows the moment that was seen when it was saved.
    public void open(Recording recording) {
        workspace.messageProperty().set(messages.get("simulating.opening"));
        OptionalLong seen = recording.momentNanos() < recording.endNanos()
                ? OptionalLong.of(recording.momentNanos())
                : OptionalLong.empty();
        workspace
                .tasks()
                .work(() -> RecordedRun.replay(recording, commands, () -> false))
                .then(run -> {
                    begin(run, seen, this::start);
                    workspace.messageProperty().set(messages.get("simulating.opened"));
                })
                .otherwise(this::tell)
                .start();
    }

    /// What the run follows from that is seen; empty while none is.
    Optional<SimulationSession> session() {
        return workspace.session().filter(SimulationSession.class::isInstance).map(SimulationSession.class::cast);
    }

    private SimulationSession begin(RecordedRun run, OptionalLong seen, Runnable again) {
        return begin(run, seen, again, Optional.empty());
    }

    private SimulationSession begin(
            RecordedRun run, OptionalLong seen, Runnable again, Optional<TakenFrom.Origin> origin) {
        SimulationBranches branches = new SimulationBranches(
                workspace,
                commands,
                files,
                again,
                (moment, first, second, comparison) ->
                        new ComparisonDialog(owner.get(), Clock.text(moment), first, second, comparison).showAndWait(),
                origin);
        SimulationSession session = branches.begin(run, seen);
        workspace.nodesViewProperty().set(true);
        session.playingProperty().subscribe(playing -> {
            if (playing) {
                workspace.messageProperty().set("");
            }
        });
        return session;
    }

    private void tell(Exception fault) {
        workspace.messageProperty().set(messages.get("simulating.failed", String.valueOf(fault.getMessage())));
    }

    /// Creates the objects, namespaces first, and tells what was refused.
    private static List<String> create(Cluster cluster, List<HasMetadata> objects) {
        List<HasMetadata> ordered = new ArrayList<>(objects);
        ordered.removeIf(Node.class::isInstance);
        ordered.sort((a, b) -> Boolean.compare(isNamespace(b), isNamespace(a)));
        List<String> refusals = new ArrayList<>();
        for (HasMetadata object : ordered) {
            try {
                cluster.create(object);
            } catch (ClusterException refused) {
                refusals.add(ResourceId.of(object).kind() + " "
                        + object.getMetadata().getName() + ": " + refused.getMessage());
            }
        }
        return refusals;
    }

    private static boolean isNamespace(HasMetadata object) {
        return object.getKind().equals(Kinds.NAMESPACE.kind());
    }
}
