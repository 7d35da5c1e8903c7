package drydock.app.drift;

import drydock.app.canvas.CanvasView;
import drydock.app.text.Messages;
import drydock.model.drift.ObjectDrift;
import drydock.model.drift.ObjectDrift.State;
import drydock.model.drift.ProjectDrift;
import drydock.model.resource.ResourceId;
import drydock.render.paint.DriftMark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// Marks the figures on the canvas, and says over it what the marks mean and how many there are of each.
public final class DriftMarks extends FlowPane {

    private static final double GAP = 12;
    private static final double MOST_WIDTH = 640;

    private static final Map<State, String> STYLES =
            Map.of(State.ONLY_HERE, "only-here", State.ONLY_THERE, "only-there", State.DIFFERENT, "different");

    private final Messages messages = Messages.of(DriftMarks.class);
    private final DriftWords words = new DriftWords();
    private final CanvasView canvas;

    public DriftMarks(CanvasView canvas, Beside beside) {
        super(GAP, 0);
        this.canvas = canvas;
        setId("drift-legend");
        getStyleClass().add("drift-legend");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setPickOnBounds(false);
        setPrefWrapLength(MOST_WIDTH);
        managedProperty().bind(visibleProperty());
        beside.driftProperty().subscribe(this::show);
    }

    private void show(ProjectDrift drift) {
        Map<ResourceId, DriftMark> marks = new HashMap<>();
        for (ObjectDrift each : drift.different()) {
            marks.put(each.id(), words.mark(each));
        }
        canvas.emphasis().drift(marks);
        setVisible(!marks.isEmpty());
        getChildren()
                .setAll(List.of(State.DIFFERENT, State.ONLY_HERE, State.ONLY_THERE).stream()
                        .filter(state -> drift.count(state) > 0)
                        .map(state -> sample(state, drift.count(state)))
                        .toList());
    }

    /// As wide as what it says: a pane that wraps wants to be as wide as it may be.
    @Override
    protected double computePrefWidth(double height) {
        double words = getManagedChildren().stream()
                .mapToDouble(child -> snapSizeX(child.prefWidth(-1)) + GAP)
                .sum();
        Insets around = getInsets();
        return Math.min(words - GAP + around.getLeft() + around.getRight(), super.computePrefWidth(height));
    }

    private Label sample(State state, long count) {
        Label label = new Label(messages.get("drift.chip", DriftWords.sign(state), words.state(state), count));
        label.getStyleClass().addAll("drift-sample", STYLES.get(state));
        label.setTooltip(new Tooltip(messages.get("drift.explain." + state)));
        label.setMinWidth(0);
        return label;
    }
}
