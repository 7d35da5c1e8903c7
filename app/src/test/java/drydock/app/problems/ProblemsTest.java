package drydock.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.problems.ProblemRow.Problem;
import drydock.app.testing.WindowTest;
import drydock.model.diagram.CheckSettings;
import drydock.model.diagram.DiagramChange;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import drydock.render.scene.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list of problems: sorted, filtered, gone to, mended, switched off.
class ProblemsTest extends WindowTest {

    private static final ResourceId SHOP = new ResourceId("", "Service", "default", "shop");
    private static final ResourceId CART = new ResourceId("", "Service", "default", "cart");

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

    @Test
    void theGraverComeFirstAndAHeadOfAColumnSortsByIt() {
        assertThat(findings().getFirst().severity()).isEqualTo(Severity.ERROR);
        assertThat(findings().getLast().severity()).isEqualTo(Severity.WARNING);

        interact(
                () -> table().getSortOrder().setAll(List.of(table().getColumns().get(2))));

        assertThat(findings()).extracting(Finding::rule).isSorted();

        interact(
                () -> table().getSortOrder().setAll(List.of(table().getColumns().get(1))));

        assertThat(findings().getFirst().object()).contains(CART);
        assertThat(findings().getLast().object()).contains(SHOP);
    }

    @Test
    void wordsAndSeveritiesFilter() {
        clickOn("#problems-filter").write("cart selects");

        assertThat(findings()).extracting(Finding::rule).containsExactly("selects-nothing");

        clickOn("#problems-filter").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        clickOn("#problems-error");

        assertThat(findings()).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(lookup("#problems-error").queryAs(ToggleButton.class).getText())
                .isNotEqualTo("0");
    }

    @Test
    void onlyTheProblemsOfTheSelectedObjectsAreShownAndGoingToOneKeepsTheList() {
        clickOn("#problems-selected");
        interact(() -> workspace().selection().select(List.of(SHOP, CART)));
        int all = findings().size();

        interact(() -> workspace().selection().select(List.of(CART)));

        assertThat(findings()).hasSizeLessThan(all).allMatch(f -> f.object().equals(Optional.of(CART)));

        interact(() -> workspace().selection().select(List.of(SHOP, CART)));
        clickOn(row(0));

        assertThat(findings()).hasSize(all);
        assertThat(workspace().selection().objects()).hasSize(1);
    }

    @Test
    void problemsStandUnderTheirFiles() {
        clickOn("#problems-by-file");

        assertThat(onScreen(() -> table().getItems().stream()
                        .filter(ProblemRow.Head.class::isInstance)
                        .map(head -> ((ProblemRow.Head) head).file())
                        .toList()))
                .containsExactly("a.yaml", "b.yaml");
    }

    @Test
    void aClickGoesToTheFieldOnTheCanvasInTheInspectorAndInTheText() {
        Finding finding = select("externalTrafficPolicy", CART);

        clickOn(selectedRow());

        assertThat(workspace().selection().objects()).containsExactly(CART);
        assertThat(onScreen(() -> editor().getSelectedText())).isEqualTo("Local");
        assertThat(onScreen(() -> editor().isFocused())).isTrue();
        assertThat(isPointed(field("spec.externalTrafficPolicy"))).isTrue();
        assertThat(finding.file()).isEqualTo("b.yaml");
    }

    @Test
    void arrowKeysShowTheProblemAndKeepTheFocus() {
        select("externalTrafficPolicy", SHOP);
        interact(() -> {
            table().requestFocus();
            table().getSelectionModel().select(0);
        });

        push(KeyCode.DOWN);

        Finding selected = onScreen(() -> table().problem().orElseThrow().finding());
        awaitOnScreen(
                "the figure selected",
                () -> workspace()
                        .selection()
                        .objects()
                        .equals(selected.object().stream().toList()));
        awaitOnScreen("the text selected", () -> editor().getSelection().getLength() > 0);
        assertThat(onScreen(() -> table().isFocused())).isTrue();

        push(KeyCode.ENTER);

        assertThat(onScreen(() -> editor().isFocused())).isTrue();
    }

    @Test
    void theSelectedProblemShowsWhatToDoAndAButtonThatDoesIt() {
        Finding finding = select("externalTrafficPolicy", SHOP);
        Project before = state();

        assertThat(lookup("#problem-advice").queryAs(Label.class).getText())
                .isEqualTo(finding.advice(Locale.getDefault()));
        clickOn(lookup(".problem-fix").<Button>query());

        assertThat(textOf("a.yaml")).doesNotContain("externalTrafficPolicy").contains("name: shop # ours");
        awaitOnScreen(
                "found no more",
                () -> findings().stream()
                        .noneMatch(f ->
                                f.path().equals(finding.path()) && f.object().equals(finding.object())));
        undoneAndRedone(before);
    }

    @Test
    void theButtonsThatMendAreInViewHoweverLowThePanelIs() {
        select("externalTrafficPolicy", SHOP);

        interact(() -> divider().setDividerPositions(0.8));

        awaitOnScreen(
                "the button above the lower edge",
                () -> bottom(lookup(".problem-fix").query())
                        <= bottom(lookup("#tabs-below").query()));
        // while the panel becomes lower the button may go from under the mouse
        for (int i = 0; i < 5 && textOf("a.yaml").contains("externalTrafficPolicy"); i++) {
            clickOn(lookup(".problem-fix").<Button>query());
        }
        assertThat(textOf("a.yaml")).doesNotContain("externalTrafficPolicy");
    }

    @Test
    void whatIsWrongHasMostOfTheRoomAndNothingIsToBeScrolledToSideways() {
        List<Double> widths = onScreen(() -> table().getVisibleLeafColumns().stream()
                .map(column -> column.getWidth())
                .toList());

        assertThat(widths.getFirst())
                .isGreaterThanOrEqualTo(
                        0.45 * widths.stream().mapToDouble(w -> w).sum());
        assertThat(widths.stream().mapToDouble(w -> w).sum()).isLessThanOrEqualTo(onScreen(() -> table().getWidth()));
    }

    @Test
    void aFigureWearsTheWorstMarkFromAfarToo() {
        awaitOnScreen(
                "marks",
                () -> Stream.of(SHOP, CART)
                        .allMatch(id ->
                                figure(id).orElseThrow().cell().orElseThrow().flag() == Cell.Flag.ERROR));

        clickOn("#problems-fix-all").clickOn(button("Fix"));

        awaitOnScreen(
                "only warnings",
                () -> Stream.of(SHOP, CART)
                        .noneMatch(id ->
                                figure(id).orElseThrow().cell().orElseThrow().flag() == Cell.Flag.ERROR));
    }

    @Test
    void aKeyOpensTheFixesOfTheSelectedProblem() {
        select("externalTrafficPolicy", SHOP);
        interact(() -> table().requestFocus());
        Project before = state();

        push(KeyCode.CONTROL, KeyCode.PERIOD);
        interact(() -> item("menu-fix").fire());

        assertThat(textOf("a.yaml")).doesNotContain("externalTrafficPolicy");
        undoneAndRedone(before);
    }

    @Test
    void allOfARuleAreFixedAsOneStepAfterAsking() {
        Finding finding = select("externalTrafficPolicy", SHOP);
        Project before = state();
        contextMenu();

        MenuItem all = onScreen(() -> item("menu-fix-rule"));
        Platform.runLater(all::fire);
        clickOn(button("Fix"));

        awaitOnScreen(
                "mended",
                () -> findings().stream()
                        .noneMatch(f ->
                                f.rule().equals(finding.rule()) && !f.fixes().isEmpty()));
        assertThat(textOf("a.yaml"))
                .isNotEqualTo(before.file("a.yaml").orElseThrow().text());
        assertThat(textOf("b.yaml"))
                .isNotEqualTo(before.file("b.yaml").orElseThrow().text());
        undoneAndRedone(before);
    }

    @Test
    void everythingThatHasAFixIsFixedAsOneStepAfterAsking() {
        Project before = state();

        clickOn("#problems-fix-all").clickOn(button("Fix"));

        awaitOnScreen(
                "mended",
                () -> !findings().isEmpty()
                        && findings().stream().allMatch(f -> f.fixes().isEmpty()));
        assertThat(lookup("#problems-fix-all").query().isVisible()).isFalse();
        assertThat(lookup("#status-message").queryAs(Label.class).getText()).contains("fixed");
        undoneAndRedone(before);
    }

    @Test
    void aFixOfATextThatHasChangedIsRefusedWithAWord() {
        Finding finding = select("externalTrafficPolicy", SHOP);
        String before = textOf("a.yaml");

        interact(() -> {
            editor().insertText(0, "# one more line\n");
            lookup(".problem-fix").<Button>query().fire();
        });

        assertThat(textOf("a.yaml")).isEqualTo("# one more line\n" + before);
        assertThat(finding.fixes()).isNotEmpty();
    }

    @Test
    void aRuleIsSwitchedOffForAnObjectAndShownAndSwitchedOnAgain() {
        select("selector", SHOP);
        Project before = state();
        contextMenu();

        interact(() -> item("menu-off-object").fire());

        assertThat(textOf("a.yaml")).contains("drydock/ignore: selects-nothing");
        awaitOnScreen("switched off", () -> lookup("#problems-off").query().isVisible());
        assertThat(findings())
                .noneMatch(f -> f.rule().equals("selects-nothing")
                        && f.object().filter(SHOP::equals).isPresent());
        undoneAndRedone(before);

        awaitOnScreen("switched off", () -> lookup("#problems-off").query().isVisible());
        clickOn("#problems-off");
        interact(() -> {
            table().getSelectionModel().select(table().getItems().size() - 1);
        });
        assertThat(onScreen(() -> table().problem().orElseThrow().off())).isTrue();
        clickOn("#problem-on");

        assertThat(textOf("a.yaml"))
                .isEqualTo(before.file("a.yaml").orElseThrow().text());
    }

    @Test
    void aRuleIsSwitchedOffForTheWholeProjectAndShownAndSwitchedOnAgain() {
        select("selector", SHOP);
        Project before = state();
        contextMenu();

        interact(() -> item("menu-off-project").fire());

        assertThat(state().diagram().checks().off()).containsExactly("selects-nothing");
        awaitOnScreen(
                "found no more",
                () -> findings().stream().noneMatch(f -> f.rule().equals("selects-nothing")));
        undoneAndRedone(before);

        awaitOnScreen("switched off", () -> lookup("#problems-off").query().isVisible());
        clickOn("#problems-off");
        interact(() -> table().getSelectionModel().select(table().getItems().size() - 1));
        assertThat(onScreen(() -> table().getItems().getLast()))
                .isEqualTo(new ProblemRow.Switched("selects-nothing", 2));
        assertThat(lookup("#problem-message").queryAs(Label.class).getText()).contains("drydock.json");
        clickOn("#problem-on");

        assertThat(state().diagram()).isEqualTo(before.diagram());
        awaitOnScreen(
                "found again",
                () -> findings().stream()
                                .filter(f -> f.rule().equals("selects-nothing"))
                                .count()
                        == 2);
    }

    @Test
    void whatIsSwitchedOffForTheProjectIsShownWithoutAnythingFound() {
        interact(() -> workspace()
                .perform(
                        new Edit.Draw(new DiagramChange.SetChecks(CheckSettings.USUAL.withOff(List.of("image-tag"))))));

        awaitOnScreen("switched off", () -> lookup("#problems-off").query().isVisible());
        clickOn("#problems-off");

        assertThat(onScreen(() -> table().getItems().getLast())).isEqualTo(new ProblemRow.Switched("image-tag", 0));
    }

    @Test
    void aSwitchThatNamesNoRuleIsTold() {
        interact(() -> workspace()
                .perform(new Edit.Draw(new DiagramChange.SetChecks(CheckSettings.USUAL.withOff(List.of("no-rule"))))));

        awaitOnScreen("told", () -> findings().stream().anyMatch(f -> f.file().equals("drydock.json")));
    }

    @Test
    void theProjectIsCheckedByTheVersionOfKubernetesItIsMeantFor() {
        interact(() -> workspace().document().perform(new Edit.AddFile("pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: limited}
            spec:
              resources: {limits: {cpu: 1}}
              containers: [{name: web, image: nginx:1.27}]
            """), "edit.addFile"));
        awaitOnScreen(
                "checked",
                () -> workspace()
                        .checkedProperty()
                        .get()
                        .project()
                        .file("pod.yaml")
                        .isPresent());
        assertThat(errorsOf("pod.yaml")).isZero();

        interact(() -> workspace()
                .perform(new Edit.Draw(
                        new DiagramChange.SetChecks(CheckSettings.USUAL.withKubernetesVersion(Optional.of("1.30"))))));

        awaitOnScreen("an error", () -> errorsOf("pod.yaml") > 0);
    }

    private long errorsOf(String file) {
        return findings().stream()
                .filter(f -> f.file().equals(file) && f.severity() == Severity.ERROR)
                .count();
    }

    @Test
    void aProblemIsCopiedAsCompilersWriteIt() {
        Finding finding = select("selector", CART);
        contextMenu();

        interact(() -> item("menu-problem-copy").fire());

        assertThat(onScreen(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("b.yaml:" + finding.line() + ":" + finding.column() + ": Warning: ")
                .contains("[selects-nothing]");
    }

    @Test
    void theStatusBarCountsAndAClickOpensTheList() {
        interact(
                () -> lookup("#tabs-below").<TabPane>query().getSelectionModel().select(0));
        push(KeyCode.ALT, KeyCode.DIGIT4);

        clickOn("#status-warnings");

        assertThat(lookup("#status-warnings").queryAs(Label.class).getText()).contains("2");
        awaitOnScreen("the list with the focus", () -> table().isFocused() && table().getScene() != null);
    }

    @Test
    void aKeyWalksFromProblemToProblemAndRoundTheEnd() {
        int count = findings().size();
        interact(() -> table().getSelectionModel().clearSelection());

        push(KeyCode.F8);
        assertThat(onScreen(() -> table().getSelectionModel().getSelectedIndex()))
                .isZero();
        push(KeyCode.SHIFT, KeyCode.F8);

        assertThat(onScreen(() -> table().getSelectionModel().getSelectedIndex()))
                .isEqualTo(count - 1);
        assertThat(onScreen(() -> editor().isFocused())).isTrue();
    }

    /// What stands between the canvas and the panel below it.
    private SplitPane divider() {
        Node below = lookup("#tabs-below").query();
        return lookup(node ->
                        node instanceof SplitPane split && split.getItems().contains(below))
                .query();
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }

    private ProblemTable table() {
        return lookup("#problems").query();
    }

    private CodeArea editor() {
        return lookup("#editor-text").query();
    }

    private List<Finding> findings() {
        return onScreen(() -> table().getItems().stream()
                .filter(Problem.class::isInstance)
                .map(row -> ((Problem) row).finding())
                .toList());
    }

    /// Selects the problem of an object whose path ends with `field`.
    private Finding select(String field, ResourceId object) {
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

    private Node row(int index) {
        return onScreen(() -> table().lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && row.getIndex() == index)
                .findFirst()
                .orElseThrow());
    }

    private Node selectedRow() {
        return row(onScreen(() -> table().getSelectionModel().getSelectedIndex()));
    }

    private void contextMenu() {
        clickOn(selectedRow(), MouseButton.SECONDARY);
    }

    private static boolean isPointed(Node node) {
        return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("pointed"));
    }

    private String textOf(String file) {
        return state().file(file).orElseThrow().text();
    }

    private MenuItem item(String id) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> all(((ContextMenu) menu).getItems()).stream())
                .filter(found -> id.equals(found.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static List<MenuItem> all(List<MenuItem> items) {
        return items.stream()
                .flatMap(i -> i instanceof Menu menu ? menu.getItems().stream() : Stream.of(i))
                .toList();
    }

    private Node button(String text) {
        awaitOnScreen("a question", () -> asked(text).isPresent());
        return onScreen(() -> asked(text).orElseThrow());
    }

    /// The button of a dialog.
    private Optional<Node> asked(String text) {
        return lookup((Node node) -> node instanceof Button b
                        && text.equals(b.getText())
                        && !window().scene().equals(b.getScene()))
                .tryQuery();
    }
}
