package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.TextEdit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpan;
import org.junit.jupiter.api.Test;

class EditorTextTest {

    @Test
    void keysValuesCommentsAndMarksAreToldApart() {
        assertThat(styled("spec: # why\n- name: \"a b\"\n  port: 80\n  on: true\n"))
                .containsExactly(
                        "yaml-key spec:",
                        "yaml-comment # why",
                        "yaml-mark -",
                        "yaml-key name:",
                        "yaml-string \"a b\"",
                        "yaml-key port:",
                        "yaml-number 80",
                        "yaml-key on:",
                        "yaml-word true");
    }

    @Test
    void aColonWithinAValueMakesNoKey() {
        assertThat(styled("image: 10.0.0.101:5000/nginx:1.14\n")).containsExactly("yaml-key image:");
        assertThat(styled("url: https://example.com/#a\n")).containsExactly("yaml-key url:");
    }

    @Test
    void theLinesOfABlockScalarAreOneText() {
        assertThat(styled("data: |\n  a: 1\n\n  # no comment\nnext: 1\n"))
                .containsExactly(
                        "yaml-key data:", "yaml-block   a: 1\n\n  # no comment\n", "yaml-key next:", "yaml-number 1");
    }

    @Test
    void stylesCoverAnyTextFromItsFirstToItsLastCharacter() {
        for (String text : List.of("", "\n", "a", "\"unclosed", "- - -", "{a: [1, 'x", "\t: :\r\n", "键: 值 🙂 # 注\n")) {
            assertThat(YamlHighlighter.highlight(text).length()).isEqualTo(text.length());
        }
    }

    @Test
    void theDifferenceOfTwoTextsIsOneShortEditThatCutsNoCharacter() {
        assertThat(TextDifference.between("same", "same")).isEqualTo(new TextEdit(4, 4, ""));
        assertThat(TextDifference.between("replicas: 4", "replicas: 2")).isEqualTo(new TextEdit(10, 11, "2"));
        assertThat(TextDifference.between("aa", "aaa").applyTo("aa")).isEqualTo("aaa");
        assertThat(TextDifference.between("x🙂y", "x🙃y")).isEqualTo(new TextEdit(1, 3, "🙃"));
        assertThat(TextDifference.between("", "new")).isEqualTo(new TextEdit(0, 0, "new"));
    }

    @Test
    void positionsLeadToTheFileWhateverItsLineEnds() {
        LineEnds windows = new LineEnds("a\r\nb\r\nc");

        assertThat(windows.shown()).isEqualTo("a\nb\nc");
        assertThat(windows.inFile(new TextEdit(2, 3, "x\ny"))).isEqualTo(new TextEdit(3, 4, "x\r\ny"));
        for (int shown = 0; shown <= windows.shown().length(); shown++) {
            assertThat(windows.inShown(windows.inFile(shown))).isEqualTo(shown);
        }
    }

    private static List<String> styled(String text) {
        List<String> styled = new ArrayList<>();
        int at = 0;
        for (StyleSpan<Collection<String>> span : YamlHighlighter.highlight(text)) {
            String part = text.substring(at, at + span.getLength());
            span.getStyle().forEach(style -> styled.add(style + " " + part));
            at += span.getLength();
        }
        return styled;
    }
}
