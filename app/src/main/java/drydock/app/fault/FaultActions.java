package drydock.app.fault;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.observe.Observed;
import drydock.app.text.Messages;
import drydock.app.workspace.Mode;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.Window;

/// Lets things go wrong in a simulation: in the cluster as a whole, on a node, in a Pod.
public final class FaultActions {

    private final Messages messages = Messages.of(FaultActions.class);
    private final Workspace workspace;
    private final Consumer<String> console;
    private final Supplier<Window> owner;

    /// @param console types a line into the console
    public FaultActions(Workspace workspace, Consumer<String> console, Supplier<Window> owner) {
        this.workspace = workspace;
        this.console = console;
        this.owner = owner;
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
                        of("faultStore", messages.get("fault.store"), "fault component-stopped etcd"),
                        Action.of("faultRandom", messages.get("fault.random"), this::askRandom)
                                .withIcon("fth-zap"),
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
                .map(there -> of(there, workspace.session().orElseThrow().observed()))
                .orElse(List.of());
    }

    private List<Action> of(HasMetadata object, Observed observed) {
        return ObjectFaults.of(object, observed).stream()
                .map(choice -> Action.of(
                                choice.id(),
                                messages.get(choice.key(), choice.names().toArray()),
                                () -> choice.lines().forEach(console))
                        .withIcon("fth-zap"))
                .toList();
    }

    private void askRandom() {
        new RandomFaultsDialog(owner.get()).showAndWait().ifPresent(console);
    }

    private Action of(String id, String text, String line) {
        return Action.of(id, text, () -> console.accept(line)).withIcon("fth-zap");
    }
}
