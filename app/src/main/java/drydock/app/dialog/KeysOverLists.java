package drydock.app.dialog;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lets Escape leave a dialog and Enter press its button from its lists, too: JavaFX's lists, tables and trees keep
/// these keys to themselves even where there is nothing that they could leave or edit.
final class KeysOverLists {

    private KeysOverLists() {}

    static void of(DialogPane pane) {
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() instanceof Node node && isIdle(node)) {
                if (event.getCode() == KeyCode.ESCAPE) {
                    press(pane, Button::isCancelButton, event);
                } else if (event.getCode() == KeyCode.ENTER) {
                    press(pane, Button::isDefaultButton, event);
                }
            }
        });
    }

    private static void press(DialogPane pane, Predicate<Button> wanted, KeyEvent event) {
        pane.getButtonTypes().stream()
                .map(pane::lookupButton)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(wanted.and(Node::isVisible).and(button -> !button.isDisabled()))
                .findFirst()
                .ifPresent(button -> {
                    event.consume();
                    button.fire();
                });
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
