package drydock.app.timeline;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Plays, pauses and steps a simulation, says what time it is in it, and goes to any other.
public final class TimeBar extends HBox {

    private static final List<Double> SPEEDS =
            List.of(0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 60.0, SimulationTime.AS_FAST_AS_IT_GOES);

    private final Messages messages = Messages.of(TimeBar.class);

    /// @param time the simulation's time, empty while there is none
    public TimeBar(ObservableValue<Optional<SimulationTime>> time) {
        getStyleClass().add("time-bar");
        setAlignment(Pos.CENTER_LEFT);
        time.subscribe(now -> now.ifPresentOrElse(this::show, getChildren()::clear));
    }

    private void show(SimulationTime time) {
        TimeTrack track = new TimeTrack(time);
        HBox.setHgrow(track, Priority.ALWAYS);
        getChildren()
                .setAll(
                        Action.of("restart", messages.get("time.restart"), time::restart)
                                .withIcon("fth-skip-back")
                                .button(),
                        playButton(time),
                        Action.of("step", messages.get("time.step"), time::step)
                                .withIcon("fth-skip-forward")
                                .button(),
                        speeds(time),
                        goals(time),
                        new TimeField(time),
                        track,
                        state(time),
                        present(time),
                        Action.of("fork", messages.get("time.fork"), time::fork)
                                .withIcon("fth-git-branch")
                                .button(),
                        new BranchMenu(time.branches()));
    }

    private Label state(SimulationTime time) {
        Label state = new Label();
        state.setId("simulation-state");
        state.getStyleClass().add("text-muted");
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.get(
                                time.pastProperty().get().isPresent()
                                        ? "time.past"
                                        : time.playingProperty().get() ? "time.playing" : "time.paused"),
                        time.pastProperty(),
                        time.playingProperty()));
        return state;
    }

    /// Leads back from the past, and is there only then.
    private Button present(SimulationTime time) {
        Button button = new Button(messages.get("time.present"));
        button.setId("button-present");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> time.goToPresent());
        button.visibleProperty().bind(time.pastProperty().map(Optional::isPresent));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private MenuButton goals(SimulationTime time) {
        MenuButton menu = new MenuButton();
        menu.setId("simulation-until");
        menu.setGraphic(new FontIcon("fth-target"));
        menu.getStyleClass().addAll("flat", "tool-button");
        menu.setAccessibleText(messages.get("time.until"));
        menu.setTooltip(new Tooltip(messages.get("time.until")));
        for (Goal goal : Goal.values()) {
            MenuItem item =
                    new MenuItem(messages.get("time.until." + goal.name().toLowerCase(Locale.ROOT)));
            item.setId("until-" + goal.name().toLowerCase(Locale.ROOT));
            item.setOnAction(_ -> time.runUntil(goal));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Button playButton(SimulationTime time) {
        FontIcon play = new FontIcon("fth-play");
        FontIcon pause = new FontIcon("fth-pause");
        Button button = Action.of(
                        "play",
                        messages.get("time.play"),
                        () -> time.playingProperty().set(!time.playingProperty().get()))
                .withIcon("fth-play")
                .button();
        button.getStyleClass().add("play");
        button.graphicProperty()
                .bind(Bindings.when(time.playingProperty()).then(pause).otherwise(play));
        return button;
    }

    private ComboBox<Double> speeds(SimulationTime time) {
        ComboBox<Double> box = new ComboBox<>();
        box.setId("simulation-speed");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(messages.get("time.speed"));
        box.setConverter(new SpeedText());
        time.speedProperty().subscribe(speed -> show(box, speed.doubleValue()));
        box.valueProperty().subscribe(chosen -> time.speedProperty().set(chosen == null ? 1 : chosen));
        return box;
    }

    /// A speed that is none of the usual ones stands among them while it holds.
    private static void show(ComboBox<Double> box, double speed) {
        List<Double> all = Stream.concat(SPEEDS.stream(), Stream.of(speed))
                .distinct()
                .sorted()
                .toList();
        if (!box.getItems().equals(all)) {
            box.getItems().setAll(all);
        }
        box.setValue(speed);
    }

    private final class SpeedText extends StringConverter<Double> {

        @Override
        public String toString(@Nullable Double speed) {
            if (speed == null || speed.isInfinite()) {
                return messages.get("time.fastest");
            }
            return BigDecimal.valueOf(speed).stripTrailingZeros().toPlainString() + "×";
        }

        @Override
        public Double fromString(String text) {
            return text.equals(messages.get("time.fastest"))
                    ? SimulationTime.AS_FAST_AS_IT_GOES
                    : Double.parseDouble(text.replace("×", ""));
        }
    }
}
