package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What the editor shows beside the text, and how text and document go together.
class EditorTest extends EditorWindowTest {

    private static final String BROKEN = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: shop
        spec:
          containers:
          - name: shop
            image: nginx
            imagePullPolicy: Sometimes
        ---
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: ConfigMap
          metadata:
            name: one
        - apiVersion: v1
          kind: ConfigMap
          metadata:
            name: two
        """;

    @Override
    String text() {
        return BROKEN;
    }

    @Test
    void eachLineHasItsNumberAndAProblemItsMarkAndItsWave() {
        awaitOnScreen("a mark", () -> inMargin(8, "error").isPresent());

        assertThat(inMargin(8, "lineno"))
                .get()
                .extracting(n -> ((Label) n).getText())
                .isEqualTo(" 9");
        assertThat(inMargin(8, "problem-mark"))
                .get()
                .extracting(n -> n.getAccessibleText())
                .asString()
                .contains("Sometimes");
        assertThat(inMargin(7, "error")).isEmpty();
        awaitOnScreen("a wave", () -> stylesAt("Sometimes").contains("problem-error"));
        assertThat(stylesAt("imagePullPolicy")).containsExactly("yaml-key");
    }

    @Test
    void aMarkGoesAlongWithItsLineAndGoesWhenTheProblemIsGone() {
        awaitOnScreen("a mark", () -> inMargin(8, "error").isPresent());
        Project before = state();

        caretBehind("nginx");
        write("\n");

        awaitOnScreen(
                "a mark below",
                () -> inMargin(9, "error").isPresent() && inMargin(8, "error").isEmpty());
        interact(() -> area().insertText(0, "# one\n# two\n"));
        awaitOnScreen(
                "a mark two lines below, and none where it was",
                () -> inMargin(11, "error").isPresent() && inMargin(9, "error").isEmpty());
        interact(() -> workspace().document().undo());
        interact(() -> workspace().document().undo());
        int at = shown().indexOf("Sometimes");
        interact(() -> area().replaceText(at, at + 9, "Always"));
        awaitOnScreen("no mark", () -> inMargin(8, "error").isEmpty());
        undoneAndRedone(before);
    }

    @Test
    void aTenthLineMakesTheNumbersWider() {
        caretBehind("Always");
        interact(() -> area().appendText("# more\n".repeat(100)));

        awaitOnScreen(
                "three digits",
                () -> inMargin(0, "lineno").map(n -> ((Label) n).getText()).equals(java.util.Optional.of("  1")));
    }

    @Test
    void whatIsTypedAnywhereIsTheDocumentToTheLastByteAndIsTakenBack() {
        Project before = state();

        caretBehind("name: shop");
        write("-a\nlabels:\n键: 值");

        assertThat(inDocument()).isEqualTo(shown()).contains("name: shop-a\n", "键: 值");
        for (int i = 0; i < 20 && !state().equals(before); i++) {
            push(KeyCode.CONTROL, KeyCode.Z);
        }
        assertThat(contents(state())).isEqualTo(contents(before));
        assertThat(shown()).isEqualTo(BROKEN);
    }

    @Test
    void theCaretSelectsTheObjectItIsInAlsoAnItemOfAList() {
        caretBehind("name: two");
        awaitOnScreen("the item", () -> workspace().selection().objects().equals(java.util.List.of(configMap("two"))));
        caretBehind("image: n");
        awaitOnScreen(
                "the Pod",
                () -> workspace()
                        .selection()
                        .objects()
                        .equals(java.util.List.of(new ResourceId("", "Pod", "default", "shop"))));
    }

    @Test
    void theCaretGoesToTheObjectThatIsSelected() {
        interact(() -> workspace().selection().select(java.util.List.of(configMap("two"))));

        int caret = onScreen(() -> area().getCaretPosition());
        assertThat(shown().substring(caret)).startsWith("two");
    }

    private static ResourceId configMap(String name) {
        return new ResourceId("", "ConfigMap", "default", name);
    }

    @Test
    void aFileThatIsMadeOfTheSelectedObjectOfAClusterIsShown() {
        ResourceId settings = new ResourceId("", "ConfigMap", "default", "settings");
        String made = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            """;
        interact(() -> {
            lookup("#canvas").query().requestFocus();
            workspace().selection().select(List.of(settings));
        });
        assertThat(shown()).isEqualTo(BROKEN);

        interact(() -> workspace().perform(new Edit.AddFile("settings.yaml", made), "edit.import"));

        awaitOnScreen("the new file", () -> area().getText().equals(made));
    }

    @Test
    void whoTypesIsLeftWhereTheCaretIsAlsoWhenTheSelectedObjectComesIntoAFile() {
        ResourceId settings = new ResourceId("", "ConfigMap", "default", "settings");
        interact(() -> {
            workspace().selection().select(List.of(settings));
            area().requestFocus();
        });

        interact(() -> workspace().perform(new Edit.AddFile("settings.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            """), "edit.import"));

        assertThat(shown()).isEqualTo(BROKEN);
    }
}
