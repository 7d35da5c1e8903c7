package drydock.app.activity;

import drydock.app.dialog.DialogPlace;
import drydock.app.text.Messages;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.stage.Modality;
import javafx.stage.Window;

/// All that was told of something that goes on, to be read and copied, and followed while it goes on.
final class ActivityDialog extends Dialog<Void> {

    private static final int ROWS = 20;
    private static final int COLUMNS = 80;

    ActivityDialog(Window owner, Activity activity) {
        Messages messages = Messages.of(ActivityDialog.class);
        DialogPlace.over(owner, this);
        initModality(Modality.NONE);
        setResizable(true);
        setTitle(activity.title() + " · " + activity.session().info().name());
        setHeaderText(getTitle());
        TextArea lines = new TextArea(String.join("\n", activity.lines()));
        lines.setId("activity-lines");
        lines.getStyleClass().add("code");
        lines.setEditable(false);
        lines.setWrapText(true);
        lines.setPrefRowCount(ROWS);
        lines.setPrefColumnCount(COLUMNS);
        ListChangeListener<String> follow = _ -> {
            lines.setText(String.join("\n", activity.lines()));
            lines.positionCaret(lines.getLength());
        };
        activity.lines().addListener(follow);
        setOnHidden(_ -> activity.lines().removeListener(follow));
        getDialogPane().setContent(lines);
        getDialogPane()
                .getButtonTypes()
                .setAll(new ButtonType(messages.get("activity.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    }
}
