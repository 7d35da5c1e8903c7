package drydock.app.live;

import drydock.app.live.Kubeconfig.Context;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One context among those that are offered: its name, and where it leads.
final class ContextCell extends ListCell<Context> {

    private final Label name = new Label();
    private final Label server = new Label();
    private final VBox box = new VBox(name, server);

    ContextCell() {
        name.getStyleClass().add("context-name");
        server.getStyleClass().add("text-muted");
    }

    @Override
    protected void updateItem(@Nullable Context context, boolean empty) {
        super.updateItem(context, empty);
        if (empty || context == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(context.name());
        server.setText(context.server() + (context.namespace().isEmpty() ? "" : " · " + context.namespace()));
        setAccessibleText(context.name() + ", " + server.getText());
        setGraphic(box);
    }
}
