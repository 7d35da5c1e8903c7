package drydock.app.timeline;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
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

/// Plays, pauses and steps a simulation or a recording, says what time it is in it, and goes to any other.
public final class TimeBar extends HBox {

    private static final List<Double> SPEEDS =
            List.of(0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 60.0, PlayedTime.AS_FAST_AS_IT_GOES);

    private final Messages messages = Messages.of(TimeBar.class);

    /// @param time the time that is played, empty while there is none
    public TimeBar(ObservableValue<Optional<PlayedTime>> time) {
        getStyleClass().add("time-bar");
        setAlignment(Pos.CENTER_LEFT);
        time.subscribe(now -> {
            Optional<String> focused = focused();
            now.ifPresentOrElse(this::show, getChildren()::clear);
            focused.map(id -> lookup("#" + id)).ifPresent(Node::requestFocus);
        });
    }

    /// What of it has the focus, which it keeps when another time is shown.
    private Optional<String> focused() {
        return Optional.ofNullable(getScene())
                .map(Scene::getFocusOwner)
                .filter(node ->
                        Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(this::equals))
                .map(Node::getId);
    }

    private void show(PlayedTime time) {
        TimeTrack track = new TimeTrack(time);
        HBox.setHgrow(track, Priority.ALWAYS);
        List<Node> parts = new ArrayList<>(List.of(
                toStart(time), stepBack(time), playButton(time), step(time), speeds(time), new TimeField(time), track));
        time.began().ifPresent(began -> parts.add(date(time, began)));
        parts.addAll(List.of(state(time), present(time)));
        if (time instanceof SimulationTime simulated) {
            parts.add(5, goals(simulated));
            parts.add(Action.of("fork", messages.get("time.fork"), simulated::fork)
                    .withIcon("fth-git-branch")
                    .button());
            parts.add(new BranchMenu(simulated.branches()));
        }
        getChildren().setAll(parts);
    }

    /// A simulation is begun again, with the project as it is now; a recording is what it is.
    private Button toStart(PlayedTime time) {
        boolean begins = time instanceof SimulationTime;
        return Action.of("restart", messages.get(begins ? "time.restart" : "time.start"), () -> {
                    if (time instanceof SimulationTime simulated) {
                        simulated.restart();
                    } else {
                        time.goTo(Duration.ZERO);
                    }
                })
                .withIcon("fth-rewind")
                .button();
    }

    private Button stepBack(PlayedTime time) {
        return Action.of("stepBack", messages.get("time.stepBack"), time::stepBack)
                .withIcon("fth-skip-back")
                .button();
    }

    private Button step(PlayedTime time) {
        return Action.of("step", messages.get("time.step"), time::step)
                .withIcon("fth-skip-forward")
                .button();
    }

    /// The date in the world at the moment that is seen.
    private Label date(PlayedTime time, Instant began) {
        DateTimeFormatter written = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(Locale.getDefault())
                .withZone(ZoneId.systemDefault());
        Label date = new Label();
        date.setId("recording-date");
        date.getStyleClass().add("text-muted");
        date.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(date.textProperty());
        date.setTooltip(whole);
        date.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> written.format(began.plus(time.playback().seen())),
                        time.pastProperty(),
                        time.elapsedProperty()));
        return date;
    }

    private Label state(PlayedTime time) {
        Label state = new Label();
        state.setId("simulation-state");
        state.getStyleClass().add("text-muted");
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.get(state(
                                time,
                                time.pastProperty().get().isPresent(),
                                time.playingProperty().get())),
                        time.pastProperty(),
                        time.playingProperty()));
        return state;
    }

    /// All of a recording is the past.
    private static String state(PlayedTime time, boolean past, boolean playing) {
        if (past && time instanceof SimulationTime) {
            return "time.past";
        }
        if (playing) {
            return "time.playing";
        }
        return past || time instanceof SimulationTime ? "time.paused" : "time.end";
    }

    /// Leads back from the past, and is there only then.
    private Button present(PlayedTime time) {
        Button button = new Button(messages.get(time instanceof SimulationTime ? "time.present" : "time.toEnd"));
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

    private Button playButton(PlayedTime time) {
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

    private ComboBox<Double> speeds(PlayedTime time) {
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
                    ? PlayedTime.AS_FAST_AS_IT_GOES
                    : Double.parseDouble(text.replace("×", ""));
        }
    }
}
