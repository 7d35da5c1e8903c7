package drydock.app.commands;

import drydock.app.action.Action;
import drydock.app.icon.KindIcon;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of the command palette: icon, name, and its keys, or why it cannot be done now.
final class EntryCell extends ListCell<Entry> {

    private static final double ICON_SIZE = 16;
    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

    private final Messages messages;
    private final StackPane icon = new StackPane();
    private final Label name = new Label();
    private final Label beside = new Label();
    private final HBox row = new HBox(10, icon, name, beside);

    EntryCell(Messages messages) {
        this.messages = messages;
        icon.getStyleClass().add("command-icon");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        beside.getStyleClass().add("command-beside");
        beside.setMinWidth(Region.USE_PREF_SIZE);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        pseudoClassStateChanged(UNAVAILABLE, false);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (entry) {
            case Entry.Command(Action action, String _) -> show(action);
            case Entry.GoTo(ResourceId object) -> show(object);
        }
        setGraphic(row);
        setAccessibleText(name.getText() + ", " + beside.getText());
    }

    private void show(Action action) {
        boolean on = action.state().map(BooleanProperty::get).orElse(false);
        icon.getChildren().setAll(on ? new FontIcon("fth-check") : glyph(action));
        name.setText(action.text().get());
        boolean can = action.enabled().get();
        pseudoClassStateChanged(UNAVAILABLE, !can);
        String keys = action.key().map(key -> key.getDisplayText()).orElse("");
        beside.setText(can ? keys : action.need().orElse(keys));
    }

    private static Node glyph(Action action) {
        return action.icon().<Node>map(FontIcon::new).orElseGet(Region::new);
    }

    private void show(ResourceId object) {
        icon.getChildren().setAll(new KindIcon(object.kind(), ICON_SIZE));
        name.setText(messages.get("commands.goTo", object.name()));
        beside.setText(object.kind() + (object.namespace().isEmpty() ? "" : " · " + object.namespace()));
    }
}
