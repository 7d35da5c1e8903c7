package drydock.app.inspector;

import drydock.model.form.FieldControl;
import drydock.model.form.FormItem;
import drydock.model.form.ValueText;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;

/// The control of one value.
sealed interface ValueEntry permits TextEntry, ChoiceEntry, AmountEntry {

    /// Takes what was entered.
    @FunctionalInterface
    interface Taker {
        /// Says what is wrong with it; empty if it was taken.
        Optional<String> take(String entered);
    }

    PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /// What stands in the form.
    Node node();

    /// What has the focus.
    Control control();

    /// Whether what was entered was refused, and still stands there.
    ReadOnlyBooleanProperty wrongProperty();

    /// Shows a value, unless something else is being typed.
    ///
    /// @param prompt what is shown greyed where there is none
    void show(String text, String prompt);

    static ValueEntry of(FieldControl control, Taker taker) {
        return switch (control) {
            case FieldControl.Choice(List<String> values) -> new ChoiceEntry(values, taker);
            case FieldControl.Flag _ -> new ChoiceEntry(List.of("true", "false"), taker);
            case FieldControl.Amount _ -> new AmountEntry(taker);
            case FieldControl.Text(boolean lines) ->
                new TextEntry(lines ? TextEntry.Lines.SEVERAL : TextEntry.Lines.ANY, taker);
            case FieldControl.Yaml _ -> new TextEntry(TextEntry.Lines.SEVERAL, taker);
            case FieldControl.Whole _, FieldControl.Fraction _, FieldControl.NumberOrText _ ->
                new TextEntry(TextEntry.Lines.ONE, taker);
        };
    }

    /// A value as it is entered.
    static String text(FieldControl control, Optional<Object> value) {
        return value.filter(v -> !FormItem.Mixed.VALUES.equals(v))
                .map(v -> control instanceof FieldControl.Yaml ? ValueText.of(v) : String.valueOf(v))
                .orElse("");
    }
}
