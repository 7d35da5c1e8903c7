package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.FxTest;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class LostKeysTest extends FxTest {

    private final Pane mode = new Pane();
    private final HBox top = new HBox(mode);
    private final Pane home = new Pane();
    private final Pane last = new Pane();
    private LostKeys keys;
    private final VBox root = new VBox(top, home, last);

    @Override
    protected Scene scene() {
        List.of(mode, home, last).forEach(pane -> pane.setFocusTraversable(true));
        keys = LostKeys.goTo(home, top);
        return new Scene(root);
    }

    @Test
    void theyGoHomeWhenWhatHadThemIsGone() {
        focus(last);

        interact(() -> root.getChildren().remove(last));

        awaitOnScreen("home", home::isFocused);
    }

    @Test
    void theyGoHomeWhenWhatHadThemCanBePressedNoMore() {
        focus(last);

        interact(() -> last.setDisable(true));

        awaitOnScreen("home", home::isFocused);
    }

    @Test
    void whoGoesToTheFirstControlStaysThere() {
        focus(last);

        focus(mode);

        interact(() -> {});
        assertThat(onScreen(mode::isFocused)).isTrue();
    }

    @Test
    void theyAreBroughtHomeFromTheFirstControlsOnly() {
        focus(last);
        interact(() -> keys.bringHome());
        assertThat(onScreen(last::isFocused)).isTrue();

        focus(mode);
        interact(() -> keys.bringHome());
        assertThat(onScreen(home::isFocused)).isTrue();
    }

    private void focus(Node node) {
        awaitOnScreen("focused", node::isFocused, () -> interact(node::requestFocus));
    }
}
