package drydock.app.dialog;

import drydock.app.text.Messages;
import drydock.model.difference.TextDifference;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Dialogs of a window, with the system's own choosers.
public final class WindowDialogs implements Dialogs {

    private static final int TEXT_ROWS = 6;
    private static final int CODE_ROWS = 30;
    private static final int CODE_COLUMNS = 90;

    private final Messages messages = Messages.of(WindowDialogs.class);
    private final Supplier<Window> owner;
    private final ChosenPlace place;

    /// @param owner the window that waits meanwhile
    public WindowDialogs(Supplier<Window> owner) {
        this(owner, Optional::empty);
    }

    /// @param owner the window that waits meanwhile
    /// @param first the folder in which choosers begin until something is chosen
    public WindowDialogs(Supplier<Window> owner, Supplier<Optional<Path>> first) {
        this.owner = owner;
        this.place = new ChosenPlace(first);
    }

    @Override
    public void tell(String title, String text) {
        alert(Alert.AlertType.INFORMATION, title, text(text), List.of(new ButtonType(messages.get("dialog.close"))))
                .showAndWait();
    }

    @Override
    public boolean confirm(String title, String text, String doIt) {
        return choose(title, text, List.of(doIt)).isPresent();
    }

    @Override
    public Optional<String> choose(String title, String text, List<String> choices) {
        List<ButtonType> buttons = choices.stream()
                .map(choice -> new ButtonType(choice, ButtonBar.ButtonData.OTHER))
                .toList();
        return answered(alert(Alert.AlertType.CONFIRMATION, title, text(text), buttons), buttons)
                .map(ButtonType::getText);
    }

    @Override
    public Optional<String> compare(String title, String text, List<TextDifference> differences, List<String> choices) {
        List<ButtonType> buttons = choices.stream().map(ButtonType::new).toList();
        Node content = differences.isEmpty() ? text(text) : new VBox(10, text(text), new DifferenceList(differences));
        Alert alert = alert(Alert.AlertType.CONFIRMATION, title, content, buttons);
        alert.setResizable(true);
        return answered(alert, buttons).map(ButtonType::getText);
    }

    @Override
    public <T> Optional<T> pick(String title, String text, List<T> things, Function<T, String> name) {
        PickList<T> list = new PickList<>(things, name);
        list.search().setPromptText(messages.get("dialog.search"));
        list.search().setAccessibleText(messages.get("dialog.search"));
        ButtonType ok = new ButtonType(messages.get("dialog.ok"), ButtonBar.ButtonData.OK_DONE);
        Alert alert = alert(Alert.AlertType.CONFIRMATION, title, new VBox(10, text(text), list), List.of(ok));
        list.setOnTaken(() -> ((Button) alert.getDialogPane().lookupButton(ok)).fire());
        focusWhenShown(alert, list.search());
        return answered(alert, List.of(ok)).flatMap(_ -> list.picked());
    }

    @Override
    public Optional<String> askText(String title, String text, String value, boolean lines) {
        TextInputControl input = lines ? new TextArea(value) : new TextField(value);
        input.setId("dialog-text");
        if (input instanceof TextArea area) {
            area.setPrefRowCount(TEXT_ROWS);
            area.setWrapText(true);
        }
        input.selectAll();
        ButtonType ok = new ButtonType(messages.get("dialog.ok"), ButtonBar.ButtonData.OK_DONE);
        Alert alert = alert(Alert.AlertType.CONFIRMATION, title, new VBox(10, text(text), input), List.of(ok));
        focusWhenShown(alert, input);
        return answered(alert, List.of(ok)).map(_ -> input.getText());
    }

    @Override
    public Optional<String> editText(String title, String text, String value) {
        TextArea area = new TextArea(value);
        area.setId("dialog-text");
        area.getStyleClass().add("code");
        area.setPrefRowCount(CODE_ROWS);
        area.setPrefColumnCount(CODE_COLUMNS);
        ButtonType save = new ButtonType(messages.get("dialog.save"), ButtonBar.ButtonData.OK_DONE);
        Alert alert = alert(Alert.AlertType.CONFIRMATION, title, new VBox(10, text(text), area), List.of(save));
        alert.setResizable(true);
        VBox.setVgrow(area, Priority.ALWAYS);
        focusWhenShown(alert, area);
        return answered(alert, List.of(save)).map(_ -> area.getText());
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        place.folder().ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return place.chosen(chooser.showDialog(owner.get()));
    }

    @Override
    public Optional<Path> chooseNewFile(String title, String name) {
        FileChooser chooser = fileChooser(title);
        chooser.setInitialFileName(name);
        return place.chosen(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> chooseFile(String title) {
        return place.chosen(fileChooser(title).showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, List<String> patterns) {
        FileChooser chooser = fileChooser(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(kind, patterns),
                        new FileChooser.ExtensionFilter(messages.get("dialog.allFiles"), "*"));
        return place.chosen(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public List<Path> chooseFiles(String title) {
        List<File> files = fileChooser(title).showOpenMultipleDialog(owner.get());
        return Stream.ofNullable(files)
                .flatMap(List::stream)
                .flatMap(file -> place.chosen(file).stream())
                .toList();
    }

    private FileChooser fileChooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        place.folder().ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return chooser;
    }

    private Optional<ButtonType> answered(Alert alert, List<ButtonType> buttons) {
        alert.getButtonTypes().add(new ButtonType(messages.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        return alert.showAndWait().filter(buttons::contains);
    }

    /// A dialog gives the focus to its button once it is shown; the field gets it after that.
    private static void focusWhenShown(Alert alert, Node field) {
        alert.setOnShown(_ -> Platform.runLater(field::requestFocus));
    }

    private Alert alert(Alert.AlertType type, String title, Node content, List<ButtonType> buttons) {
        Alert alert = new Alert(type);
        DialogPlace.over(owner.get(), alert);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.setGraphic(null);
        alert.getDialogPane().setContent(content);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.getButtonTypes().setAll(buttons);
        return alert;
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("dialog-text");
        // else a dialog shows the first line only where the system makes it low
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
