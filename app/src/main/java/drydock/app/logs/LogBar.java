package drydock.app.logs;

import drydock.app.lens.CheckChoice;
import drydock.app.text.Messages;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar above logs: which Pods and containers are shown, what is looked for, and how lines look.
final class LogBar extends FlowPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Messages messages = Messages.of(LogBar.class);
    private final TextField search = new TextField();
    private final Label found = new Label();
    private final ToggleButton newest = toggle("log-newest", "fth-chevrons-down", "logs.newest");
    private final ToggleButton only = toggle("log-only", "fth-filter", "logs.only");
    private final ToggleButton times = toggle("log-times", "fth-clock", "logs.times");
    private final ToggleButton wrap = toggle("log-wrap", "fth-corner-down-left", "logs.wrap");
    private final ToggleButton previous = toggle("log-previous", "fth-rewind", "logs.previous");
    private final CheckChoice pods;
    private final CheckChoice containers;

    /// What its buttons do.
    ///
    /// @param pods is given the names of the Pods that are to be shown
    /// @param containers the same of containers
    /// @param seek looks for what is typed, a moment after the last key
    /// @param step goes to the next line that was found (1), or to the one before (-1)
    record Doing(
            Consumer<Set<String>> pods,
            Consumer<Set<String>> containers,
            Runnable seek,
            Consumer<Integer> step,
            Runnable clear,
            Runnable save) {}

    LogBar(Doing doing) {
        super(6, 4);
        getStyleClass().add("log-bar");
        pods = choice("log-pods", "logs.pods", doing.pods());
        containers = choice("log-containers", "logs.containers", doing.containers());
        newest.setSelected(true);
        search.setId("log-search");
        search.setPromptText(messages.get("logs.search"));
        search.setAccessibleText(messages.get("logs.search"));
        PauseTransition typed = new PauseTransition(Duration.millis(200));
        typed.setOnFinished(_ -> doing.seek().run());
        search.textProperty().subscribe((_, _) -> typed.playFromStart());
        search.setOnAction(_ -> doing.step().accept(1));
        found.setId("log-found");
        found.getStyleClass().add("text-muted");
        HBox seeking = new HBox(
                2,
                search,
                button(
                        "log-earlier",
                        "fth-chevron-up",
                        "logs.earlier",
                        () -> doing.step().accept(-1)),
                button(
                        "log-later",
                        "fth-chevron-down",
                        "logs.later",
                        () -> doing.step().accept(1)),
                found);
        seeking.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .setAll(
                        pods,
                        containers,
                        seeking,
                        only,
                        times,
                        wrap,
                        previous,
                        newest,
                        button("log-clear", "fth-slash", "logs.clear", doing.clear()),
                        button("log-save", "fth-save", "logs.save", doing.save()));
    }

    /// Whether the newest line is kept in view.
    BooleanProperty newestProperty() {
        return newest.selectedProperty();
    }

    /// Whether only lines are shown in which something was found.
    ReadOnlyBooleanProperty onlyProperty() {
        return only.selectedProperty();
    }

    /// Whether each line has its time before it.
    ReadOnlyBooleanProperty timesProperty() {
        return times.selectedProperty();
    }

    /// Whether long lines are broken.
    ReadOnlyBooleanProperty wrapProperty() {
        return wrap.selectedProperty();
    }

    /// Whether the runs before the last are shown.
    ReadOnlyBooleanProperty previousProperty() {
        return previous.selectedProperty();
    }

    /// What is looked for, as it is typed.
    String sought() {
        return search.getText();
    }

    /// Says whether what is looked for can be read.
    void showWrong(boolean wrong) {
        search.pseudoClassStateChanged(WRONG, wrong);
    }

    /// Says what was found.
    void showFound(String text) {
        found.setText(text);
    }

    /// Lets the user type what to look for.
    void beginSearch() {
        search.requestFocus();
    }

    /// Offers the names of all Pods to choose from, those ticked that are not hidden.
    void offerPods(Set<String> all, Set<String> hidden) {
        offer(pods, all, hidden, "logs.pods");
    }

    /// Offers the names of all containers to choose from, those ticked that are not hidden.
    void offerContainers(Set<String> all, Set<String> hidden) {
        offer(containers, all, hidden, "logs.containers");
    }

    private void offer(CheckChoice choice, Set<String> all, Set<String> hidden, String name) {
        Set<String> ticked = new HashSet<>(all);
        ticked.removeAll(hidden);
        choice.offer(all);
        choice.show(ticked);
        choice.setText(messages.get(name) + (hidden.isEmpty() ? "" : " " + ticked.size() + "/" + all.size()));
    }

    private CheckChoice choice(String id, String name, Consumer<Set<String>> chosen) {
        return new CheckChoice(id, messages.get(name), messages.get("logs.choose"), chosen);
    }

    private ToggleButton toggle(String id, String icon, String name) {
        return named(new ToggleButton("", new FontIcon(icon)), id, name);
    }

    private Button button(String id, String icon, String name, Runnable run) {
        Button button = named(new Button("", new FontIcon(icon)), id, name);
        button.getStyleClass().add("flat");
        button.setOnAction(_ -> run.run());
        return button;
    }

    private <B extends ButtonBase> B named(B button, String id, String name) {
        button.setId(id);
        button.setAccessibleText(messages.get(name));
        button.setTooltip(new Tooltip(messages.get(name)));
        return button;
    }
}
