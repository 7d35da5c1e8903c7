package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.TextEdit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.PlainTextChange;
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
                        "yaml-key data:",
                        "yaml-block   a: 1",
                        "yaml-block   # no comment",
                        "yaml-key next:",
                        "yaml-number 1");
        assertThat(styled("- name: |-\n    text\n  next: 1"))
                .containsExactly(
                        "yaml-mark -", "yaml-key name:", "yaml-block     text", "yaml-key next:", "yaml-number 1");
        assertThat(styled("- |\n text\n- a > b\n  b: 1"))
                .containsExactly("yaml-mark -", "yaml-block  text", "yaml-mark -", "yaml-key b:", "yaml-number 1");
    }

    @Test
    void theBlockThatALineIsInIsFoundFromTheLinesAboveIt() {
        List<String> lines =
                List.of("a: |", "  b: |", "", "      c", " d: 1", "e: >- # so", "  f", "g:", "- h: |", "  i: 1");

        int block = YamlHighlighter.NO_BLOCK;
        for (int i = 0; i < lines.size(); i++) {
            assertThat(YamlHighlighter.blockAbove(lines::get, i))
                    .as("line " + i)
                    .isEqualTo(block);
            block = YamlHighlighter.blockBelow(lines.get(i), block);
        }
    }

    @Test
    void aVeryLongLineHasColoursAtItsBeginningOnly() {
        String line = "key: \"" + "\\\"".repeat(1_000_000) + "\"";

        assertThat(YamlHighlighter.highlight(line, YamlHighlighter.NO_BLOCK).length())
                .isEqualTo(line.length());
    }

    @Test
    void whatIsMarkedGoesAlongWithWhatIsTyped() {
        Marked marked = new Marked(10, 20, "m");

        assertThat(marked.after(new PlainTextChange(3, "", "xy"))).isEqualTo(new Marked(12, 22, "m"));
        assertThat(marked.after(new PlainTextChange(10, "", "x"))).isEqualTo(new Marked(11, 21, "m"));
        assertThat(marked.after(new PlainTextChange(15, "a", ""))).isEqualTo(new Marked(10, 19, "m"));
        assertThat(marked.after(new PlainTextChange(20, "", "x"))).isEqualTo(marked);
        assertThat(marked.after(new PlainTextChange(5, "0123456789", ""))).isEqualTo(new Marked(5, 10, "m"));
        assertThat(marked.after(new PlainTextChange(0, "x".repeat(30), ""))).isEqualTo(new Marked(0, 0, "m"));
    }

    @Test
    void whereLinesStayAsManyEachThatDiffersIsOneEdit() {
        assertThat(TextDifference.byLines("a\nb\nc", "a\nb\nc")).isEmpty();
        assertThat(TextDifference.byLines("a: 1\nb: 1\nc: 1\n", "a: 2\nb: 1\nc: 22\n"))
                .containsExactly(new TextEdit(3, 4, "2"), new TextEdit(13, 14, "22"));
        assertThat(TextDifference.byLines("a\nb", "a\nx\nb")).containsExactly(new TextEdit(2, 2, "x\n"));
    }

    @Test
    void stylesCoverAnyTextFromItsFirstToItsLastCharacter() {
        for (String text : List.of("", "\n", "a", "\"unclosed", "- - -", "{a: [1, 'x", "\t: :\r\n", "键: 值 🙂 # 注\n")) {
            assertThat(YamlHighlighter.highlight(text, YamlHighlighter.NO_BLOCK).length())
                    .isEqualTo(text.length());
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
        int block = YamlHighlighter.NO_BLOCK;
        for (String line : text.split("\n", -1)) {
            int at = 0;
            for (StyleSpan<Collection<String>> span : YamlHighlighter.highlight(line, block)) {
                String part = line.substring(at, at + span.getLength());
                span.getStyle().stream().filter(_ -> !part.isEmpty()).forEach(style -> styled.add(style + " " + part));
                at += span.getLength();
            }
            block = YamlHighlighter.blockBelow(line, block);
        }
        return styled;
    }
}
