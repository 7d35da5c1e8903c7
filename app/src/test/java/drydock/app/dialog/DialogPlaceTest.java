package drydock.app.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.FxTest;
import javafx.collections.FXCollections;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class DialogPlaceTest extends FxTest {

    private final Region content = new Region();

    @Override
    protected Scene scene() {
        return new Scene(content);
    }

    @Test
    void whatFitsStaysWhereItIsAndWhatDoesNotIsPulledBackAndCut() {
        Rectangle2D room = new Rectangle2D(100, 50, 800, 600);

        assertThat(DialogPlace.within(room, new Rectangle2D(300, 200, 400, 300)))
                .isEqualTo(new Rectangle2D(300, 200, 400, 300));
        assertThat(DialogPlace.within(room, new Rectangle2D(-20, -30, 400, 300)))
                .isEqualTo(new Rectangle2D(100, 50, 400, 300));
        assertThat(DialogPlace.within(room, new Rectangle2D(700, 500, 400, 300)))
                .isEqualTo(new Rectangle2D(500, 350, 400, 300));
        assertThat(DialogPlace.within(room, new Rectangle2D(0, 0, 2000, 1000))).isEqualTo(room);
    }

    @Test
    void aDialogIsOverTheMiddleOfItsWindowAndStaysThereWhenWordsCome() {
        Window owner = onScreen(() -> content.getScene().getWindow());
        Label words = new Label("short");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Alert alert = onScreen(() -> shown(owner, words));
        awaitOnScreen("over the middle", () -> isOverTheMiddle(window(alert), owner));
        double before = onScreen(() -> window(alert).getHeight());

        interact(() -> words.setText("What the server has to say. ".repeat(40)));
        interact(() -> DialogPlace.fit(alert.getDialogPane()));

        awaitOnScreen("higher", () -> window(alert).getHeight() > before + 40);
        awaitOnScreen("still over the middle", () -> isOverTheMiddle(window(alert), owner));

        interact(() -> words.setText("Very much of it.\n".repeat(200)));
        interact(() -> DialogPlace.fit(alert.getDialogPane()));

        Rectangle2D screen = onScreen(() -> Screen.getPrimary().getVisualBounds());
        awaitOnScreen(
                "as high as the screen",
                () -> window(alert).getHeight() == screen.getHeight()
                        && window(alert).getY() == screen.getMinY());
        interact(alert::close);
    }

    @Test
    void escapeLeavesItFromAListToo() {
        Window owner = onScreen(() -> content.getScene().getWindow());
        ListView<String> list = new ListView<>(FXCollections.observableArrayList("one", "two"));
        Alert alert = onScreen(() -> shown(owner, list));
        awaitOnScreen("the list has the keys", list::isFocused, () -> interact(list::requestFocus));

        awaitOnScreen("it is left", () -> !alert.isShowing(), () -> push(KeyCode.ESCAPE));
    }

    @Test
    void enterDoesItWhereTheButtonCanBePressedOnlyOnceItIsShown() {
        Window owner = onScreen(() -> content.getScene().getWindow());
        Alert alert = onScreen(() -> {
            Alert asks = new Alert(Alert.AlertType.CONFIRMATION);
            DialogPlace.over(owner, asks);
            asks.getDialogPane().lookupButton(ButtonType.OK).setDisable(true);
            asks.setOnShown(
                    _ -> asks.getDialogPane().lookupButton(ButtonType.OK).setDisable(false));
            asks.show();
            return asks;
        });

        awaitOnScreen(
                "the keys are with it",
                () -> alert.getDialogPane()
                        .lookupButton(ButtonType.OK)
                        .equals(alert.getDialogPane().getScene().getFocusOwner()));
        interact(alert::close);
    }

    @Test
    void whatItShowsIsAsHighAsItWantsToBe() {
        Window owner = onScreen(() -> content.getScene().getWindow());
        TableView<String> table = new TableView<>();
        table.setPrefSize(300, 420);
        Alert alert = onScreen(() -> shown(owner, table));

        awaitOnScreen("high enough", () -> table.getHeight() >= 420);
        interact(alert::close);
    }

    @Test
    void enterPressesItsButtonFromAListToo() {
        Window owner = onScreen(() -> content.getScene().getWindow());
        ListView<String> list = new ListView<>(FXCollections.observableArrayList("one", "two"));
        Alert alert = onScreen(() -> shown(owner, list, ButtonType.OK, ButtonType.CANCEL));
        awaitOnScreen("the list has the keys", list::isFocused, () -> interact(list::requestFocus));

        awaitOnScreen("it is done", () -> !alert.isShowing(), () -> push(KeyCode.ENTER));
        assertThat(onScreen(alert::getResult)).isEqualTo(ButtonType.OK);
    }

    @Test
    void enterPressesNoButtonThatCannotBePressed() {
        Window owner = onScreen(() -> content.getScene().getWindow());
        ListView<String> list = new ListView<>(FXCollections.observableArrayList("one", "two"));
        Alert alert = onScreen(() -> shown(owner, list, ButtonType.OK, ButtonType.CANCEL));
        interact(() -> alert.getDialogPane().lookupButton(ButtonType.OK).setDisable(true));
        awaitOnScreen("the list has the keys", list::isFocused, () -> interact(list::requestFocus));

        push(KeyCode.ENTER);

        assertThat(onScreen(alert::isShowing)).isTrue();
        interact(alert::close);
    }

    private static Alert shown(Window owner, Region words) {
        return shown(owner, words, ButtonType.CLOSE);
    }

    private static Alert shown(Window owner, Region words, ButtonType... buttons) {
        Alert alert = new Alert(Alert.AlertType.INFORMATION, "", buttons);
        DialogPlace.over(owner, alert);
        alert.getDialogPane().setContent(new VBox(words));
        alert.show();
        return alert;
    }

    private static Window window(Alert alert) {
        return alert.getDialogPane().getScene().getWindow();
    }

    private static boolean isOverTheMiddle(Window dialog, Window owner) {
        return Math.abs(dialog.getX() + dialog.getWidth() / 2 - owner.getX() - owner.getWidth() / 2) < 1
                && Math.abs(dialog.getY() + dialog.getHeight() / 2 - owner.getY() - owner.getHeight() / 2) < 1;
    }
}
