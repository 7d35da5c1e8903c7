package drydock.app.live;

import drydock.app.replay.Opening;
import drydock.app.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// Says over the canvas that a recording is being opened and how far it is, and lets the user cancel it. One that is
/// opened at once shows nothing.
public final class OpeningSign extends HBox {

    private static final Duration LOOK = Duration.millis(100);
    private static final Duration PATIENCE = Duration.millis(300);
    private static final double MOST_WIDTH = 460;

    private final Messages messages = Messages.of(OpeningSign.class);
    private final Label label = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel = new Button(messages.get("record.cancel"));
    private final Timeline looking = new Timeline(new KeyFrame(LOOK, _ -> look()));
    private Optional<Opening> opening = Optional.empty();

    /// @param opened the recording that is being opened, if there is one
    public OpeningSign(ObservableValue<Optional<Opening>> opened) {
        setId("opening-sign");
        getStyleClass().add("layout-sign");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(MOST_WIDTH, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        StackPane.setMargin(this, new Insets(12));
        setVisible(false);
        managedProperty().bind(visibleProperty());
        label.setMinWidth(0);
        bar.setMinWidth(Region.USE_PREF_SIZE);
        bar.setAccessibleText(messages.get("record.progress"));
        cancel.setId("opening-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> opening.ifPresent(Opening::cancel));
        // out of the scene while it is not shown: it is then nobody's Cancel
        visibleProperty().subscribe(shown -> getChildren().setAll(shown ? List.of(label, bar, cancel) : List.of()));
        looking.setCycleCount(Animation.INDEFINITE);
        looking.setDelay(PATIENCE);
        opened.subscribe(this::show);
    }

    private void show(Optional<Opening> now) {
        opening = now;
        if (now.isEmpty()) {
            looking.stop();
            setVisible(false);
            return;
        }
        label.setText(messages.get("record.opening", now.get().file().getFileName()));
        bar.setProgress(0);
        looking.playFromStart();
    }

    private void look() {
        opening.ifPresent(one -> bar.setProgress(one.progress()));
        setVisible(opening.isPresent());
    }
}
