package drydock.app.simulation;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.ControlPlane;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.script.CommandRunner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The way from a project to the session that simulates it.
public final class Simulating {

    private static final int NODES = 3;

    private final Messages messages = Messages.of(Simulating.class);
    private final Workspace workspace;
    private final Function<Cluster, CommandRunner> commands;

    /// @param commands what the console's commands are run by, on a cluster
    public Simulating(Workspace workspace, Function<Cluster, CommandRunner> commands) {
        this.workspace = workspace;
        this.commands = commands;
    }

    /// Simulates the project as it is now: its Nodes are the cluster's nodes; where it has none, there are three,
    /// among them those that its Pods name. All else is created at the beginning. Time stands still until it is
    /// played.
    public void start() {
        List<HasMetadata> objects = workspace.document().project().objects();
        SimulationOptions options = SimulationOptions.DEFAULT.withNodesOf(objects, NODES);
        SimulationSession session = new SimulationSession(
                () -> Simulation.start(options, new ControlPlane()), commands, workspace.tasks(), this::start);
        workspace.look(session);
        workspace.nodesViewProperty().set(true);
        session.playingProperty().subscribe(playing -> {
            if (playing) {
                workspace.messageProperty().set("");
            }
        });
        session.ask(cluster -> create(cluster, objects))
                .then(refusals -> workspace
                        .messageProperty()
                        .set(
                                refusals.isEmpty()
                                        ? messages.get("simulating.started")
                                        : messages.get("simulating.refused", refusals.size(), refusals.getFirst())))
                .otherwise(fault -> workspace
                        .messageProperty()
                        .set(messages.get("simulating.failed", String.valueOf(fault.getMessage()))))
                .start();
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
