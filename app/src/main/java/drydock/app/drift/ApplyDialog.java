package drydock.app.drift;

import drydock.app.apply.Forecast;
import drydock.app.apply.Plan;
import drydock.app.dialog.DialogPlace;
import drydock.app.text.Messages;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.FieldConflict;
import drydock.model.difference.TextDifference;
import drydock.model.drift.Manifests;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Says which cluster is about to be changed, and what the server said would come of each object; asks whether to do
/// it, and whose fields are taken over from other managers.
final class ApplyDialog extends Dialog<Set<ResourceId>> {

    private static final List<String> STYLES = List.of("only-here", "different", "contested", "refused", "same");

    /// What needs to be looked at stands first.
    private static final List<String> ORDER = List.of("contested", "refused", "different", "only-here", "same");

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 460;

    private final Messages messages = Messages.of(ApplyDialog.class);
    private final Plan plan;
    private final ClusterInfo cluster;
    private final Set<ResourceId> takenOver = new HashSet<>();
    private final DifferenceView difference = new DifferenceView(messages);
    private final ListView<Plan.Step> steps = new ListView<>();
    private final Button doIt;

    ApplyDialog(Window owner, ClusterInfo cluster, Plan plan) {
        this.plan = plan;
        this.cluster = cluster;
        DialogPlace.over(owner, this);
        setTitle(messages.get("apply.title", cluster.name()));
        setHeaderText(messages.get("apply.header", cluster.name(), cluster.server()));
        setResizable(true);
        steps.setId("apply-steps");
        steps.getStyleClass().add("apply-steps");
        steps.setCellFactory(_ -> new StepCell());
        steps.getItems()
                .setAll(plan.steps().stream()
                        .sorted(Comparator.comparingInt(step -> ORDER.indexOf(style(step.forecast()))))
                        .toList());
        steps.getSelectionModel().selectedItemProperty().subscribe(step -> show(step));
        SplitPane split = new SplitPane(steps, difference);
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.5);
        split.setPrefSize(WIDTH, HEIGHT);
        getDialogPane().setPrefWidth(WIDTH);
        getDialogPane().getStyleClass().add("wide");
        Label summary = new Label(summary());
        summary.setId("apply-summary");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(split, Priority.ALWAYS);
        getDialogPane().setContent(new VBox(8, summary, split));
        ButtonType apply = new ButtonType("", ButtonBar.ButtonData.OK_DONE);
        getDialogPane()
                .getButtonTypes()
                .setAll(apply, new ButtonType(messages.get("apply.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        doIt = (Button) getDialogPane().lookupButton(apply);
        doIt.setId("apply-do");
        count();
        setResultConverter(button -> button == apply ? Set.copyOf(takenOver) : null);
        steps.getSelectionModel().selectFirst();
    }

    private String summary() {
        List<String> parts = new ArrayList<>();
        for (String style : STYLES) {
            long count = plan.steps().stream()
                    .filter(step -> style(step.forecast()).equals(style))
                    .count();
            if (count > 0) {
                parts.add(messages.get("apply.count." + style, count));
            }
        }
        return String.join(" · ", parts);
    }

    private void count() {
        long count = plan.steps().stream()
                .filter(step -> switch (step.forecast()) {
                    case Forecast.Refused _ -> false;
                    case Forecast.Contested _ ->
                        takenOver.contains(step.target().id());
                    case Forecast.Made _, Forecast.Changed _, Forecast.Unchanged _, Forecast.Untried _ -> true;
                })
                .count();
        doIt.setText(messages.get("apply.do", count, cluster.name()));
        doIt.setDisable(count == 0);
    }

    private void show(Plan.@Nullable Step step) {
        if (step == null) {
            return;
        }
        String called = step.target().id().kind() + " " + step.target().id().name();
        TextDifference none = TextDifference.of("", "", "");
        switch (step.forecast()) {
            case Forecast.Changed(TextDifference changes) -> difference.show(called, words(step), changes);
            case Forecast.Contested(List<FieldConflict> conflicts, TextDifference changes) ->
                difference.show(called, messages.get("apply.owners") + "\n" + owners(conflicts), changes);
            case Forecast.Made _ ->
                difference.show(
                        called,
                        words(step),
                        TextDifference.of(
                                "", "", Manifests.written(step.target().manifest())));
            case Forecast.Refused(var refusal) -> difference.show(called, DriftActions.words(refusal), none);
            case Forecast.Unchanged _, Forecast.Untried _ -> difference.show(called, words(step), none);
        }
    }

    private static String owners(List<FieldConflict> conflicts) {
        return conflicts.stream()
                .map(conflict -> conflict.manager() + ": " + conflict.field())
                .collect(Collectors.joining("\n"));
    }

    private String words(Plan.Step step) {
        return messages.get("apply.forecast." + step.forecast().getClass().getSimpleName());
    }

    private static String style(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Made _, Forecast.Untried _ -> "only-here";
            case Forecast.Changed _ -> "different";
            case Forecast.Contested _ -> "contested";
            case Forecast.Refused _ -> "refused";
            case Forecast.Unchanged _ -> "same";
        };
    }

    private static String sign(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Made _, Forecast.Untried _ -> "+";
            case Forecast.Changed _ -> "≠";
            case Forecast.Contested _ -> "!";
            case Forecast.Refused _ -> "✕";
            case Forecast.Unchanged _ -> "=";
        };
    }

    private final class StepCell extends ListCell<Plan.Step> {

        private final Label what = new Label();
        private final Label forecast = new Label();
        private final CheckBox take = new CheckBox(messages.get("apply.takeOver"));
        private final VBox row = new VBox(4, what, new HBox(12, forecast, take));

        private StepCell() {
            what.setMinWidth(0);
            what.getStyleClass().add("apply-what");
            forecast.setMinWidth(USE_PREF_SIZE);
            forecast.getStyleClass().add("apply-forecast");
            take.setMinWidth(USE_PREF_SIZE);
            take.managedProperty().bind(take.visibleProperty());
            take.setOnAction(_ -> {
                Plan.Step step = getItem();
                if (step != null) {
                    if (take.isSelected()) {
                        takenOver.add(step.target().id());
                    } else {
                        takenOver.remove(step.target().id());
                    }
                    steps.getSelectionModel().select(step);
                    count();
                }
            });
            row.setMinWidth(0);
            row.setPrefWidth(1);
            row.getStyleClass().add("apply-step");
        }

        @Override
        protected void updateItem(Plan.Step step, boolean empty) {
            super.updateItem(step, empty);
            forecast.getStyleClass().removeAll(STYLES);
            if (empty || step == null) {
                setGraphic(null);
                return;
            }
            ResourceId id = step.target().id();
            forecast.getStyleClass().add(style(step.forecast()));
            forecast.setText(sign(step.forecast()) + "  " + words(step));
            what.setText(id.kind() + " " + (id.namespace().isEmpty() ? "" : id.namespace() + "/") + id.name());
            boolean contested = step.forecast() instanceof Forecast.Contested;
            take.setVisible(contested);
            take.setSelected(takenOver.contains(id));
            setGraphic(row);
        }
    }
}
