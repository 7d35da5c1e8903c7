package drydock.app.shell;

import drydock.app.problems.ProblemCounts;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.ClusterInfo;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The lower edge of the window: what is wrong, what there is, what was said last, which cluster this is, and how large
/// it is drawn. Where there is little room, what was said gives way first, then what is not known of the cluster; which
/// cluster it is can always be read.
final class StatusBar extends HBox {

    private static final double WIDE_EM = 64;
    private static final double CLUSTER_EM = 16;
    private static final double LIVE_SHARE = 0.45;

    private final ProblemCounts problems;
    private final Region live;
    private final Label cluster = new Label();
    private final Label message = new Label();

    StatusBar(Workspace workspace, ProblemCounts problems, Region live, Node drift, Node zoom) {
        this.problems = problems;
        this.live = live;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        message.setId("status-message");
        message.setMaxWidth(Double.MAX_VALUE);
        message.setMinWidth(0);
        message.textProperty().bind(workspace.messageProperty());
        HBox.setHgrow(message, Priority.ALWAYS);
        cluster.setId("status-cluster");
        cluster.getStyleClass().add("text-muted");
        cluster.textProperty()
                .bind(workspace
                        .sessionProperty()
                        .map(session -> session.map(
                                        s -> name(s.info()) + " · " + s.info().version())
                                .orElse("")));
        cluster.managedProperty().bind(cluster.textProperty().isNotEmpty());
        cluster.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(problems, live, drift, new ObjectCount(workspace), message, cluster, zoom);
        widthProperty().subscribe(this::fit);
    }

    private static String name(ClusterInfo cluster) {
        return cluster.simulated() ? Messages.of(StatusBar.class).get("status.simulation") : cluster.name();
    }

    private void fit() {
        double em = message.getFont().getSize();
        problems.setLean(getWidth() < WIDE_EM * em);
        cluster.setMaxWidth(CLUSTER_EM * em);
        live.setMaxWidth(LIVE_SHARE * getWidth());
    }
}
