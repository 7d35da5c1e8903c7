package drydock.app.shell;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Brings the keys home when what had them is gone or can take them no more. JavaFX gives them to the next
/// control then, which at the window's end is the first: there a space would change the mode.
final class LostKeys {

    private final Node home;
    private final Node first;
    private @Nullable Node left;

    private LostKeys(Node home, Node first) {
        this.home = home;
        this.first = first;
    }

    /// @param home what gets them
    /// @param first what the first controls of the window are in
    static LostKeys goTo(Node home, Node first) {
        LostKeys keys = new LostKeys(home, first);
        ObservableValue<Node> owner = home.sceneProperty().flatMap(Scene::focusOwnerProperty);
        owner.subscribe(keys::moved);
        return keys;
    }

    /// Brings them home if the first controls have them, for what was to be done there is done.
    void bringHome() {
        Node owner = home.getScene() == null ? null : home.getScene().getFocusOwner();
        if (owner != null && isIn(owner, first)) {
            home.requestFocus();
        }
    }

    /// What is taken away leaves the keys with nobody for a moment.
    private void moved(@Nullable Node before, @Nullable Node now) {
        Node had = before == null ? left : before;
        left = now == null ? had : null;
        if (had != null && now != null && isIn(now, first) && !takesKeys(had)) {
            Platform.runLater(() -> {
                if (now.isFocused()) {
                    home.requestFocus();
                }
            });
        }
    }

    private boolean takesKeys(Node node) {
        return home.getScene().equals(node.getScene())
                && !node.isDisabled()
                && ancestry(node).allMatch(Node::isVisible);
    }

    private static boolean isIn(Node node, Node whole) {
        return ancestry(node).anyMatch(whole::equals);
    }

    private static Stream<Node> ancestry(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent);
    }
}
