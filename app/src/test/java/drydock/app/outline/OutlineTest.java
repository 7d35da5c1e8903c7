package drydock.app.outline;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The objects as a tree.
class OutlineTest extends WindowTest {

    private static final ResourceId POD = new ResourceId("", "Pod", "shop", "cart");

    @Override
    protected void writeProject(Path project) throws IOException {
        super.writeProject(project);
        Files.writeString(project.resolve("pod.yaml"), """
            apiVersion: v1
            kind: Pod
            metadata: {name: cart, namespace: shop}
            spec:
              initContainers:
              - {name: wait, image: busybox}
              containers:
              - {name: web, image: nginx}
              - {name: 日志, image: busybox}
            """);
    }

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER, POD);
        interact(() -> lookup("#tabs-left").<TabPane>query().getSelectionModel().select(1));
    }

    @Test
    void objectsStandInTheirNamespacesAndContainersInTheirPods() {
        assertThat(lines()).contains("default", "ReplicationController  1", "oldboyedu-nginx", "shop", "cart");
        assertThat(lines()).doesNotContain("web");
        interact(() -> tree().getRoot()
                .getChildren()
                .getLast()
                .getChildren()
                .getFirst()
                .getChildren()
                .getFirst()
                .setExpanded(true));
        assertThat(lines()).containsSequence("cart", "wait", "web", "日志");
    }

    @Test
    void theSelectionIsTheSameAsOnTheCanvas() {
        interact(() -> workspace().selection().select(List.of(POD, SERVICE)));
        assertThat(selectedLines()).containsExactlyInAnyOrder("cart", "oldboyedu-nginx-svc");

        clickOn(line("oldboyedu-nginx"));
        assertThat(selected()).containsExactly(CONTROLLER);
        interact(() -> tree().getSelectionModel().select(lines().indexOf("cart")));
        assertThat(selected()).containsExactlyInAnyOrder(CONTROLLER, POD);
    }

    @Test
    void aFilterLeavesWhatFitsAndWhatIsAboveIt() {
        clickOn("#outline-filter").write("日志");
        assertThat(lines()).containsExactly("shop", "Pod  1", "cart", "日志");
        interact(() -> workspace().selection().select(List.of(SERVICE)));
        assertThat(selectedLines()).isEmpty();
        assertThat(selected()).containsExactly(SERVICE);

        clickOn("#outline-filter").eraseText(2).write("svc service");
        assertThat(lines()).containsExactly("default", "Service  1", "oldboyedu-nginx-svc");
        clickOn("#outline-filter").eraseText(11).write("no such thing");
        assertThat(lines()).isEmpty();
    }

    @Test
    void aDoubleClickAndEnterShowTheObjectOnTheCanvas() {
        interact(() -> canvas().look(canvas().viewport().panned(9_000, 9_000)));
        awaitOnScreen("in view", () -> isInView(POD), () -> doubleClickOn(line("cart")));

        interact(() -> canvas().look(canvas().viewport().panned(9_000, 9_000)));
        clickOn(line("oldboyedu-nginx")).push(KeyCode.ENTER);
        awaitOnScreen("in view", () -> isInView(CONTROLLER));
    }

    @Test
    void f2RenamesAndEscapeGoesBackToTheCanvas() {
        clickOn(line("cart")).push(KeyCode.F2);
        clickOn("#dialog-text").eraseText(4).write("basket").clickOn("OK");
        awaitOnScreen("renamed", () -> lines().contains("basket"));
        assertThat(selectedLines()).containsExactly("basket");

        clickOn(line("basket")).push(KeyCode.ESCAPE);
        assertThat(onScreen(() -> canvas().isFocused())).isTrue();
    }

    @Test
    void theMenuOfALineIsThatOfItsFigure() {
        clickOn(line("cart"), MouseButton.SECONDARY);

        ContextMenu menu = (ContextMenu) onScreen(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .findFirst()
                .orElseThrow());
        assertThat(menu.getItems()).extracting(MenuItem::getId).contains("menu-rename", "menu-delete", "menu-copy");
        assertThat(selected()).containsExactly(POD);
        push(KeyCode.ESCAPE);
    }

    @Test
    void whatIsWrongIsMarkedUpToTheNamespace() {
        interact(() -> workspace().selection().select(List.of(CONTROLLER)));
        enter("spec.replicas", "-1");

        awaitOnScreen("marked", () -> lookup(".outline-mark").queryAll().size() >= 3);
        assertThat(onScreen(() -> ((TreeCell<?>) line("oldboyedu-nginx")).getAccessibleText()))
                .isEqualTo("ReplicationController oldboyedu-nginx, error");
    }

    private boolean isInView(ResourceId object) {
        return canvas().viewport()
                .visible(canvas().getWidth(), canvas().getHeight())
                .contains(figure(object).orElseThrow().bounds());
    }

    private TreeView<OutlineItem> tree() {
        return lookup("#outline").query();
    }

    private Node line(String text) {
        return lookup((Node node) -> node instanceof TreeCell<?> cell && text.equals(cell.getText()))
                .query();
    }

    private List<ResourceId> selected() {
        return onScreen(() -> workspace().selection().objects());
    }

    private List<String> selectedLines() {
        return onScreen(() -> tree().getSelectionModel().getSelectedItems().stream()
                .map(OutlineTest::text)
                .toList());
    }

    /// All lines that are open, from above to below.
    private List<String> lines() {
        return onScreen(() -> {
            List<String> texts = new ArrayList<>();
            for (int row = 0; row < tree().getExpandedItemCount(); row++) {
                texts.add(text(tree().getTreeItem(row)));
            }
            return texts;
        });
    }

    private static String text(TreeItem<OutlineItem> line) {
        return switch (line.getValue()) {
            case OutlineItem.Root() -> "";
            case OutlineItem.Namespace(String name) -> name;
            case OutlineItem.Kind(String _, String name) ->
                name + "  " + line.getChildren().size();
            case OutlineItem.Leaf(ResourceId object, boolean _) -> object.name();
            case OutlineItem.Container(ResourceId _, String name, OutlineItem.Sort _) -> name;
        };
    }
}
