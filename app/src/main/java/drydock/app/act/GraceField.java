package drydock.app.act;

import drydock.app.text.Messages;
import java.util.OptionalLong;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// Asks how many seconds Pods are given to stop; nothing entered leaves each its own.
final class GraceField extends HBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int COLUMNS = 6;

    private final TextField seconds = new TextField();
    private final ObservableValue<Boolean> right =
            seconds.textProperty().map(text -> text.strip().matches("\\d{0,6}"));

    /// @param id of the field, in tests and style sheets
    GraceField(String id) {
        super(8);
        Messages messages = Messages.of(GraceField.class);
        setAlignment(Pos.CENTER_LEFT);
        seconds.setId(id);
        seconds.setPrefColumnCount(COLUMNS);
        seconds.setMinWidth(USE_PREF_SIZE);
        seconds.setPromptText(messages.get("act.grace.own"));
        Label label = ChangeDialog.text(messages.get("act.grace"));
        label.setLabelFor(seconds);
        right.subscribe(now -> seconds.pseudoClassStateChanged(WRONG, !now));
        getChildren().setAll(seconds, label);
    }

    /// Whether what is entered can be taken.
    ObservableValue<Boolean> isRight() {
        return right;
    }

    OptionalLong seconds() {
        String entered = seconds.getText().strip();
        return entered.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(entered));
    }
}
