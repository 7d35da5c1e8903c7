package drydock.app.dialog;

import drydock.model.difference.TextDifference;
import drydock.model.difference.TextDifference.Line;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Shows the differences of files, one file at a time: lines with their numbers in both versions, removed ones marked
/// with `-` and added ones with `+`, so that nobody has to tell them by colour.
public final class DifferenceList extends VBox {

    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");

    /// @param differences at least one
    public DifferenceList(List<TextDifference> differences) {
        super(8);
        ListView<Line> lines = new ListView<>();
        lines.setId("difference-lines");
        lines.getStyleClass().add("difference");
        lines.setCellFactory(_ -> new LineCell());
        ComboBox<TextDifference> files = new ComboBox<>();
        files.setId("difference-files");
        files.getItems().setAll(differences);
        files.setConverter(new Paths());
        files.setMaxWidth(Double.MAX_VALUE);
        files.setVisible(differences.size() > 1);
        files.managedProperty().bind(files.visibleProperty());
        VBox.setVgrow(lines, Priority.ALWAYS);
        files.valueProperty().subscribe(shown -> lines.getItems().setAll(shown == null ? List.of() : shown.lines()));
        files.setValue(differences.getFirst());
        getChildren().setAll(files, lines);
    }

    private static final class LineCell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            boolean none = empty || line == null;
            setText(none ? null : written(line));
            pseudoClassStateChanged(REMOVED, !none && line.change() == TextDifference.Change.REMOVED);
            pseudoClassStateChanged(ADDED, !none && line.change() == TextDifference.Change.ADDED);
        }

        private static String written(Line line) {
            return switch (line.change()) {
                case SAME -> numbers(line) + "   " + line.text();
                case REMOVED -> numbers(line) + " - " + line.text();
                case ADDED -> numbers(line) + " + " + line.text();
                case GAP -> "  ⋯";
            };
        }

        private static String numbers(Line line) {
            return number(line.first()) + number(line.second());
        }

        private static String number(int number) {
            return number == 0 ? "      " : String.format("%5d ", number);
        }
    }

    private static final class Paths extends StringConverter<TextDifference> {
        @Override
        public String toString(TextDifference difference) {
            return difference == null ? "" : difference.path();
        }

        @Override
        public TextDifference fromString(String text) {
            throw new UnsupportedOperationException("files are chosen, not typed");
        }
    }
}
