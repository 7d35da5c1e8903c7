package drydock.app.forward;

import drydock.app.dialog.DialogPlace;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/// Asks which port is to be forwarded, and from where.
final class ForwardDialog extends Dialog<ForwardDialog.Choice> {

    /// What was chosen.
    ///
    /// @param local 0 for a free one
    record Choice(int port, int local) {}

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int MOST = 65_535;

    private final ComboBox<String> port = new ComboBox<>();
    private final TextField local = new TextField();

    ForwardDialog(Window owner, String cluster, ResourceId object, List<Ports.Offered> offered) {
        Messages messages = Messages.of(ForwardDialog.class);
        DialogPlace.over(owner, this);
        setTitle(messages.get("forward.title"));
        setHeaderText(messages.get("forward.header", object.kind(), object.name(), cluster));
        port.setId("forward-port");
        port.setEditable(true);
        port.setMaxWidth(Double.MAX_VALUE);
        port.getItems().setAll(offered.stream().map(Ports.Offered::toString).toList());
        port.getSelectionModel().selectFirst();
        local.setId("forward-local");
        local.setPromptText(messages.get("forward.free"));
        GridPane form = new GridPane(12, 8);
        form.addRow(0, new Label(messages.get("forward.port", object.kind())), port);
        form.addRow(1, new Label(messages.get("forward.local")), local);
        Label hint = new Label(messages.get("forward.hint"));
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        hint.setMaxWidth(420);
        form.add(hint, 0, 2, 2, 1);
        getDialogPane().setContent(form);
        ButtonType open = new ButtonType(messages.get("forward.do"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(open, ButtonType.CANCEL);
        port.getEditor().textProperty().subscribe(() -> mark(port.getEditor(), port().isPresent()));
        local.textProperty().subscribe(() -> mark(local, local().isPresent()));
        getDialogPane()
                .lookupButton(open)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> port().isEmpty() || local().isEmpty(),
                        port.getEditor().textProperty(),
                        local.textProperty()));
        setOnShown(_ -> Platform.runLater(port::requestFocus));
        setResultConverter(button -> button == open ? new Choice(port().orElseThrow(), local().orElseThrow()) : null);
    }

    private static void mark(TextField field, boolean right) {
        field.pseudoClassStateChanged(WRONG, !right);
    }

    /// The number that the text begins with, a name may follow.
    private OptionalInt port() {
        return number(Optional.ofNullable(port.getEditor().getText())
                .orElse("")
                .strip()
                .split("\\s", 2)[0]);
    }

    private OptionalInt local() {
        String text = local.getText().strip();
        return text.isEmpty() ? OptionalInt.of(0) : number(text);
    }

    private static OptionalInt number(String text) {
        int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        return number >= 1 && number <= MOST ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
