package drydock.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.FxTest;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class RequestColumnsTest extends FxTest {

    private final TableView<String> table = new TableView<>();
    private final TableColumn<String, String> at = new TableColumn<>("at");
    private final TableColumn<String, String> way = new TableColumn<>("way");
    private final TableColumn<String, String> result = new TableColumn<>("result");
    private final RequestColumns columns = new RequestColumns();

    @Override
    protected Scene scene() {
        table.getColumns().setAll(List.of(at, way, result));
        columns.add(at, 5, 1);
        columns.add(way, 20, 0);
        columns.add(result, 10, 2);
        return new Scene(new StackPane(table), 800, 200);
    }

    @Test
    void whatCannotBeReadGoesByItsRankAndComesAgain() {
        fit(350);
        assertThat(table.getVisibleLeafColumns())
                .extracting(TableColumn::getText)
                .containsExactly("at", "way", "result");

        fit(340);
        assertThat(table.getVisibleLeafColumns())
                .extracting(TableColumn::getText)
                .containsExactly("at", "result");

        fit(20);
        assertThat(table.getVisibleLeafColumns())
                .extracting(TableColumn::getText)
                .containsExactly("result");

        fit(400);
        assertThat(table.getVisibleLeafColumns())
                .extracting(TableColumn::getText)
                .containsExactly("at", "way", "result");
    }

    private void fit(double width) {
        interact(() -> {
            table.resize(width, 200);
            columns.fit(table, 10);
        });
    }
}
