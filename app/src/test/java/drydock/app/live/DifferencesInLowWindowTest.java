package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.serve.ApiOnLoopback;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list of what a project and a cluster have otherwise in a window of 800 × 600, on a simulated API server.
class DifferencesInLowWindowTest extends ConnectingTest {

    private ApiOnLoopback served;

    @Override
    protected void writeProject(Path project) throws IOException {
        for (String name : new String[] {"one", "two", "three"}) {
            Files.writeString(project.resolve(name + ".yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: NAME}
                """.replace("NAME", name));
        }
    }

    @BeforeEach
    void serve() throws IOException {
        served = ApiOnLoopback.start(Simulation.start(SimulationOptions.DEFAULT), 0, OptionalDouble.of(1));
        Files.writeString(folder.resolve("kubeconfig"), served.kubeconfig());
    }

    @AfterEach
    void end() throws IOException {
        served.close();
    }

    @Test
    void theListHasItsRoomAndTheDifferenceTakesItsPlaceByTheKeys() {
        interact(() -> {
            window().scene().getWindow().setWidth(800);
            window().scene().getWindow().setHeight(600);
        });
        connect(folder.resolve("kubeconfig"), "drydock");
        TabPane below = lookup("#tabs-below").query();
        interact(() -> below.getSelectionModel()
                .select(below.getTabs().stream()
                        .filter(tab -> tab.getText().equals("Differences"))
                        .findFirst()
                        .orElseThrow()));
        awaitOnScreen("three rows can be read", SOON, () -> wholeRows() >= 3);
        assertThat(lookup("#difference-text").tryQuery()).isEmpty();

        TableView<?> table = lookup("#differences").query();
        interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(1);
        });
        interact(table::requestFocus);
        push(KeyCode.ENTER);
        awaitOnScreen("its lines", () -> lookup("#difference-text").tryQuery().isPresent());
        ListView<?> lines = lookup("#difference-text").query();
        awaitOnScreen(
                "what the project has",
                () -> lines.lookupAll(".list-cell").stream()
                        .map(cell -> ((Labeled) cell).getText())
                        .anyMatch(text -> text != null && text.startsWith("+ ")));
        assertThat(lookup("#differences").tryQuery()).isEmpty();

        push(KeyCode.ENTER);
        awaitOnScreen("the list again", () -> lookup("#differences").tryQuery().isPresent());
        assertThat(onScreen(table::isFocused)).isTrue();
        assertThat(onScreen(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(1);

        interact(() -> {
            window().scene().getWindow().setWidth(1600);
            window().scene().getWindow().setHeight(1000);
        });
        awaitOnScreen("both", () -> lookup("#difference-text").tryQuery().isPresent());
        awaitOnScreen("the list has more than half", () -> table.getWidth() > 1.1 * lines.getWidth());
        awaitOnScreen(
                "who has it is read in full",
                () -> table.lookupAll(".table-cell.only-here").stream()
                        .flatMap(cell -> cell.lookupAll(".text").stream())
                        .anyMatch(text -> ((Text) text).getText().endsWith("only in the project")));
    }

    /// How many rows of the list are seen as a whole.
    private long wholeRows() {
        return lookup("#differences").<TableView<?>>tryQuery().stream()
                .flatMap(table -> table.lookupAll(".table-row-cell").stream()
                        .map(TableRow.class::cast)
                        .filter(row -> !row.isEmpty() && isWhole(row, table)))
                .count();
    }

    private static boolean isWhole(IndexedCell<?> row, TableView<?> table) {
        return table.localToScene(table.getLayoutBounds()).contains(row.localToScene(row.getLayoutBounds()));
    }
}
