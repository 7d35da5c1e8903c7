package drydock.app.act;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.FxTest;
import java.util.Collections;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class ShortListTest extends FxTest {

    private final ShortList<String> list = new ShortList<>(4);

    @Override
    protected Scene scene() {
        list.setStyle("-fx-fixed-cell-size: 2em; -fx-font-size: 17px; -fx-padding: 1;");
        return new Scene(new VBox(list), 300, 400);
    }

    @Test
    void itIsAsHighAsItsRowsAndShowsNoPartOfOneMore() {
        show(1);
        assertThat(onScreen(list::getHeight)).isEqualTo(2 + 34);

        show(3);
        assertThat(onScreen(list::getHeight)).isEqualTo(2 + 3 * 34);

        show(50);
        assertThat(onScreen(list::getHeight)).isEqualTo(2 + 4 * 34);
    }

    private void show(int rows) {
        interact(() -> {
            list.getItems().setAll(Collections.nCopies(rows, "a row"));
            list.requestLayout();
            list.getScene().getRoot().layout();
        });
    }
}
