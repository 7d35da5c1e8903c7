package drydock.app.act;

import drydock.app.dialog.DialogPlace;
import drydock.app.dialog.FittingScroll;
import drydock.app.settings.ClusterColour;
import drydock.app.task.Tasks;
import drydock.app.text.Messages;
import drydock.model.cluster.ClusterInfo;
import java.util.List;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/// Asks before a cluster is changed: in which cluster, what will happen. It stays open while the server is asked and
/// where it refuses, with the server's words and all that was entered, and closes when it is done.
abstract class ChangeDialog extends Dialog<Void> {

    private static final double MOST = 560;
    private static final double LEAST = 200;
    /// What stands around the body.
    private static final double AROUND = 200;

    private final Messages messages = Messages.of(ChangeDialog.class);
    private final Target target;
    private final VBox body = new VBox(10);
    private final Label problem = text("");
    private final ProgressIndicator waits = new ProgressIndicator();
    private final ButtonType doIt;

    /// @param title as "Scale Deployment shop/web"
    /// @param doIt what the button says that does it
    ChangeDialog(Place place, Target target, String title, String doIt) {
        this.target = target;
        this.doIt = new ButtonType(doIt, ButtonBar.ButtonData.OK_DONE);
        DialogPlace.over(place.owner(), this);
        setTitle(title);
        setHeaderText(title);
        body.getStyleClass().add("change-body");
        problem.getStyleClass().add("form-problem");
        problem.setId("act-problem");
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        waits.setVisible(false);
        waits.managedProperty().bind(waits.visibleProperty());
        waits.getStyleClass().add("change-waits");
        Region scroll = new FittingScroll(body, Math.clamp(place.owner().getHeight() - AROUND, LEAST, MOST));
        scroll.getStyleClass().add("change-scroll");
        VBox content = new VBox(10, cluster(place.colour(), target.session().info()), scroll, problem, waits);
        content.getStyleClass().add("change");
        getDialogPane().setContent(content);
        getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        getDialogPane()
                .getButtonTypes()
                .setAll(this.doIt, new ButtonType(messages.get("act.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        button().setId("act-do");
        button().addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            begin();
        });
    }

    /// Where dialogs are shown, and what belongs to the cluster there.
    ///
    /// @param colour the one that the user gave the cluster
    record Place(Window owner, ClusterColour colour) {}

    /// The cluster that is changed, in its colour.
    static Node cluster(ClusterColour colour, ClusterInfo info) {
        Messages messages = Messages.of(ChangeDialog.class);
        Region swatch = new Region();
        swatch.getStyleClass().addAll("cluster-swatch", colour.styleClass());
        Label name = new Label(info.name());
        name.getStyleClass().add("change-cluster-name");
        name.setMinWidth(0);
        Label where =
                new Label(info.simulated() ? messages.get("act.simulated") : info.server() + " · " + info.version());
        where.getStyleClass().add("text-muted");
        where.setMinWidth(0);
        swatch.setVisible(colour != ClusterColour.NONE);
        swatch.managedProperty().bind(swatch.visibleProperty());
        HBox line = new HBox(8, swatch, name, where);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setId("act-cluster");
        line.getStyleClass().addAll("change-cluster", colour.styleClass());
        return line;
    }

    Messages messages() {
        return messages;
    }

    /// The same, before there is a dialog.
    static Messages words() {
        return Messages.of(ChangeDialog.class);
    }

    Target target() {
        return target;
    }

    /// What is asked and told, from above to below.
    void show(Node... parts) {
        body.getChildren().setAll(List.of(parts));
    }

    void add(Node part) {
        body.getChildren().add(part);
    }

    Button button() {
        return (Button) getDialogPane().lookupButton(doIt);
    }

    /// A dialog gives the focus to its button once it is shown; a field gets it after that, and what is typed then
    /// takes the place of what stands there.
    void focus(Node field) {
        setOnShown(_ -> Platform.runLater(() -> {
            field.requestFocus();
            if (field instanceof Spinner<?> spinner) {
                spinner.getEditor().selectAll();
            }
        }));
    }

    /// The change itself; what it answers is given to [#done].
    abstract Tasks.Work<?> change();

    /// What is to be done, once, with all that was entered; a second press while the server is asked does nothing.
    private void begin() {
        if (waits.isVisible()) {
            return;
        }
        problem.setText("");
        accept(List.of());
        setWaiting(true);
        started(change());
    }

    private <T> void started(Tasks.Work<T> work) {
        work.then(answer -> {
                    setWaiting(false);
                    done(answer);
                    close();
                })
                .otherwise(failure -> {
                    setWaiting(false);
                    refused(failure);
                })
                .start();
    }

    /// The server did it.
    ///
    /// @param answer what the change answered
    abstract void done(Object answer);

    /// Shows words of the server at fields of this dialog. Those it does not have are shown below all.
    void accept(List<Refusal.Cause> causes) {}

    /// What a refusal says that no field of this dialog can show.
    String elsewhere(Refusal refusal) {
        return refusal.elsewhere(List.of());
    }

    void refused(Exception failure) {
        Refusal refusal = Refusal.of(failure);
        accept(refusal.causes());
        problem.setText(
                refusal.isLost()
                        ? messages.get("act.lost", target.session().info().name(), refusal.words())
                        : elsewhere(refusal));
        grow();
    }

    /// Shows `failure` of a question that was asked before anything is done.
    void cannot(Exception failure) {
        problem.setText(Refusal.of(failure).words());
        button().setDisable(true);
        grow();
    }

    void setWaiting(boolean waiting) {
        waits.setVisible(waiting);
        button().setDisable(waiting);
    }

    /// Makes room for words that have come, once it is known how wide they are.
    void grow() {
        Platform.runLater(this::fit);
    }

    private void fit() {
        body.requestLayout();
        DialogPlace.fit(getDialogPane());
    }

    static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("dialog-text");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Something that is to be thought of.
    static Label warning(String words) {
        Label label = text(words);
        label.getStyleClass().add("change-warning");
        label.setGraphic(new FontIcon("fth-alert-triangle"));
        return label;
    }
}
