package drydock.app.traffic;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.session.ClusterSession;
import drydock.app.session.Trafficked;
import drydock.app.text.Messages;
import drydock.app.workspace.Mode;
import drydock.app.workspace.Workspace;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.traffic.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.Window;

/// Lets requests be sent through a simulation: to what is selected, from what is selected, and no longer.
public final class TrafficActions {

    private static final int SOME = 5;

    private final Messages messages = Messages.of(TrafficActions.class);
    private final Workspace workspace;
    private final Consumer<String> console;
    private final Supplier<Window> owner;

    /// @param console types a line into the console
    public TrafficActions(Workspace workspace, Consumer<String> console, Supplier<Window> owner) {
        this.workspace = workspace;
        this.console = console;
        this.owner = owner;
    }

    /// What can be done whatever is selected.
    public List<Action> actions() {
        BooleanBinding simulated = workspace.modeProperty().isEqualTo(Mode.SIMULATION);
        return Stream.of(
                        Action.of("trafficSend", messages.get("traffic.some"), () -> ask(TrafficForm.EMPTY))
                                .withIcon("fth-send"),
                        line("trafficStop", messages.get("traffic.stopAll"), "traffic stop"),
                        line("trafficList", messages.get("traffic.list"), "traffic list"))
                .map(action -> action.when(simulated, Need.SIMULATION))
                .toList();
    }

    /// What can be done with one thing of a simulation: an object, or a client; nothing for those of a live cluster.
    public List<Action> actionsFor(ResourceId object) {
        return simulation().map(session -> of(object, session)).orElse(List.of());
    }

    private List<Action> of(ResourceId object, ClusterSession session) {
        List<Action> actions = new ArrayList<>();
        Destinations.of(object, session.observed()).ifPresent(to -> actions.addAll(sending(to)));
        if (object.kind().equals(Kinds.POD.kind())
                && session.observed().find(object).isPresent()) {
            actions.add(
                    Action.of("trafficFrom", messages.get("traffic.from"), () -> ask(TrafficForm.EMPTY.from(object)))
                            .withIcon("fth-send"));
        }
        senders().stream()
                .filter(sender -> sender.id().equals(object) && sender.perSecond() > 0)
                .forEach(sender -> actions.addAll(of(sender)));
        return actions;
    }

    private List<Action> sending(String to) {
        return List.of(
                line("trafficOne", messages.get("traffic.one"), "traffic send " + to),
                Action.of(
                                "trafficSome",
                                messages.get("traffic.rate", SOME),
                                () -> console.accept(
                                        "traffic start " + freeName() + " " + to + " --rate=" + SOME + "/s"))
                        .withIcon("fth-send"),
                Action.of("trafficAsk", messages.get("traffic.some"), () -> ask(TrafficForm.EMPTY.to(to)))
                        .withIcon("fth-send"));
    }

    private List<Action> of(Sender sender) {
        return List.of(
                Action.of(
                                "trafficChange-" + sender.name(),
                                messages.get("traffic.change", sender.name()),
                                () -> ask(TrafficForm.of(sender)))
                        .withIcon("fth-sliders"),
                line(
                        "trafficStop-" + sender.name(),
                        messages.get("traffic.stop", sender.name()),
                        "traffic stop " + sender.name()));
    }

    private void ask(TrafficForm form) {
        simulation()
                .flatMap(session -> new TrafficDialog(owner.get(), form, session.observed()).showAndWait())
                .ifPresent(filled -> console.accept(filled.command(freeName())));
    }

    private Action line(String id, String text, String line) {
        return Action.of(id, text, () -> console.accept(line)).withIcon("fth-send");
    }

    private Optional<ClusterSession> simulation() {
        return workspace.session().filter(session -> session.info().simulated());
    }

    private List<Sender> senders() {
        return simulation()
                .filter(Trafficked.class::isInstance)
                .map(session ->
                        ((Trafficked) session).trafficProperty().get().flows().senders())
                .orElse(List.of());
    }

    /// `client`, or `client-2` where there is one.
    private String freeName() {
        List<String> taken = senders().stream().map(Sender::name).toList();
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? "client" : "client-" + i)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }
}
