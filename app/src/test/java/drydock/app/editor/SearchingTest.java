package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.project.Project;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Text is found and replaced with the keyboard, and what was replaced is taken back.
class SearchingTest extends EditorWindowTest {

    @Override
    String text() {
        return """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: shop
            data:
              shop: Shop
              workshop: shop
            """;
    }

    @Test
    void placesAreCountedMarkedAndGoneThroughInBothDirections() {
        push(KeyCode.CONTROL, KeyCode.F);
        write("shop");
        awaitResult("1 of 5");
        assertThat(selectedAt()).isEqualTo(text().indexOf("shop"));
        awaitOnScreen("marked", () -> stylesAt("shop: Shop").contains("found"));

        push(KeyCode.ENTER);
        awaitResult("2 of 5");
        push(KeyCode.F3);
        awaitResult("3 of 5");
        push(KeyCode.SHIFT, KeyCode.F3);
        push(KeyCode.SHIFT, KeyCode.F3);
        awaitResult("1 of 5");
        push(KeyCode.SHIFT, KeyCode.F3);
        awaitResult("5 of 5");
        clickOn("#search-case");
        awaitResult("1 of 4");
        clickOn("#search-word");
        awaitResult("1 of 3");

        clickOn("#search-text").push(KeyCode.ESCAPE);
        assertThat(lookup("#search-bar").query().isVisible()).isFalse();
        assertThat(onScreen(() -> area().isFocused())).isTrue();
        awaitOnScreen("no marks", () -> !stylesAt("shop: Shop").contains("found"));
    }

    @Test
    void oneIsReplacedAndThenAllAndEachIsOneStepBack() {
        Project first = state();
        push(KeyCode.CONTROL, KeyCode.H);
        write("shop");
        awaitResult("1 of 5");
        clickOn("#search-replacement").write("store");
        clickOn("#button-replaceOne");
        awaitResult("1 of 4");
        assertThat(inDocument()).isEqualTo(text().replace("name: shop", "name: store"));
        undoneAndRedone(first);
        Project second = state();
        awaitResult("1 of 4", "4 found");
        clickOn("#button-replaceAll");

        awaitOnScreen("all", () -> !shown().toLowerCase(java.util.Locale.ROOT).contains("shop"));
        assertThat(inDocument()).isEqualTo(shown()).contains("  store: store\n  workstore: store\n");
        undoneAndRedone(second);
        assertThat(shown()).isEqualTo(inDocument());
    }

    @Test
    void aWrongExpressionIsToldAndChangesNothing() {
        push(KeyCode.CONTROL, KeyCode.H);
        clickOn("#search-expression");
        clickOn("#search-text").write("(sh");
        awaitOnScreen("told", () -> result().startsWith("No regular expression"));
        write("op)");
        awaitResult("1 of 5");
        clickOn("#search-replacement").write("$2");
        clickOn("#button-replaceAll");

        awaitOnScreen("told", () -> result().startsWith("The replacement does not fit"));
        assertThat(inDocument()).isEqualTo(text());
    }

    @Test
    void whatIsSelectedIsLookedForAndTypingInTheTextCountsAgain() {
        int at = text().indexOf("workshop");
        interact(() -> area().selectRange(at, at + 8));
        push(KeyCode.CONTROL, KeyCode.F);
        awaitResult("1 of 1");
        caretBehind("workshop: ");
        write("workshop ");

        awaitResult("2 found");
    }

    private void awaitResult(String... wanted) {
        awaitOnScreen(
                String.join(" or ", wanted), () -> java.util.List.of(wanted).contains(result()));
    }

    private String result() {
        return lookup("#search-result").queryAs(Label.class).getText();
    }

    private int selectedAt() {
        return onScreen(() -> area().getSelection().getStart());
    }
}
