package drydock.app.action;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.javafx.FontIcon;

/// One thing that a user can do.
///
/// @param id its name in tests and style sheets, as `undo`
/// @param text what it is called at this moment, as "Undo Move"
/// @param icon the literal of a Feather icon, as `fth-corner-up-left`
/// @param key the keys that do it, if any
/// @param enabled whether it can be done now
/// @param run does it
/// @param missing says what is missing where it cannot be done, for a user; empty where nobody said
/// @param state for what is switched on and off: whether it is on
public record Action(
        String id,
        ObservableStringValue text,
        Optional<String> icon,
        Optional<KeyCombination> key,
        ObservableBooleanValue enabled,
        Supplier<Optional<String>> missing,
        Runnable run,
        Optional<BooleanProperty> state) {

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    /// An action that can always be done, under one name, without keys.
    public static Action of(String id, String text, Runnable run) {
        return new Action(
                id,
                new SimpleStringProperty(text),
                Optional.empty(),
                Optional.empty(),
                ALWAYS,
                Optional::empty,
                run,
                Optional.empty());
    }

    /// An action that switches `property` on and off.
    public static Action toggle(String id, String text, BooleanProperty property) {
        return new Action(
                id,
                new SimpleStringProperty(text),
                Optional.empty(),
                Optional.empty(),
                ALWAYS,
                Optional::empty,
                () -> property.set(!property.get()),
                Optional.of(property));
    }

    public Action withIcon(String literal) {
        return new Action(id, text, Optional.of(literal), key, enabled, missing, run, state);
    }

    /// The same, done by keys, too.
    ///
    /// @param keys as `Shortcut+Z`
    public Action withKeys(String keys) {
        return new Action(id, text, icon, Optional.of(KeyCombination.valueOf(keys)), enabled, missing, run, state);
    }

    public Action when(ObservableBooleanValue condition) {
        return new Action(id, text, icon, key, condition, Optional::empty, run, state);
    }

    /// The same, only while `condition` holds.
    ///
    /// @param missing what a user is told where it does not hold
    public Action when(ObservableBooleanValue condition, Need missing) {
        Optional<String> said = Optional.of(missing.text());
        return new Action(id, text, icon, key, condition, () -> said, run, state);
    }

    /// The same, only while `condition` holds.
    ///
    /// @param why says what a user is told while it does not hold
    public Action when(ObservableBooleanValue condition, Supplier<Optional<String>> why) {
        return new Action(id, text, icon, key, condition, why, run, state);
    }

    /// What is missing where it cannot be done now, for a user; empty where nobody said.
    public Optional<String> need() {
        return missing.get();
    }

    public Action named(ObservableStringValue changingText) {
        return new Action(id, changingText, icon, key, enabled, missing, run, state);
    }

    /// Does it, unless it cannot be done now.
    public void runIfEnabled() {
        if (enabled.get()) {
            run.run();
        }
    }

    /// A new menu item that does it.
    public MenuItem menuItem() {
        MenuItem item = state.<MenuItem>map(Action::switching).orElseGet(MenuItem::new);
        item.setId("menu-" + id);
        item.textProperty().bind(text);
        key.ifPresent(item::setAccelerator);
        icon.ifPresent(literal -> item.setGraphic(new FontIcon(literal)));
        item.disableProperty().bind(Bindings.not(enabled));
        if (state.isEmpty()) {
            item.setOnAction(_ -> run.run());
        }
        return item;
    }

    private static MenuItem switching(BooleanProperty property) {
        CheckMenuItem item = new CheckMenuItem();
        item.selectedProperty().bindBidirectional(property);
        return item;
    }

    /// A new button that does it: with its icon only, where it has one, and its name as a tooltip.
    public Button button() {
        Button button = new Button();
        button.setId("button-" + id);
        button.setFocusTraversable(true);
        button.getStyleClass().addAll("flat", "tool-button");
        icon.ifPresentOrElse(
                literal -> button.setGraphic(new FontIcon(literal)),
                () -> button.textProperty().bind(text));
        button.accessibleTextProperty().bind(text);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(Bindings.concat(
                        text, key.map(k -> "  " + k.getDisplayText()).orElse("")));
        button.setTooltip(tooltip);
        button.disableProperty().bind(Bindings.not(enabled));
        button.setOnAction(_ -> run.run());
        return button;
    }
}
