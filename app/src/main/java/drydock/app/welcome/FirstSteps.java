package drydock.app.welcome;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.project.Project;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Says on an empty canvas how to begin, and offers the first steps. What is dropped there reaches the canvas below.
///
/// On a low canvas the steps stand beside each other without their keys, and on one that is lower still the words give
/// way to them.
public final class FirstSteps extends VBox {

    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final double WIDTH = 420;

    /// How high the canvas is at least, as a multiple of the text's size, where all is shown; and where the words are.
    private static final double HIGH_EM = 25;

    private static final double LOW_EM = 14;

    private final Messages messages = Messages.of(FirstSteps.class);
    private final Label text = new Label(messages.get("welcome.text"));
    private final GridPane beneath = new GridPane(16, 0);
    private final FlowPane beside = new FlowPane(16, 0);
    private final List<Action> steps;

    /// @param begin what draws something at once
    /// @param steps other ways to begin
    public FirstSteps(Workspace workspace, Runnable begin, List<Action> steps) {
        this.steps = steps;
        setId("first-steps");
        getStyleClass().add("first-steps");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPickOnBounds(false); // what is beside and between the steps belongs to the canvas below
        Label title = new Label(messages.get("welcome.title"));
        title.getStyleClass().add("title-4");
        text.getStyleClass().add("text-muted");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.managedProperty().bind(text.visibleProperty());
        text.setTextAlignment(TextAlignment.CENTER);
        title.setMouseTransparent(true);
        text.setMouseTransparent(true);
        Button first = new Button(messages.get("welcome.begin"));
        first.setId("welcome-begin");
        first.getStyleClass().add("accent");
        first.setOnAction(_ -> begin.run());
        for (Pane ways : List.of(beneath, beside)) {
            ways.setPickOnBounds(false);
            ways.setMinHeight(Region.USE_PREF_SIZE);
        }
        beneath.setAlignment(Pos.CENTER);
        beside.setAlignment(Pos.CENTER);
        getChildren().setAll(title, text, first, beneath);
        fillBeneath();
        ObservableValue<Number> room =
                parentProperty().flatMap(parent -> parent instanceof Region canvas ? canvas.heightProperty() : null);
        room.subscribe(this::fit);
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

    /// Shows as much as there is room for.
    private void fit(@Nullable Number height) {
        double em = height == null
                ? Double.MAX_VALUE
                : height.doubleValue() / text.getFont().getSize();
        text.setVisible(em >= LOW_EM);
        pseudoClassStateChanged(LOW, em < HIGH_EM);
        Pane wanted = em < HIGH_EM ? beside : beneath;
        if (!getChildren().getLast().equals(wanted)) {
            beneath.getChildren().clear();
            beside.getChildren().clear();
            getChildren().set(getChildren().size() - 1, wanted);
            if (wanted.equals(beside)) {
                steps.forEach(step -> beside.getChildren().add(link(step)));
            } else {
                fillBeneath();
            }
        }
    }

    /// The steps beneath each other, each with its keys.
    private void fillBeneath() {
        for (Action step : steps) {
            Label keys =
                    new Label(step.key().map(KeyCombination::getDisplayText).orElse(""));
            keys.getStyleClass().add("text-muted");
            keys.setMouseTransparent(true);
            beneath.addRow(beneath.getRowCount(), link(step), keys);
        }
    }

    private static Hyperlink link(Action step) {
        Hyperlink link = new Hyperlink(step.text().get());
        link.setId("welcome-" + step.id());
        link.setOnAction(_ -> {
            link.setVisited(false);
            step.run().run();
        });
        return link;
    }
}
