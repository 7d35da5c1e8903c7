package drydock.app.act;

import drydock.app.editor.YamlArea;
import drydock.app.text.Messages;
import drydock.model.manifest.TextSpan;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The text of an object that is edited, and the list of what is wrong with it, each at its line.
final class RemarkedText {

    private final Messages messages;
    private final YamlArea area;
    private final ListView<EditedObject.Wrong> wrongs = new ListView<>();
    private boolean shown = true;

    /// @param area empty, and shown by whoever shows [#area()]
    RemarkedText(YamlArea area, String text, Messages messages) {
        this.area = area;
        this.messages = messages;
        area.setId("act-text");
        area.setText(text);
        area.forgetHistory();
        area.setMinHeight(0);
        VBox.setVgrow(area, Priority.ALWAYS);
        wrongs.setId("act-wrongs");
        wrongs.setAccessibleText(messages.get("act.edit.wrongs"));
        wrongs.setCellFactory(_ -> new WrongCell());
        wrongs.getStyleClass().add("act-wrongs");
        wrongs.managedProperty().bind(wrongs.visibleProperty());
        showWrongs();
    }

    Node area() {
        return area;
    }

    /// The list; there only while the text is shown and something is wrong with it.
    Node wrongs() {
        return wrongs;
    }

    String text() {
        return area.text();
    }

    void setText(String text) {
        area.setText(text);
    }

    void setEditable(boolean editable) {
        area.area().setEditable(editable);
    }

    void requestFocus() {
        area.area().requestFocus();
    }

    /// Says whether the text is what is looked at.
    void setShown(boolean isShown) {
        shown = isShown;
        showWrongs();
    }

    /// Says what is wrong, in place of what was.
    void remark(List<EditedObject.Wrong> found) {
        wrongs.getItems().setAll(found);
        showWrongs();
        area.remark(found.stream()
                .filter(wrong -> wrong.span().length() > 0)
                .map(wrong ->
                        new YamlArea.Remark(wrong.span().start(), wrong.span().end(), wrong.words()))
                .toList());
    }

    private void showWrongs() {
        wrongs.setVisible(shown && !wrongs.getItems().isEmpty());
    }

    /// All of a line, the last one where there are fewer.
    ///
    /// @param line from 1
    TextSpan line(int line) {
        int at = Math.min(line, area.area().getParagraphs().size()) - 1;
        int start = area.area().getAbsolutePosition(at, 0);
        return new TextSpan(start, start + area.area().getParagraphLength(at), at + 1, 1);
    }

    private void lead(TextSpan to) {
        area.area().selectRange(to.start(), to.end());
        area.area().requestFollowCaret();
        area.area().requestFocus();
    }

    /// A line of what is wrong; a click leads to its place.
    private final class WrongCell extends ListCell<EditedObject.Wrong> {

        WrongCell() {
            setWrapText(true);
            setPrefWidth(0);
            setOnMouseClicked(_ -> {
                if (getItem() != null && getItem().span().length() > 0) {
                    lead(getItem().span());
                }
            });
        }

        @Override
        protected void updateItem(EditedObject.@Nullable Wrong wrong, boolean empty) {
            super.updateItem(wrong, empty);
            if (empty || wrong == null) {
                setText(null);
            } else if (wrong.span().length() > 0) {
                setText(messages.get(
                        "act.edit.wrong", String.valueOf(wrong.span().line()), wrong.words()));
            } else {
                setText(wrong.words());
            }
        }
    }
}
