package drydock.app.activity;

import drydock.app.settings.ClusterColour;
import drydock.app.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of what goes on: in which cluster, what, how far, and how it is ended or cleared away.
final class ActivityLine extends HBox {

    private static final double PROGRESS_WIDTH = 96;

    private final Messages messages = Messages.of(ActivityLine.class);
    private final Activity activity;
    private final FontIcon sign = new FontIcon();
    private final ProgressBar progress = new ProgressBar();
    private final Hyperlink remedy = new Hyperlink();
    private final Button stop = new Button(messages.get("activity.stop"));
    private final Button clear = new Button("", new FontIcon("fth-x"));

    /// @param clear takes the line away
    ActivityLine(Activity activity, ClusterColour colour, Runnable clear) {
        super(8);
        this.activity = activity;
        getStyleClass().addAll("activity", colour.styleClass());
        setAlignment(Pos.CENTER_LEFT);
        Region swatch = new Region();
        swatch.getStyleClass().addAll("cluster-swatch", colour.styleClass());
        swatch.setVisible(colour != ClusterColour.NONE);
        swatch.managedProperty().bind(swatch.visibleProperty());
        Label title =
                new Label(activity.title() + " · " + activity.session().info().name());
        title.getStyleClass().add("activity-title");
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(title.getText()));
        Label text = new Label();
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        text.textProperty().bind(activity.textProperty().map(words -> words.replace('\n', ' ')));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(activity.textProperty());
        text.setTooltip(whole);
        HBox.setHgrow(text, Priority.ALWAYS);
        progress.setPrefWidth(PROGRESS_WIDTH);
        progress.setMinWidth(PROGRESS_WIDTH);
        progress.progressProperty().bind(activity.progressProperty());
        Hyperlink details = new Hyperlink(messages.get("activity.details"));
        details.setMinWidth(USE_PREF_SIZE);
        details.setOnAction(_ -> new ActivityDialog(getScene().getWindow(), activity).show());
        remedy.setMinWidth(USE_PREF_SIZE);
        remedy.setOnAction(_ ->
                activity.remedyProperty().get().ifPresent(there -> there.run().run()));
        remedy.managedProperty().bind(remedy.visibleProperty());
        stop.setMinWidth(USE_PREF_SIZE);
        stop.getStyleClass().add("activity-stop");
        stop.setOnAction(_ -> activity.stop());
        this.clear.getStyleClass().add("cluster-close");
        this.clear.setAccessibleText(messages.get("activity.clear"));
        this.clear.setTooltip(new Tooltip(messages.get("activity.clear")));
        this.clear.setOnAction(_ -> clear.run());
        for (Region node : new Region[] {progress, stop, this.clear}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        getChildren().setAll(swatch, sign, title, progress, text, remedy, details, stop, this.clear);
        sign.getStyleClass().add("activity-sign");
        activity.stateProperty().subscribe(this::show);
        activity.remedyProperty().subscribe(there -> {
            remedy.setVisible(there.isPresent());
            remedy.setText(there.map(Activity.Remedy::name).orElse(""));
        });
    }

    private void show(Activity.State state) {
        boolean runs = state == Activity.State.RUNNING;
        progress.setVisible(runs);
        stop.setVisible(runs);
        clear.setVisible(!runs);
        sign.setIconLiteral(
                switch (state) {
                    case RUNNING -> "fth-loader";
                    case DONE -> "fth-check";
                    case FAILED -> "fth-alert-triangle";
                    case STOPPED -> "fth-slash";
                });
        getStyleClass().removeAll("done", "failed");
        if (state == Activity.State.DONE || state == Activity.State.FAILED) {
            getStyleClass().add(state == Activity.State.DONE ? "done" : "failed");
        }
        setAccessibleText(activity.title());
    }
}
