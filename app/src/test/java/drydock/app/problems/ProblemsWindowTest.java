package drydock.app.problems;

import drydock.app.problems.ProblemRow.Problem;
import drydock.app.testing.WindowTest;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;

/// A window with two files, whose problems are listed.
abstract class ProblemsWindowTest extends WindowTest {

    static final ResourceId SHOP = new ResourceId("", "Service", "default", "shop");
    static final ResourceId CART = new ResourceId("", "Service", "default", "cart");

    private static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata:
          name: %s # ours
        spec:
          selector: {app: nobody}
          externalTrafficPolicy: Local
          ports:
          - port: 80
            nodePort: 30080
        """;

    @Override
    protected void writeProject(Path project) throws IOException {
        Files.writeString(project.resolve("a.yaml"), SERVICE.formatted("shop"));
        Files.writeString(project.resolve("b.yaml"), SERVICE.formatted("cart").replace("30080", "30081"));
    }

    @BeforeEach
    void open() {
        awaitFigures(SHOP, CART);
        interact(() -> {
            TabPane below = lookup("#tabs-below").query();
            below.getSelectionModel().select(1);
            divider().setDividerPositions(0.4);
        });
        awaitOnScreen("problems", () -> !table().getItems().isEmpty());
    }

    /// What stands between the canvas and the panel below it.
    SplitPane divider() {
        Node below = lookup("#tabs-below").query();
        return lookup(node ->
                        node instanceof SplitPane split && split.getItems().contains(below))
                .query();
    }

    static double bottom(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }

    ProblemTable table() {
        return lookup("#problems").query();
    }

    CodeArea editor() {
        return lookup("#editor-text").query();
    }

    List<Finding> findings() {
        return onScreen(() -> table().getItems().stream()
                .filter(Problem.class::isInstance)
                .map(row -> ((Problem) row).finding())
                .toList());
    }

    /// Selects the problem of an object whose path ends with `field`.
    Finding select(String field, ResourceId object) {
        return onScreen(() -> {
            for (int i = 0; i < table().getItems().size(); i++) {
                if (table().getItems().get(i) instanceof Problem(Finding finding, boolean _)
                        && finding.path().toString().endsWith(field)
                        && finding.object().filter(object::equals).isPresent()) {
                    table().requestFocus();
                    table().getSelectionModel().clearAndSelect(i);
                    table().scrollTo(i);
                    table().applyCss();
                    table().layout();
                    return finding;
                }
            }
            throw new AssertionError("no problem of " + object + " at " + field + " among " + table().getItems());
        });
    }

    Node row(int index) {
        return onScreen(() -> table().lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && row.getIndex() == index)
                .findFirst()
                .orElseThrow());
    }

    Node selectedRow() {
        return row(onScreen(() -> table().getSelectionModel().getSelectedIndex()));
    }

    void contextMenu() {
        clickOn(selectedRow(), MouseButton.SECONDARY);
    }

    static boolean isPointed(Node node) {
        return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("pointed"));
    }

    String textOf(String file) {
        return state().file(file).orElseThrow().text();
    }

    MenuItem item(String id) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> all(((ContextMenu) menu).getItems()).stream())
                .filter(found -> id.equals(found.getId()))
                .findFirst()
                .orElseThrow();
    }

    /// A menu within a context menu.
    static Menu menu(String id) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(found -> id.equals(found.getId()))
                .map(Menu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<MenuItem> all(List<MenuItem> items) {
        return items.stream()
                .flatMap(i -> i instanceof Menu menu ? menu.getItems().stream() : Stream.of(i))
                .toList();
    }

    Node button(String text) {
        awaitOnScreen("a question", () -> asked(text).isPresent());
        return onScreen(() -> asked(text).orElseThrow());
    }

    /// The button of a dialog.
    Optional<Node> asked(String text) {
        return lookup((Node node) -> node instanceof Button b
                        && text.equals(b.getText())
                        && !window().scene().equals(b.getScene()))
                .tryQuery();
    }
}
