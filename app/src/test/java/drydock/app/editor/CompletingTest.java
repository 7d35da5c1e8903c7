package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.assist.Proposal;
import drydock.model.project.Project;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Keys and values are offered, taken with the keyboard, and taken back.
class CompletingTest extends EditorWindowTest {

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
                image: nginx\r
                imagePullPolicy: \r
            ---\r
            """;
    }

    @Test
    void aKeyThatIsTypedIsOfferedTakenWithEnterAndTakenBackToTheLastByte() {
        caretBehind("nginx");
        push(KeyCode.ENTER);
        write("volumem");
        awaitOffers("volumeMounts");
        assertThat(lookup("#proposal-explanation").queryAs(Label.class).getText())
                .contains("Container.volumeMounts");
        Project before = state();
        push(KeyCode.ENTER);

        assertThat(inDocument()).contains("nginx\r\n    volumeMounts:\r\n    - \r\n    imagePull");
        assertThat(onScreen(() -> area().getText().substring(0, area().getCaretPosition())))
                .endsWith("volumeMounts:\n    - ");
        assertThat(isOffering()).isFalse();
        undoneAndRedone(before);
    }

    @Test
    void valuesAreOfferedWhenAskedForAndChosenWithTheArrows() {
        caretBehind("imagePullPolicy: ");
        push(KeyCode.CONTROL, KeyCode.SPACE);
        awaitOffers("Always");
        List<String> offered = offered();
        push(KeyCode.DOWN).push(KeyCode.TAB);

        assertThat(inDocument()).contains("imagePullPolicy: " + offered.get(1) + "\r\n");
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(inDocument()).isEqualTo(text());
    }

    @Test
    void theListGrowsNarrowerAsOneTypesAndEscapeLeavesTheTextAsItIs() {
        caretBehind("---\n");
        write("a");
        awaitOffers("apiVersion");
        int many = offered().size();
        write("pi");
        awaitOnScreen("fewer", () -> offered().size() < many);
        push(KeyCode.ESCAPE);

        assertThat(isOffering()).isFalse();
        assertThat(inDocument()).endsWith("---\r\napi");
        push(KeyCode.ENTER);
        assertThat(inDocument()).endsWith("---\r\napi\r\n");
    }

    @Test
    void whereNothingFitsAndInValuesNothingIsOfferedUnasked() {
        caretBehind("nginx");
        write("x");
        WaitForAsyncUtils.waitForFxEvents();
        caretBehind("---\n");
        write("# kin");
        awaitOnScreen("typed", () -> inDocument().endsWith("# kin"));

        assertThat(isOffering()).isFalse();
    }

    @Test
    void theCaretThatGoesElsewhereEndsTheOffer() {
        caretBehind("---\n");
        push(KeyCode.CONTROL, KeyCode.SPACE);
        awaitOffers("kind");
        push(KeyCode.CONTROL, KeyCode.HOME);

        awaitOnScreen("none", () -> !isOffering());
    }

    private void awaitOffers(String label) {
        awaitOnScreen("an offer of " + label, () -> isOffering() && offered().contains(label));
    }

    private boolean isOffering() {
        return lookup("#proposals").tryQuery().isPresent();
    }

    private List<String> offered() {
        ListView<Proposal> list = lookup("#proposals").queryListView();
        return list.getItems().stream().map(Proposal::label).toList();
    }
}
