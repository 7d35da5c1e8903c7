package drydock.app.act;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.FxTest;
import java.util.Collections;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class ShortListTest extends FxTest {

    private ShortList<String> list;

    @Override
    protected Scene scene() {
        list = new ShortList<>(4);
        list.setStyle("-fx-fixed-cell-size: 2em; -fx-font-size: 17px; -fx-padding: 1;");
        return new Scene(new VBox(list), 300, 400);
    }

    @Test
    void itIsAsHighAsItsRowsAndShowsNoPartOfOneMore() {
        double row = onScreen(list::getFixedCellSize);
        double frame =
                onScreen(() -> list.getInsets().getTop() + list.getInsets().getBottom());

        show(1);
        assertThat(onScreen(list::getHeight)).isEqualTo(frame + row);

        show(3);
        assertThat(onScreen(list::getHeight)).isEqualTo(frame + 3 * row);

        show(50);
        assertThat(onScreen(list::getHeight)).isEqualTo(frame + 4 * row);
    }

    private void show(int rows) {
        interact(() -> {
            list.getItems().setAll(Collections.nCopies(rows, "a row"));
            list.requestLayout();
            list.getScene().getRoot().layout();
        });
    }
}
