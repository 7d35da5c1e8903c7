package drydock.app.activity;

import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What goes on in the clusters, a line for each, the last begun at the bottom. It is there while there is something.
public final class ActivityBar extends ScrollPane {

    /// So many lines are seen without scrolling.
    private static final int LINES = 4;

    private static final double LINE_EM = 2.8;
    private static final double EDGE_EM = 0.3;

    private final Activities activities;
    private final Settings settings;
    private final VBox lines = new VBox();
    private final Map<Activity, ActivityLine> shown = new HashMap<>();

    /// @param settings know the clusters' colours
    public ActivityBar(Activities activities, Settings settings) {
        this.activities = activities;
        this.settings = settings;
        setId("activities");
        getStyleClass().add("activities");
        setAccessibleText(Messages.of(ActivityBar.class).get("activity.all"));
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        managedProperty().bind(visibleProperty());
        activities.list().addListener((ListChangeListener<Activity>) _ -> show());
        show();
    }

    private void show() {
        shown.keySet().retainAll(activities.list());
        lines.getChildren()
                .setAll(activities.list().stream()
                        .map(activity -> shown.computeIfAbsent(activity, this::line))
                        .toList());
        setVisible(!activities.list().isEmpty());
        double height = Math.min(LINES, activities.list().size()) * LINE_EM + EDGE_EM;
        setStyle("-fx-min-height: " + height + "em; -fx-pref-height: " + height + "em;");
    }

    private ActivityLine line(Activity activity) {
        return new ActivityLine(
                activity,
                settings.clusterColour(activity.session().info().server()),
                () -> activities.remove(activity));
    }
}
