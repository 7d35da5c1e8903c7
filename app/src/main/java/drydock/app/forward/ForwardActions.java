package drydock.app.forward;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.logs.PodsOf;
import drydock.app.session.ClusterSession;
import drydock.app.session.KnownRights;
import drydock.app.session.WayIn;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/// Forwards ports to the Pods of a live cluster, and shows which are.
public final class ForwardActions {

    private final Messages messages = Messages.of(ForwardActions.class);
    private final Workspace workspace;
    private final WayIn way;
    private final Forwards forwards;
    private final Supplier<Window> owner;
    private final Consumer<Tab> show;
    private final Tab tab;

    /// @param show brings a tab to the front, into the window if it is not there
    public ForwardActions(
            Workspace workspace, KnownRights rights, Forwards forwards, Supplier<Window> owner, Consumer<Tab> show) {
        this.workspace = workspace;
        this.way = new WayIn(rights, "portforward");
        this.forwards = forwards;
        this.owner = owner;
        this.show = show;
        this.tab = new Tab(messages.get("forward.tab"), new ForwardsView(forwards));
        tab.setGraphic(new FontIcon("fth-share"));
    }

    public List<Action> actions() {
        ObservableValue<Boolean> writable = workspace.writable();
        return List.of(
                Action.of(
                                "forward",
                                messages.get("forward.action"),
                                () -> selected().ifPresent(this::ask))
                        .withIcon("fth-share")
                        .when(
                                Bindings.createBooleanBinding(
                                        () -> writable.getValue() && selected().isPresent(),
                                        workspace.sessionProperty(),
                                        writable,
                                        workspace.selection().objectsProperty()),
                                Need.LIVE_POD),
                Action.of("forwards", messages.get("forward.list"), () -> show.accept(tab))
                        .withIcon("fth-share"));
    }

    private Optional<ClusterSession> live() {
        return workspace.session().filter(session -> !session.info().simulated() && !session.isRecorded());
    }

    private Optional<ResourceId> selected() {
        return live().flatMap(session -> workspace
                .selection()
                .single()
                .filter(object -> PodsOf.mayHave(object)
                        && session.observed().find(object).isPresent()));
    }

    /// What can be done with one object of a cluster.
    public List<Action> actionsFor(ResourceId object) {
        return live()
                .filter(session -> PodsOf.mayHave(object)
                        && session.observed().find(object).isPresent())
                .stream()
                .map(session -> way.action(
                                session,
                                object,
                                "forward-to",
                                messages.get("forward.action"),
                                Optional.empty(),
                                () -> ask(object))
                        .withIcon("fth-share"))
                .toList();
    }

    private void ask(ResourceId object) {
        live().ifPresent(session -> new ForwardDialog(
                        owner.get(), session.info().name(), object, Ports.of(session.observed(), object))
                .showAndWait()
                .ifPresent(choice -> {
                    Forwarding opened = forwards.open(session, object, choice.port(), choice.local());
                    assert opened != null;
                    show.accept(tab);
                }));
    }
}
