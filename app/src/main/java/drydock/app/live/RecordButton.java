package drydock.app.live;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// The switch that records the live cluster that is looked at: while it is on it says for how long, and how much has
/// been written.
public final class RecordButton extends ToggleButton {

    private final Messages messages = Messages.of(RecordButton.class);
    private final OpenClusters clusters;
    private final Timeline counting = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> count()));
    private Subscription following = Subscription.EMPTY;

    /// @param toggle begins to record, or stops it
    public RecordButton(Workspace workspace, OpenClusters clusters, Runnable toggle) {
        this.clusters = clusters;
        setId("live-record");
        getStyleClass().add("cluster-record");
        setMinWidth(USE_PREF_SIZE);
        setGraphic(new FontIcon("fth-disc"));
        setTooltip(new Tooltip(messages.get("record.tip")));
        counting.setCycleCount(Animation.INDEFINITE);
        managedProperty().bind(visibleProperty());
        setOnAction(_ -> {
            show();
            toggle.run();
        });
        workspace.sessionProperty().subscribe(_ -> follow());
    }

    private void follow() {
        following.unsubscribe();
        Optional<LiveSession> seen = clusters.seen();
        setVisible(seen.isPresent());
        following = seen.map(session -> session.recordingProperty().subscribe(this::show))
                .orElse(Subscription.EMPTY);
    }

    private Optional<LiveRecording> recording() {
        return clusters.seen().flatMap(session -> session.recordingProperty().get());
    }

    private void show() {
        boolean on = recording().isPresent();
        setSelected(on);
        if (on) {
            counting.play();
        } else {
            counting.stop();
        }
        count();
    }

    private void count() {
        setText(recording()
                .map(recording -> messages.get("record.on", time(recording.elapsed()), size(recording.bytes())))
                .orElseGet(() -> messages.get("record.off")));
    }

    private static String time(Duration elapsed) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart());
    }

    static String size(long bytes) {
        if (bytes < 1L << 20) {
            return String.format(Locale.getDefault(), "%,d KiB", (bytes + 1023) >> 10);
        }
        return String.format(Locale.getDefault(), "%,.1f MiB", bytes / (double) (1L << 20));
    }
}
