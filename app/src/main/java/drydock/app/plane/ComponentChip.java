package drydock.app.plane;

import drydock.app.session.Component;
import drydock.app.session.Component.Act;
import drydock.app.text.Messages;
import drydock.app.timeline.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One component: its name and state, and what it did last. A menu stops, delays and starts it, where it can be.
final class ComponentChip extends VBox {

    private static final PseudoClass ACTING = PseudoClass.getPseudoClass("acting");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    /// What can be stopped by itself: kubelets are stopped on their nodes.
    private static final Set<String> STOPPABLE =
            Set.of("etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler");

    private final Messages messages = Messages.of(ComponentChip.class);
    private final FontIcon sign = new FontIcon("fth-circle");
    private final Label name = new Label();
    private final MenuButton menu = new MenuButton();
    private final Label act = new Label();
    private final Tooltip tooltip = new Tooltip();

    /// @param console types a line into the console
    ComponentChip(String component, Consumer<String> console) {
        getStyleClass().add("component");
        setId("component-" + component);
        setFocusTraversable(false);
        act.getStyleClass().add("component-act");
        tooltip.setText(messages.find("plane.is." + component).orElse(component));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        Tooltip.install(this, tooltip);
        if (STOPPABLE.contains(component)) {
            menu.setGraphic(sign);
            menu.getStyleClass().addAll("flat", "component-name");
            menu.getItems()
                    .setAll(
                            item("plane.stop", console, "fault component-stopped " + component),
                            item("plane.start", console, "fault clear component-stopped " + component),
                            item("plane.delay", console, "fault component-delayed " + component + " 5s"),
                            item("plane.noDelay", console, "fault clear component-delayed " + component));
            getChildren().setAll(menu, act);
        } else {
            name.setGraphic(sign);
            name.getStyleClass().add("component-name");
            getChildren().setAll(name, act);
        }
    }

    private MenuItem item(String key, Consumer<String> console, String line) {
        MenuItem item = new MenuItem(messages.get(key));
        item.setOnAction(_ -> console.accept(line));
        return item;
    }

    /// @param latest the number of what was done last in the cluster
    void show(Component component, long latest) {
        String title = component.count() > 1
                ? messages.get("plane.many", component.name(), component.count())
                : component.name();
        name.setText(title);
        menu.setText(title);
        String said = state(component)
                .orElseGet(() -> component.last().map(this::said).orElse(messages.get("plane.idle")));
        act.setText(said);
        setAccessibleText(title + ". " + said);
        sign.setIconLiteral(
                switch (component.state()) {
                    case AT_WORK -> "fth-check-circle";
                    case STOPPED -> "fth-x-octagon";
                    case CUT_OFF -> "fth-wifi-off";
                    case DELAYED -> "fth-clock";
                    case UNKNOWN -> "fth-circle";
                });
        pseudoClassStateChanged(DOWN, component.down() > 0);
        pseudoClassStateChanged(LATE, component.state() == Component.State.DELAYED);
        pseudoClassStateChanged(
                ACTING,
                latest > 0
                        && component
                                .last()
                                .map(Act::number)
                                .filter(n -> n == latest)
                                .isPresent());
    }

    /// What is to be said first of one that is not simply at work.
    private Optional<String> state(Component component) {
        return switch (component.state()) {
            case AT_WORK, UNKNOWN -> Optional.empty();
            case STOPPED, CUT_OFF ->
                Optional.of(
                        component.count() > 1
                                ? messages.get("plane.someDown", component.down())
                                : messages.get(
                                        component.state() == Component.State.STOPPED
                                                ? "plane.stopped"
                                                : "plane.cutOff"));
            case DELAYED -> Optional.of(messages.get("plane.delayed", seconds(component)));
        };
    }

    private static String seconds(Component component) {
        double seconds = component.lag().toMillis() / 1e3;
        return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
    }

    private String said(Act done) {
        String what = messages.get(
                "plane." + done.verb().name().toLowerCase(Locale.ROOT),
                done.object().kind(),
                done.object().name());
        String by = List.of("user", "default-scheduler", "kube-apiserver").contains(done.by()) ? "" : done.by() + ": ";
        return getId().equals("component-etcd")
                ? messages.get("plane.stored", String.valueOf(done.number()))
                : Clock.text(done.at()) + "  " + by + what;
    }
}
