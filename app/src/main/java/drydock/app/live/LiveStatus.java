package drydock.app.live;

import drydock.app.observe.Observed;
import drydock.app.observe.Observed.Knowledge;
import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// How well the cluster before the window is known, for the status bar: since when it does not answer, and which kinds
/// the user may not read.
public final class LiveStatus extends HBox {

    private final Messages messages = Messages.of(LiveStatus.class);
    private final LongSupplier nanoClock;
    private final Label lost = new Label();
    private final Label refused = new Label();
    private final Timeline ageing;
    private Subscription following = Subscription.EMPTY;
    private Optional<Outage> outage = Optional.empty();

    /// @param since the clock's reading when it was noticed
    private record Outage(String cluster, String reason, long since) {}

    /// @param nanoClock a clock that does not go back
    public LiveStatus(Workspace workspace, LongSupplier nanoClock) {
        super(12);
        this.nanoClock = nanoClock;
        lost.setId("status-lost");
        lost.getStyleClass().addAll("severity", "error");
        refused.setId("status-refused");
        refused.getStyleClass().addAll("severity", "warning");
        getChildren().setAll(lost, refused);
        for (Label label : List.of(lost, refused)) {
            label.setMinWidth(USE_PREF_SIZE);
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
            label.managedProperty().bind(label.visibleProperty());
        }
        ageing = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> showOutage()));
        ageing.setCycleCount(Animation.INDEFINITE);
        workspace.sessionProperty().subscribe(this::follow);
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        outage = Optional.empty();
        refused.setText("");
        showOutage();
        following = session.map(s -> s.observed().versionProperty().subscribe(() -> show(s)))
                .orElse(Subscription.EMPTY);
    }

    private void show(ClusterSession session) {
        Observed observed = session.observed();
        List<String> kinds = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Optional<String> reason = Optional.empty();
        for (var entry : observed.knowledge().entrySet()) {
            ResourceKind kind = entry.getKey();
            switch (entry.getValue()) {
                case Knowledge.Refused(int code, String message) -> {
                    kinds.add(kind.kind());
                    words.add(code + " " + message);
                }
                case Knowledge.Stale(String message) -> reason = Optional.of(message);
                case Knowledge.Loading _, Knowledge.Current _ -> {
                    // nothing that must be said
                }
            }
        }
        refused.setText(kinds.isEmpty() ? "" : messages.get("status.refused", kinds.size(), String.join(", ", kinds)));
        refused.setTooltip(kinds.isEmpty() ? null : new Tooltip(String.join("\n", words)));
        outage = reason.map(why ->
                new Outage(session.info().name(), why, outage.map(Outage::since).orElseGet(nanoClock::getAsLong)));
        showOutage();
    }

    /// Says how long it has lasted, and goes on to say so every second.
    private void showOutage() {
        lost.setText(outage.map(o -> messages.get(
                        "status.lost",
                        o.cluster(),
                        Duration.ofNanos(nanoClock.getAsLong() - o.since()).toSeconds(),
                        o.reason()))
                .orElse(""));
        if (outage.isPresent()) {
            ageing.play();
        } else {
            ageing.stop();
        }
    }
}
