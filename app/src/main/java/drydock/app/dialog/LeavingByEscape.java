package drydock.app.dialog;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lets Escape leave a dialog from its lists, too: JavaFX's lists, tables and trees keep that key to themselves even
/// where there is nothing that they could leave.
final class LeavingByEscape {

    private LeavingByEscape() {}

    static void of(DialogPane pane) {
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof Node node && isIdle(node)) {
                pane.getButtonTypes().stream()
                        .filter(type -> type.getButtonData().isCancelButton())
                        .findFirst()
                        .ifPresent(type -> leave(pane, type, event));
            }
        });
    }

    private static void leave(DialogPane pane, ButtonType cancel, KeyEvent event) {
        if (pane.lookupButton(cancel) instanceof Button button) {
            event.consume();
            button.fire();
        }
    }

    private static boolean isIdle(Node node) {
        return switch (node) {
            case ListView<?> list -> list.getEditingIndex() < 0;
            case TableView<?> table -> table.getEditingCell() == null;
            case TreeView<?> tree -> tree.getEditingItem() == null;
            default -> false;
        };
    }
}
