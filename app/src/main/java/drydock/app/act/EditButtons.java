package drydock.app.act;

import drydock.app.text.Messages;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;

/// The buttons of the dialog in which an object is edited: each step has its own, and one of them is pressed by Enter.
final class EditButtons {

    /// What the dialog shows at a moment.
    enum Step {
        TEXT,
        REVIEW,
        CHANGED_MEANWHILE
    }

    private final Messages messages;
    private final DialogPane pane;
    private final ButtonType review;
    private final ButtonType save;
    private final ButtonType merge;
    private final ButtonType back;

    /// Puts them into `pane`.
    ///
    /// @param cluster the name of the one that is written to
    EditButtons(DialogPane pane, Messages messages, String cluster) {
        this.pane = pane;
        this.messages = messages;
        review = new ButtonType(messages.get("act.edit.review"), ButtonBar.ButtonData.OK_DONE);
        save = new ButtonType(messages.get("act.edit.save", cluster), ButtonBar.ButtonData.OK_DONE);
        merge = new ButtonType(messages.get("act.edit.merge"), ButtonBar.ButtonData.OK_DONE);
        back = new ButtonType(messages.get("act.edit.back"), ButtonBar.ButtonData.OTHER);
        ButtonType cancel = new ButtonType(messages.get("act.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        pane.getButtonTypes().setAll(back, merge, review, save, cancel);
    }

    /// What each does; none closes the dialog by itself.
    void setOn(Runnable tryOut, Runnable write, Runnable goBack, Runnable takeOver) {
        setOn(review, "act-review", tryOut);
        setOn(save, "act-save", write);
        setOn(back, "act-back", goBack);
        setOn(merge, "act-merge", takeOver);
    }

    private void setOn(ButtonType type, String id, Runnable action) {
        Button button = button(type);
        button.setId(id);
        button.managedProperty().bind(button.visibleProperty());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            action.run();
        });
    }

    private Button button(ButtonType type) {
        return (Button) pane.lookupButton(type);
    }

    /// Shows those of a step.
    void show(Step step) {
        button(back).setText(messages.get(step == Step.CHANGED_MEANWHILE ? "act.edit.mine" : "act.edit.back"));
        button(back).setVisible(step != Step.TEXT);
        main(review, step == Step.TEXT);
        main(save, step == Step.REVIEW);
        main(merge, step == Step.CHANGED_MEANWHILE);
    }

    private void main(ButtonType type, boolean isOfStep) {
        button(type).setVisible(isOfStep);
        button(type).setDefaultButton(isOfStep);
    }

    /// Leads the keys to the one that Enter presses: a button that goes would leave them to the next one, which goes
    /// back.
    void requestFocus() {
        for (ButtonType type : List.of(save, merge)) {
            if (button(type).isVisible()) {
                button(type).requestFocus();
            }
        }
    }

    /// Whether none can be pressed, for the cluster is asked.
    void setWaiting(boolean waiting) {
        for (ButtonType type : List.of(review, save, back, merge)) {
            button(type).setDisable(waiting);
        }
    }

    /// Whether there is nothing to be written.
    void setSame(boolean same) {
        button(save).setDisable(same);
    }
}
