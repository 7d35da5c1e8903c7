package drydock.app.preferences;

import drydock.app.dialog.DialogPlace;
import drydock.app.settings.Preferences;
import drydock.app.text.Messages;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ScrollPane;
import javafx.stage.Screen;
import javafx.stage.Window;

/// Shows all preferences and gives those that are wanted; none if the user thought better of it.
final class PreferencesDialog extends Dialog<Preferences> {

    /// How much of the screen it may take; the frame of its window needs the rest.
    private static final double MOST_OF_SCREEN = 0.92;

    private final Messages messages = Messages.of(PreferencesDialog.class);
    private final Rectangle2D screen;

    /// @param tryOut is given what is chosen, each time that something else is
    PreferencesDialog(Window owner, Preferences now, Consumer<Preferences> tryOut) {
        DialogPlace.over(owner, this);
        setTitle(messages.get("preferences.title"));
        setHeaderText(messages.get("preferences.title"));
        setResizable(true);
        this.screen = screen(owner);
        getDialogPane().setMaxSize(MOST_OF_SCREEN * screen.getWidth(), MOST_OF_SCREEN * screen.getHeight());
        PreferencesForm form = new PreferencesForm(now);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setId("preferences");
        scroll.getStyleClass().add("preferences");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getDialogPane().setContent(scroll);
        ButtonType usual = new ButtonType(messages.get("preferences.usual"), ButtonBar.ButtonData.LEFT);
        getDialogPane()
                .getButtonTypes()
                .setAll(
                        usual,
                        new ButtonType(messages.get("preferences.ok"), ButtonBar.ButtonData.OK_DONE),
                        new ButtonType(messages.get("preferences.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        Button usualButton = (Button) getDialogPane().lookupButton(usual);
        usualButton.setId("preferences-usual");
        usualButton.addEventFilter(ActionEvent.ACTION, event -> {
            form.show(Preferences.USUAL);
            event.consume();
        });
        form.wantedProperty().subscribe((before, wanted) -> {
            tryOut.accept(wanted);
            if (before.textSize() != wanted.textSize()) {
                // once the new sizes are known
                Platform.runLater(() -> DialogPlace.fitAnew(getDialogPane()));
            }
        });
        setResultConverter(button -> button != null && button.getButtonData() == ButtonBar.ButtonData.OK_DONE
                ? form.wantedProperty().get()
                : null);
    }

    private static Rectangle2D screen(Window owner) {
        return Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }
}
