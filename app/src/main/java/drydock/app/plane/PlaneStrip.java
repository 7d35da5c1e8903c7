package drydock.app.plane;

import drydock.app.session.ClusterSession;
import drydock.app.session.Component;
import drydock.app.session.ControlPlane;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;

/// The strip of components above the canvas of a simulation, shown or hidden.
///
/// It takes as many lines as it needs, yet no more than its share of the window; what is more is scrolled.
///
/// What acted last is marked. A component can be stopped, delayed and started there, by the commands that the console
/// has, too.
public final class PlaneStrip extends ScrollPane {

    private static final double MOST_OF_WINDOW = 0.2;

    private final FlowPane chips = new FlowPane();
    private final Workspace workspace;
    private final Consumer<String> console;
    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private Subscription following = Subscription.EMPTY;
    private List<Component> shown = List.of();
    private boolean asks;
    private boolean again;

    /// @param console types a line into the console
    public PlaneStrip(Workspace workspace, Consumer<String> console) {
        this.workspace = workspace;
        this.console = console;
        setId("control-plane");
        getStyleClass().add("control-plane");
        chips.getStyleClass().add("components");
        setContent(chips);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        chips.heightProperty().subscribe(_ -> requestLayout());
        setAccessibleText(Messages.of(PlaneStrip.class).get("plane.name"));
        visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> wanted.get() && plane().isPresent(), wanted, workspace.sessionProperty()));
        managedProperty().bind(visibleProperty());
        visibleProperty().subscribe(this::ask);
        workspace.sessionProperty().subscribe(this::follow);
    }

    @Override
    protected double computePrefHeight(double width) {
        double around = snappedTopInset() + snappedBottomInset();
        double inside = (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset();
        double whole = Math.ceil(chips.prefHeight(inside > 0 ? inside : -1)) + around;
        Scene scene = getScene();
        return scene == null ? whole : Math.min(whole, Math.max(scene.getHeight() * MOST_OF_WINDOW, 1));
    }

    /// Shows it as it was last, and tells what is wanted from now on.
    public void remember(boolean last, Consumer<Boolean> keep) {
        wanted.set(last);
        wanted.subscribe((_, now) -> keep.accept(now));
    }

    /// Whether it is to be seen while there is a control plane to be seen.
    BooleanProperty wantedProperty() {
        return wanted;
    }

    private Optional<ControlPlane> plane() {
        return workspace.session().filter(ControlPlane.class::isInstance).map(ControlPlane.class::cast);
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = session.map(s -> s.observed()
                        .versionProperty()
                        .subscribe(this::ask)
                        .and(s.passesProperty().subscribe(_ -> ask())))
                .orElse(Subscription.EMPTY);
        Subscription commands = plane().map(plane -> plane.commandsProperty().subscribe(_ -> ask()))
                .orElse(Subscription.EMPTY);
        following = following.and(commands);
        ask();
    }

    /// Asks for the components; one question is on its way at a time.
    private void ask() {
        if (!isVisible()) {
            return;
        }
        again = asks;
        if (!asks) {
            plane().ifPresent(plane -> {
                asks = true;
                plane.components().then(this::answered).start();
            });
        }
    }

    private void answered(List<Component> components) {
        asks = false;
        show(components);
        if (again) {
            again = false;
            ask();
        }
    }

    private void show(List<Component> components) {
        if (components.equals(shown)) {
            return;
        }
        shown = components;
        long latest = components.stream()
                .flatMap(component -> component.last().stream())
                .mapToLong(Component.Act::number)
                .max()
                .orElse(0);
        if (chips.getChildren().size() != components.size()) {
            chips.getChildren()
                    .setAll(components.stream()
                            .map(component -> new ComponentChip(component.name(), console))
                            .toList());
        }
        for (int i = 0; i < components.size(); i++) {
            ((ComponentChip) chips.getChildren().get(i)).show(components.get(i), latest);
        }
    }
}
