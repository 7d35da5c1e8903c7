package drydock.app.shell;

import drydock.app.workspace.Workspace;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The lower edge of the window: what is wrong, what was said last, and which cluster this is.
final class StatusBar extends HBox {

    StatusBar(Workspace workspace, List<? extends Node> indicators) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(indicators);
        Label message = new Label();
        message.setId("status-message");
        message.setMaxWidth(Double.MAX_VALUE);
        message.textProperty().bind(workspace.messageProperty());
        HBox.setHgrow(message, Priority.ALWAYS);
        Label cluster = new Label();
        cluster.setId("status-cluster");
        cluster.getStyleClass().add("text-muted");
        cluster.textProperty()
                .bind(workspace
                        .sessionProperty()
                        .map(session -> session.map(
                                        s -> s.info().name() + " · " + s.info().version())
                                .orElse("")));
        getChildren().addAll(message, cluster);
    }
}
