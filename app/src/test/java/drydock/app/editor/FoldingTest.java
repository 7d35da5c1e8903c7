package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.project.Project;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Lines are hidden and shown again; the text stays as it is.
class FoldingTest extends EditorWindowTest {

    @Override
    String text() {
        return """
            apiVersion: v1
            kind: Pod
            metadata:
              name: shop
              labels:
                app: shop

            spec:
              containers:
              - name: shop
                image: nginx
              - name: log
                image: busybox
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            """;
    }

    @Test
    void whatBelongsToALineIsToldByIndentation() {
        List<String> lines = text().lines().toList();
        FoldRegions regions = new FoldRegions(lines::get, lines.size());

        assertThat(regions.end(0)).isEqualTo(0);
        assertThat(regions.end(2)).isEqualTo(5);
        assertThat(regions.end(7)).isEqualTo(12);
        assertThat(regions.end(8)).isEqualTo(12);
        assertThat(regions.end(9)).isEqualTo(10);
        assertThat(regions.end(13)).isEqualTo(17);
        assertThat(regions.isFoldable(5)).isFalse();
        assertThat(regions.isFoldable(6)).isFalse();
        assertThat(regions.holder(5)).isEqualTo(4);
        assertThat(regions.holder(12)).isEqualTo(11);
        assertThat(regions.holder(0)).isEqualTo(-1);
    }

    @Test
    void aClickIntoTheMarginHidesABlockAndAnotherShowsIt() {
        clickOn(inMargin(2, "fold-mark").orElseThrow());
        awaitOnScreen("hidden", () -> isFolded(3) && isFolded(5) && !isFolded(2) && !isFolded(7));
        assertThat(inMargin(2, "folded")).isPresent();
        assertThat(inMargin(3, "lineno")).isEmpty();
        assertThat(inDocument()).isEqualTo(text());

        clickOn(inMargin(2, "fold-mark").orElseThrow());
        awaitOnScreen("shown", () -> !isFolded(3) && !isFolded(5));
        assertThat(inMargin(2, "folded")).isEmpty();
        assertThat(inMargin(3, "lineno")).isPresent();
        assertThat(onScreen(() -> workspace().document().undoableBinding().get()))
                .isFalse();
    }

    @Test
    void theKeysHideTheBlockOfTheCaretAndPassOverIt() {
        caretBehind("app: sh");
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertThat(isFolded(5)).isTrue();
        assertThat(onScreen(() -> area().getCurrentParagraph())).isEqualTo(4);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertThat(isFolded(3)).isTrue();
        push(KeyCode.DOWN);
        assertThat(onScreen(() -> area().getCurrentParagraph())).isGreaterThan(5);
        push(KeyCode.UP);
        assertThat(onScreen(() -> area().getCurrentParagraph())).isEqualTo(2);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.CLOSE_BRACKET);
        assertThat(isFolded(3)).isFalse();
    }

    @Test
    void whatIsHiddenStaysSoWhileOneTypesAndUndoes() {
        interact(() -> area().moveTo(area().getText().indexOf("spec:")));
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertThat(isFolded(10)).isTrue();
        Project before = state();
        caretBehind("name: settings");
        write("-a");
        caretBehind("kind: Pod");
        push(KeyCode.ENTER);

        assertThat(isFolded(11)).isTrue();
        assertThat(isFolded(8)).isFalse();
        interact(() -> workspace().document().undo());
        interact(() -> workspace().document().undo());
        assertThat(contents(state())).isEqualTo(contents(before));
        assertThat(isFolded(10)).isTrue();
        assertThat(shown()).isEqualTo(text());
    }

    @Test
    void wherverTheCaretGoesIsShown() {
        clickOn(inMargin(2, "fold-mark").orElseThrow());
        awaitOnScreen("hidden", () -> isFolded(5));
        caretBehind("app: ");

        awaitOnScreen("shown", () -> !isFolded(5));
    }

    private boolean isFolded(int line) {
        return onScreen(() -> area().isFolded(line));
    }
}
