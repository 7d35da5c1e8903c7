package drydock.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import drydock.render.scene.Cell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The list of problems: sorted, filtered, gone to.
class ProblemsTest extends ProblemsWindowTest {

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
        assertThat(toldInForm("error")).isPositive();
        assertThat(toldInForm("warning")).isPositive();
        assertThat(finding.file()).isEqualTo("b.yaml");
    }

    /// How much of a severity the inspector tells at its fields.
    private int toldInForm(String severity) {
        return onScreen(() -> lookup(".form-problem." + severity).queryAll().size());
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
}
