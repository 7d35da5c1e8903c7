package drydock.app.welcome;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.project.Project;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// Says on an empty canvas how to begin, and offers the first steps. What is dropped there reaches the canvas below.
public final class FirstSteps extends VBox {

    private static final double WIDTH = 420;

    private final Messages messages = Messages.of(FirstSteps.class);

    /// @param begin what draws something at once
    /// @param steps other ways to begin
    public FirstSteps(Workspace workspace, Runnable begin, List<Action> steps) {
        setId("first-steps");
        getStyleClass().add("first-steps");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPickOnBounds(false); // what is beside and between the steps belongs to the canvas below
        Label title = new Label(messages.get("welcome.title"));
        title.getStyleClass().add("title-4");
        Label text = new Label(messages.get("welcome.text"));
        text.getStyleClass().add("text-muted");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        title.setMouseTransparent(true);
        text.setMouseTransparent(true);
        Button first = new Button(messages.get("welcome.begin"));
        first.setId("welcome-begin");
        first.getStyleClass().add("accent");
        first.setOnAction(_ -> begin.run());
        getChildren().setAll(title, text, first, ways(steps));
        visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> workspace.session().isEmpty()
                                && isEmpty(workspace.document().project()),
                        workspace.sessionProperty(),
                        workspace.document().projectProperty()));
        managedProperty().bind(visibleProperty());
    }

    private static boolean isEmpty(Project project) {
        return project.declarations().isEmpty() && project.diagram().notes().isEmpty();
    }

    /// The steps beneath each other, each with its keys.
    private static GridPane ways(List<Action> steps) {
        GridPane ways = new GridPane(16, 0);
        ways.setAlignment(Pos.CENTER);
        ways.setPickOnBounds(false);
        for (Action step : steps) {
            Hyperlink link = new Hyperlink(step.text().get());
            link.setId("welcome-" + step.id());
            link.setOnAction(_ -> {
                link.setVisited(false);
                step.run().run();
            });
            Label keys =
                    new Label(step.key().map(KeyCombination::getDisplayText).orElse(""));
            keys.getStyleClass().add("text-muted");
            keys.setMouseTransparent(true);
            ways.addRow(ways.getRowCount(), link, keys);
        }
        return ways;
    }
}
