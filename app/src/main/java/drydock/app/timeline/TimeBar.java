package drydock.app.timeline;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Plays, pauses and steps a simulation and says what time it is in it.
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
        Label clock = new Label();
        clock.setId("simulation-clock");
        clock.getStyleClass().add("clock");
        clock.textProperty().bind(time.elapsedProperty().map(TimeBar::clock));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label state = new Label();
        state.getStyleClass().add("text-muted");
        state.textProperty()
                .bind(Bindings.when(time.playingProperty())
                        .then(messages.get("time.playing"))
                        .otherwise(messages.get("time.paused")));
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
                        clock,
                        space,
                        state);
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
        box.setAccessibleText(messages.get("time.speed"));
        box.getItems().setAll(SPEEDS);
        box.setConverter(new SpeedText());
        time.speedProperty().subscribe(speed -> box.setValue(speed.doubleValue()));
        box.valueProperty().subscribe(chosen -> time.speedProperty().set(chosen == null ? 1 : chosen));
        return box;
    }

    /// `mm:ss.t` below an hour, `h:mm:ss.t` above.
    static String clock(Duration elapsed) {
        String text = String.format(
                Locale.ROOT,
                "%02d:%02d.%d",
                elapsed.toMinutesPart(),
                elapsed.toSecondsPart(),
                elapsed.toMillisPart() / 100);
        return elapsed.toHours() == 0 ? text : elapsed.toHours() + ":" + text;
    }

    private final class SpeedText extends StringConverter<Double> {

        @Override
        public String toString(@Nullable Double speed) {
            if (speed == null || speed.isInfinite()) {
                return messages.get("time.fastest");
            }
            return speed >= 1 ? speed.intValue() + "×" : speed + "×";
        }

        @Override
        public Double fromString(String text) {
            return SPEEDS.stream()
                    .filter(s -> toString(s).equals(text))
                    .findFirst()
                    .orElse(1.0);
        }
    }
}
