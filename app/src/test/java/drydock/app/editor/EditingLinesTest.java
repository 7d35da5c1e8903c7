package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.project.Project;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Lines are begun, indented and commented out with the keyboard, and put back as they were.
class EditingLinesTest extends EditorWindowTest {

    @Override
    String text() {
        return """
            apiVersion: v1\r
            kind: Pod\r
            metadata:\r
              name: shop\r
            spec:\r
              containers:\r
              - name: shop\r
            \r
                image: nginx\r
            """;
    }

    @Test
    void aNewLineIsIndentedAsTheOneAboveOneStepMoreBelowAKeyAndToTheKeysOfAnItem() {
        caretBehind("name: shop");
        push(KeyCode.ENTER).write("labels:");
        push(KeyCode.ENTER).write("app: shop");
        caretBehind("- name: shop");
        push(KeyCode.ENTER).write("tty: true");

        assertThat(inDocument())
                .contains("\r\n  name: shop\r\n  labels:\r\n    app: shop\r\nspec")
                .contains("\r\n  - name: shop\r\n    tty: true\r\n\r\n");
    }

    @Test
    void theBeginningOfALineIsIndentedBySomeRules() {
        assertThat(Indentation.below("")).isEmpty();
        assertThat(Indentation.below("    ")).isEqualTo("    ");
        assertThat(Indentation.below("  a: b")).isEqualTo("  ");
        assertThat(Indentation.below("  a: # why")).isEqualTo("    ");
        assertThat(Indentation.below("  # a:")).isEqualTo("  ");
        assertThat(Indentation.below("  a: |-")).isEqualTo("    ");
        assertThat(Indentation.below("  - a:")).isEqualTo("      ");
        assertThat(Indentation.below("  - - a: 1")).isEqualTo("      ");
        assertThat(Indentation.below("  -")).isEqualTo("  ");
        assertThat(Indentation.below("  - |")).isEqualTo("      ");
        assertThat(Indentation.below("键:")).isEqualTo("  ");
        assertThat(Indentation.below("a: http://b")).isEmpty();
    }

    @Test
    void tabIndentsTheSelectedLinesShiftTabTakesItBackAndEachIsOneStep() {
        Project first = state();
        select("metadata", "spec");
        push(KeyCode.TAB);

        assertThat(inDocument()).contains("Pod\r\n  metadata:\r\n    name: shop\r\nspec");
        undoneAndRedone(first);
        Project second = state();
        select("metadata", "spec");
        push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(inDocument()).isEqualTo(text());
        undoneAndRedone(second);
    }

    @Test
    void tabWithoutASelectionGoesToTheNextStop() {
        caretBehind("kind: Pod");
        push(KeyCode.TAB);
        assertThat(inDocument()).contains("kind: Pod \r\n");
        push(KeyCode.TAB);
        assertThat(inDocument()).contains("kind: Pod   \r\n");
    }

    @Test
    void linesBecomeCommentsAndLinesAgainAndWhatIsSelectedStaysSo() {
        Project first = state();
        select("containers", "image");
        push(KeyCode.CONTROL, KeyCode.SLASH);

        assertThat(inDocument()).contains("\r\n  # containers:\r\n  # - name: shop\r\n\r\n  #   image: nginx\r\n");
        assertThat(onScreen(() -> area().getSelectedText()))
                .startsWith("containers")
                .endsWith("  #   ");
        undoneAndRedone(first);
        select("containers", "nginx");
        push(KeyCode.CONTROL, KeyCode.SLASH);
        assertThat(inDocument()).isEqualTo(text());
    }

    private void select(String from, String to) {
        interact(() -> area().selectRange(
                        area().getText().indexOf(from), area().getText().indexOf(to)));
    }
}
