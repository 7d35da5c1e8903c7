package drydock.app.fault;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.text.Messages;
import drydock.app.workspace.Mode;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;

/// Lets things go wrong in a simulation: in the cluster as a whole, on a node, in a Pod.
public final class FaultActions {

    private final Messages messages = Messages.of(FaultActions.class);
    private final Workspace workspace;
    private final Consumer<String> console;

    /// @param console types a line into the console
    public FaultActions(Workspace workspace, Consumer<String> console) {
        this.workspace = workspace;
        this.console = console;
    }

    /// What can go wrong with the cluster as a whole, and the way back.
    public List<Action> actions() {
        BooleanBinding simulated = workspace.modeProperty().isEqualTo(Mode.SIMULATION);
        return Stream.of(
                        of("faultRegistry", messages.get("fault.registry"), "fault registry-down"),
                        of("faultScheduler", messages.get("fault.scheduler"), "fault component-stopped kube-scheduler"),
                        of(
                                "faultControllers",
                                messages.get("fault.controllers"),
                                "fault component-stopped kube-controller-manager"),
                        of("faultRandom", messages.get("fault.random"), "fault random 1 30s"),
                        of("faultList", messages.get("fault.list"), "fault list"),
                        of("faultClear", messages.get("fault.clear"), "fault clear"))
                .map(action -> action.when(simulated, Need.SIMULATION))
                .toList();
    }

    /// What can go wrong with one object of a simulation; nothing for those of a live cluster.
    public List<Action> actionsFor(ResourceId object) {
        return workspace
                .session()
                .filter(session -> session.info().simulated())
                .flatMap(session -> session.observed().find(object))
                .map(this::of)
                .orElse(List.of());
    }

    private List<Action> of(HasMetadata object) {
        return switch (object) {
            case Node node -> ofNode(node.getMetadata().getName());
            case Pod pod ->
                pod.getSpec().getContainers().stream()
                        .flatMap(container -> ofContainer(pod, container))
                        .toList();
            default -> List.of();
        };
    }

    private List<Action> ofNode(String node) {
        return List.of(
                of("nodeLost", messages.get("fault.node.lost"), "fault node-lost " + node),
                of("nodeSlow", messages.get("fault.node.slow"), "fault node-slow " + node),
                of("nodeDisk", messages.get("fault.node.disk"), "fault disk-full " + node),
                of("nodeCut", messages.get("fault.node.cut"), "fault network-cut " + node),
                of("nodeDrain", messages.get("fault.node.drain"), "kubectl drain " + node + " --ignore-daemonsets"),
                of("nodeUncordon", messages.get("fault.node.uncordon"), "kubectl uncordon " + node));
    }

    private Stream<Action> ofContainer(Pod pod, Container container) {
        String target =
                pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName() + " " + container.getName();
        return Stream.of(
                of(
                        "kill-" + container.getName(),
                        messages.get("fault.container.kill", container.getName()),
                        "fault container-killed " + target),
                of(
                        "leak-" + container.getName(),
                        messages.get("fault.container.leak", container.getName()),
                        "fault memory-leak " + target));
    }

    private Action of(String id, String text, String line) {
        return Action.of(id, text, () -> console.accept(line)).withIcon("fth-zap");
    }
}
