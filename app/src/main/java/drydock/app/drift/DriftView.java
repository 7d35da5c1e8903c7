package drydock.app.drift;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.difference.TextDifference;
import drydock.model.drift.FieldDrift;
import drydock.model.drift.Manifests;
import drydock.model.drift.ObjectDrift;
import drydock.model.drift.ProjectDrift;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of what the project and the live cluster have otherwise, and beside it the difference of one object. A
/// selected row is shown on the canvas, in the form and in the text. Where there is no room for both, a button, Enter
/// and a double click show the difference in the list's place, and Enter the list again.
public final class DriftView extends VBox {

    private static final double WIDE = 760;
    private static final double LEAN = 840;
    private static final double LIST_SHARE = 0.6;

    /// Below this there is no room for a list above a difference, as a multiple of the text's size.
    private static final double LOW_EM = 20;

    private final Messages messages = Messages.of(DriftView.class);
    private final DriftWords words = new DriftWords();
    private final Workspace workspace;
    private final Beside beside;
    private final DriftPlace place;
    private final DriftTable table = new DriftTable(messages, words);
    private final DriftChips chips = new DriftChips(messages, words, this::update);
    private final DifferenceView difference = new DifferenceView(messages);
    private final Label placeholder = new Label();
    private final SplitPane split = new SplitPane(table, difference);
    private final ToggleButton turned = new ToggleButton();
    private final Map<Button, String> named = new LinkedHashMap<>();
    private boolean updating;

    /// @param buttons what can be done with all of it
    public DriftView(Workspace workspace, Beside beside, DriftPlace place, List<Action> buttons) {
        this.workspace = workspace;
        this.beside = beside;
        this.place = place;
        getStyleClass().add("problems-panel");
        placeholder.getStyleClass().add("text-muted");
        placeholder.setWrapText(true);
        table.setPlaceholder(placeholder);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(6, chips, space);
        HBox.setHgrow(chips, Priority.ALWAYS);
        for (Action action : buttons) {
            Button button = action.button();
            button.setMinWidth(USE_PREF_SIZE);
            named.put(button, action.text().get());
            bar.getChildren().add(button);
        }
        turned.setId("differences-turned");
        turned.getStyleClass().add("problem-toggle");
        turned.setGraphic(new FontIcon("fth-file-text"));
        turned.setTooltip(new Tooltip(messages.get("drift.turned")));
        turned.setAccessibleText(messages.get("drift.turned"));
        turned.setMinWidth(USE_PREF_SIZE);
        turned.managedProperty().bind(turned.visibleProperty());
        turned.selectedProperty().subscribe(this::arrange);
        bar.getChildren().add(1, turned);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("problem-bar");
        split.setDividerPositions(LIST_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().setAll(bar, split);
        widthProperty().subscribe(this::arrange);
        heightProperty().subscribe(this::arrange);
        // lists take the key for editing in place
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> turn(event, true));
        difference.lines().addEventFilter(KeyEvent.KEY_PRESSED, event -> turn(event, false));
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                turn(true);
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> selected());
        beside.driftProperty().subscribe(_ -> update());
        workspace.sessionProperty().subscribe(_ -> update());
    }

    /// Side by side where there is room, else one below the other, else one of both.
    private void arrange() {
        if (getWidth() == 0 || getHeight() == 0) {
            return; // not laid out yet
        }
        boolean beside = getWidth() > WIDE;
        boolean one = !beside && getHeight() < LOW_EM * placeholder.getFont().getSize();
        List<Node> shown = one ? List.of(turned.isSelected() ? difference : table) : List.of(table, difference);
        split.setOrientation(beside ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        if (!split.getItems().equals(shown)) {
            split.getItems().setAll(shown);
            split.setDividerPositions(LIST_SHARE);
        }
        turned.setVisible(one);
        table.arrange(one, placeholder.getFont());
        difference.setLean(one);
        boolean lean = getWidth() < LEAN;
        chips.setLean(lean);
        named.forEach((button, name) -> button.setText(lean ? "" : name));
    }

    private void turn(KeyEvent event, boolean toDifference) {
        if (event.getCode() == KeyCode.ENTER && turn(toDifference)) {
            event.consume();
        }
    }

    /// Shows the difference in the list's place, or the list again, and leads the keys there.
    ///
    /// @return false if both are shown anyway, or there is nothing to be shown
    private boolean turn(boolean toDifference) {
        if (!turned.isVisible()
                || turned.isSelected() == toDifference
                || (toDifference && table.selected().isEmpty())) {
            return false;
        }
        turned.setSelected(toDifference);
        (toDifference ? difference.lines() : table).requestFocus();
        return true;
    }

    private void update() {
        ProjectDrift drift = beside.driftProperty().get();
        Set<ObjectDrift.State> wanted = chips.wanted();
        chips.show(drift);
        placeholder.setText(messages.get(
                beside.session().isEmpty()
                        ? "drift.noCluster"
                        : drift.objects().isEmpty()
                                ? "drift.nothing"
                                : drift.different().isEmpty() ? "drift.same" : "drift.filtered"));
        updating = true;
        table.show(DriftRow.of(drift).stream()
                .filter(row -> wanted.contains(row.drift().state()))
                .toList());
        updating = false;
        showDifference();
    }

    private void selected() {
        if (!updating) {
            table.selected()
                    .ifPresent(row -> place.reveal(
                            row.id(), row.field().map(FieldDrift::path).orElse(FieldPath.ROOT)));
            showDifference();
        }
    }

    private void showDifference() {
        Optional<DriftRow> row = table.selected();
        row.ifPresentOrElse(
                r -> difference.show(r.id().kind() + " " + r.id().name(), note(r), difference(r.id())),
                () -> difference.show("", messages.get("drift.select"), TextDifference.of("", "", "")));
    }

    private String note(DriftRow row) {
        return row.field()
                .map(field -> messages.get("drift.note." + field.side()))
                .orElseGet(() -> messages.get("drift.note.object." + row.drift().state()));
    }

    /// From what the cluster has to what the manifest wants.
    private TextDifference difference(ResourceId id) {
        Project project = workspace.document().project();
        Optional<Map<?, ?>> manifest = project.declarations(id).stream()
                .findFirst()
                .flatMap(d -> d.document().value(d.declared().path()))
                .filter(Map.class::isInstance)
                .map(value -> (Map<?, ?>) value);
        Optional<HasMetadata> live = beside.live(id);
        if (manifest.isPresent() && live.isPresent()) {
            Manifests.Sides sides = Manifests.sides(project.schema(), manifest.get(), live.get());
            return TextDifference.of(id.toString(), sides.there(), sides.here());
        }
        String here = manifest.map(Manifests::written).orElse("");
        String there =
                live.map(object -> Manifests.yaml(project.schema(), object)).orElse("");
        return TextDifference.of(id.toString(), there, here);
    }
}
