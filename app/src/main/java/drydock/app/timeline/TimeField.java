package drydock.app.timeline;

import drydock.app.text.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/// Says what time it is in a simulation, and goes to the time that is typed into it, be it past or to come.
final class TimeField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int COLUMNS = 8;

    private final PlayedTime time;

    TimeField(PlayedTime time) {
        this.time = time;
        Messages messages = Messages.of(TimeField.class);
        setId("simulation-clock");
        getStyleClass().add("clock");
        setPrefColumnCount(COLUMNS);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(messages.get("time.clock"));
        setTooltip(new Tooltip(messages.get("time.clock")));
        time.elapsedProperty().subscribe(_ -> follow());
        time.pastProperty().subscribe(_ -> follow());
        focusedProperty().subscribe(_ -> follow());
        textProperty().subscribe(_ -> pseudoClassStateChanged(WRONG, false));
        setOnAction(_ -> go());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
            }
        });
    }

    /// What is being typed is left alone.
    private void follow() {
        if (!isFocused()) {
            setText(Clock.text(
                    time.pastProperty().get().orElse(time.elapsedProperty().get())));
        }
    }

    private void go() {
        Clock.read(getText())
                .ifPresentOrElse(
                        moment -> {
                            time.goTo(moment);
                            leave();
                        },
                        () -> pseudoClassStateChanged(WRONG, true));
    }

    private void leave() {
        getParent().requestFocus();
        follow();
    }
}
