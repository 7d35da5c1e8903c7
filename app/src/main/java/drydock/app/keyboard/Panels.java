package drydock.app.keyboard;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The panels of a window, which F6 walks and Esc leaves.
///
/// A panel gets the focus where it had it last, else in its first field. Esc that nobody in a panel takes goes back to
/// the home of the window, its canvas.
public final class Panels {

    private final Messages messages = Messages.of(Panels.class);
    private final Supplier<List<Node>> panels;
    private final Node home;
    private final Map<Node, Node> last = new HashMap<>();

    /// @param panels in the order in which they are walked
    /// @param home the one that Esc goes back to
    public Panels(Supplier<List<Node>> panels, Node home) {
        this.panels = panels;
        this.home = home;
    }

    /// Begins to listen; to be called once.
    public void listen(Scene scene) {
        scene.focusOwnerProperty().subscribe(owner -> panelOf(owner).ifPresent(panel -> last.put(panel, owner)));
        scene.getRoot().addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
        // lists and trees take the key for editing in place, which none of the window does
        scene.getRoot().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Node owner = scene.getFocusOwner();
            if (owner instanceof ListView<?> || owner instanceof TreeView<?>) {
                leave(event);
            }
        });
    }

    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !home.isFocused()) {
            home.requestFocus();
            event.consume();
        }
    }

    public List<Action> actions() {
        return List.of(
                Action.of("nextPanel", messages.get("keyboard.nextPanel"), () -> walk(1))
                        .withKeys("F6"),
                Action.of("previousPanel", messages.get("keyboard.previousPanel"), () -> walk(-1))
                        .withKeys("Shift+F6"));
    }

    /// Goes to the first field of a panel.
    public static void enter(Node panel) {
        first(panel, Panels::isField).or(() -> first(panel, Panels::takesFocus)).ifPresent(Node::requestFocus);
    }

    private void walk(int steps) {
        Node owner = home.getScene().getFocusOwner();
        List<Node> all = panels.get();
        int at = panelOf(owner).map(all::indexOf).orElse(steps > 0 ? -1 : all.size());
        for (int i = 1; i <= all.size(); i++) {
            Node panel = all.get(Math.floorMod(at + i * steps, all.size()));
            Node before = last.get(panel);
            if (before != null && isInside(panel, before) && takesFocus(before)) {
                before.requestFocus();
            } else {
                enter(panel);
            }
            if (panelOf(home.getScene().getFocusOwner()).filter(panel::equals).isPresent()) {
                return;
            }
        }
    }

    private Optional<Node> panelOf(@Nullable Node node) {
        return panels.get().stream()
                .filter(panel -> node != null && isInside(panel, node))
                .findFirst();
    }

    private static boolean isInside(Node panel, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(panel)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> first(Node root, Predicate<Node> wanted) {
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!node.isVisible()) {
                continue;
            }
            if (wanted.test(node)) {
                return Optional.of(node);
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().reversed().forEach(open::push);
            }
        }
        return Optional.empty();
    }

    private static boolean isField(Node node) {
        return takesFocus(node)
                && (node instanceof TextInputControl
                        || node instanceof ComboBoxBase<?>
                        || node instanceof Spinner<?>
                        || node instanceof ButtonBase
                        || Objects.equals(node.getId(), "editor-text"));
    }

    private static boolean takesFocus(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.isDisabled()) {
                return false;
            }
        }
        return node.isFocusTraversable() && node.getScene() != null;
    }
}
