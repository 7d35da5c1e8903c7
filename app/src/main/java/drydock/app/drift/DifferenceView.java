package drydock.app.drift;

import drydock.app.text.Messages;
import drydock.model.difference.TextDifference;
import drydock.model.difference.TextDifference.Change;
import drydock.model.difference.TextDifference.Line;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Two texts with what is different between them, one below the other or side by side.
final class DifferenceView extends VBox {

    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");

    private final Label title = new Label();
    private final Label note = new Label();
    private final ListView<SideBySide> lines = new ListView<>();
    private final BooleanProperty beside = new SimpleBooleanProperty(this, "beside");
    private final BooleanProperty lean = new SimpleBooleanProperty(this, "lean");
    private TextDifference shown = TextDifference.of("", "", "");

    DifferenceView(Messages messages) {
        getStyleClass().add("difference-view");
        lines.setId("difference-text");
        lines.getStyleClass().add("difference");
        lines.setCellFactory(_ -> new RowCell());
        lines.setAccessibleText(messages.get("drift.difference"));
        title.getStyleClass().add("difference-title");
        title.setMinWidth(0);
        note.setId("difference-note");
        note.getStyleClass().add("text-muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty().and(lean.not()));
        note.visibleProperty().bind(note.managedProperty());
        ToggleButton sides = new ToggleButton(messages.get("drift.beside"));
        sides.setId("difference-beside");
        sides.getStyleClass().add("problem-toggle");
        sides.setMinWidth(USE_PREF_SIZE);
        sides.selectedProperty().bindBidirectional(beside);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(8, title, sides);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("difference-head");
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().setAll(head, note, lines);
        beside.subscribe(this::render);
    }

    /// Whether there is room for the lines only, and the sentence on them is left out.
    void setLean(boolean wanted) {
        lean.set(wanted);
    }

    /// What the keys walk through.
    Node lines() {
        return lines;
    }

    /// @param called what it is about
    /// @param said a sentence on it; empty for none
    void show(String called, String said, TextDifference difference) {
        title.setText(called);
        note.setText(said);
        if (!difference.equals(shown)) {
            shown = difference;
            render();
        }
    }

    private void render() {
        lines.getItems()
                .setAll(
                        beside.get()
                                ? SideBySide.of(shown)
                                : shown.lines().stream()
                                        .map(line -> new SideBySide(line, line))
                                        .toList());
        showFirstChange();
    }

    /// A change far down is not to be looked for.
    private void showFirstChange() {
        for (int i = 0; i < lines.getItems().size(); i++) {
            SideBySide row = lines.getItems().get(i);
            if (isChange(row.first()) || isChange(row.second())) {
                lines.scrollTo(Math.max(0, i - 1));
                return;
            }
        }
    }

    private static boolean isChange(Line line) {
        return line.change() == Change.REMOVED || line.change() == Change.ADDED;
    }

    private final class RowCell extends ListCell<SideBySide> {

        private final Label left = new Label();
        private final Label right = new Label();
        private final GridPane both = new GridPane();

        private RowCell() {
            for (Label label : List.of(left, right)) {
                label.setMinWidth(0);
                label.setMaxWidth(Double.MAX_VALUE);
                ColumnConstraints half = new ColumnConstraints();
                half.setPercentWidth(50);
                both.getColumnConstraints().add(half);
                GridPane.setHgrow(label, Priority.ALWAYS);
                label.getStyleClass().add("difference-half");
            }
            both.addRow(0, left, right);
            both.setMinWidth(0);
            both.setPrefWidth(1);
        }

        @Override
        protected void updateItem(SideBySide row, boolean empty) {
            super.updateItem(row, empty);
            boolean none = empty || row == null;
            boolean two = beside.get();
            pseudoClassStateChanged(REMOVED, !none && !two && row.first().change() == Change.REMOVED);
            pseudoClassStateChanged(ADDED, !none && !two && row.first().change() == Change.ADDED);
            if (none) {
                setText(null);
                setGraphic(null);
            } else if (two) {
                half(left, row.first(), row.isOnlySecond(), REMOVED, Change.REMOVED);
                half(right, row.second(), row.isOnlyFirst(), ADDED, Change.ADDED);
                setText(null);
                setGraphic(both);
            } else {
                setGraphic(null);
                setText(written(row.first()));
            }
        }

        private static void half(Label label, Line line, boolean none, PseudoClass mark, Change change) {
            boolean marked = !none && line.change() == change;
            label.pseudoClassStateChanged(mark, marked);
            String sign = change == Change.REMOVED ? "- " : "+ ";
            label.setText(none ? "" : line.change() == Change.GAP ? "⋯" : (marked ? sign : "  ") + line.text());
        }

        private static String written(Line line) {
            return switch (line.change()) {
                case SAME -> "  " + line.text();
                case REMOVED -> "- " + line.text();
                case ADDED -> "+ " + line.text();
                case GAP -> "⋯";
            };
        }
    }
}
