package drydock.app.live;

import drydock.app.live.LiveKnowledge.Outage;
import drydock.app.live.LiveKnowledge.Refusal;
import drydock.app.text.Messages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// What is not known of the cluster, for the status bar: how long it has not answered, and which kinds the user may
/// not read.
public final class LiveStatus extends HBox {

    private static final double LEAST_WIDTH = 120;

    private final Messages messages = Messages.of(LiveStatus.class);
    private final LiveKnowledge knowledge;
    private final InstantSource clock;
    private final Label lost = label("status-lost", "error");
    private final Label refused = label("status-refused", "warning");
    private final Timeline ageing = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> showAge()));

    /// @param clock the time by which the cluster's silence is measured
    public LiveStatus(LiveKnowledge knowledge, InstantSource clock) {
        super(16);
        this.knowledge = knowledge;
        this.clock = clock;
        getChildren().setAll(lost, refused);
        managedProperty().bind(lost.managedProperty().or(refused.managedProperty()));
        ageing.setCycleCount(Animation.INDEFINITE);
        knowledge.outageProperty().subscribe(this::show);
        knowledge.refusalsProperty().subscribe(this::show);
    }

    private void show(Optional<Outage> outage) {
        showAge();
        if (outage.isPresent()) {
            ageing.play();
        } else {
            ageing.stop();
        }
    }

    private void showAge() {
        String said = knowledge
                .outageProperty()
                .get()
                .map(outage -> messages.get(
                        "status.lost",
                        outage.cluster(),
                        AgeWords.of(Duration.between(outage.since(), clock.instant())),
                        outage.reason()))
                .orElse("");
        lost.setText(said);
        lost.getTooltip().setText(said);
    }

    private void show(List<Refusal> refusals) {
        refused.setText(
                refusals.isEmpty()
                        ? ""
                        : messages.get(
                                "status.refused",
                                refusals.size(),
                                refusals.stream().map(r -> r.kind().kind()).collect(Collectors.joining(", "))));
        refused.getTooltip()
                .setText(refusals.stream()
                        .map(r -> r.kind().kind() + ": " + r.code() + " " + r.message())
                        .collect(Collectors.joining("\n")));
    }

    /// A label that is there while it says something, and says it in full when it is pointed at.
    private static Label label(String id, String severity) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().addAll("severity", severity);
        label.setMinWidth(LEAST_WIDTH);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        label.setTooltip(new Tooltip());
        return label;
    }
}
