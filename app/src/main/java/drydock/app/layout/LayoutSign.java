package drydock.app.layout;

import drydock.app.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// Says over the canvas that a layout is on its way and how far it is, and lets the user cancel it. One that
/// is found at once shows nothing.
public final class LayoutSign extends HBox {

    private static final Duration PATIENCE = Duration.millis(300);

    private final Messages messages = Messages.of(LayoutSign.class);
    private final Label label = new Label();
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    public LayoutSign(LayoutRuns runs) {
        setId("layout-sign");
        getStyleClass().add("layout-sign");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_LEFT);
        StackPane.setMargin(this, new Insets(12));
        setVisible(false);
        managedProperty().bind(visibleProperty());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(runs.progressProperty());
        bar.setAccessibleText(messages.get("layout.progress"));
        label.setMinWidth(Region.USE_PREF_SIZE);
        Button cancel = new Button(messages.get("layout.cancel"));
        cancel.setId("layout-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> runs.cancel());
        // out of the scene while it is not shown: it is then nobody's Cancel
        visibleProperty().subscribe(shown -> getChildren().setAll(shown ? List.of(label, bar, cancel) : List.of()));
        patience.setOnFinished(_ -> setVisible(runs.runningProperty().get().isPresent()));
        runs.runningProperty().subscribe(this::show);
    }

    private void show(Optional<LayoutRun> running) {
        if (running.isEmpty()) {
            patience.stop();
            setVisible(false);
            return;
        }
        label.setText(messages.get("layout.running", running.get().figures()));
        if (!isVisible()) {
            patience.playFromStart();
        }
    }
}
