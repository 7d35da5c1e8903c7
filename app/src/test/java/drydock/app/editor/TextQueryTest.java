package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.editor.TextQuery.Match;
import drydock.model.manifest.TextEdit;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class TextQueryTest {

    @Test
    void caseAndWholeWordsCountWhereWanted() {
        String text = "Name name names 名name name";

        assertThat(found("name", false, false, text)).hasSize(5);
        assertThat(found("name", true, false, text)).hasSize(4);
        assertThat(found("name", false, true, text))
                .containsExactly(new Match(0, 4), new Match(5, 9), new Match(22, 26));
        assertThat(found("名", false, true, "名 名字 é名")).containsExactly(new Match(0, 1));
    }

    @Test
    void whatIsNoExpressionMeansItself() {
        assertThat(found("a.b*", true, false, "a.b* axb")).containsExactly(new Match(0, 4));
        assertThat(found("a.b", true, true, "a.b xa.b")).containsExactly(new Match(0, 3));
        assertThat(found("", false, false, "anything")).isEmpty();
    }

    @Test
    void anExpressionFindsByLinesAndNeverNothing() {
        assertThat(expression("^ *").in(" a\nb\n  c", () -> false)).containsExactly(new Match(0, 1), new Match(5, 7));
        assertThat(expression("x*").in("abc", () -> false)).isEmpty();
    }

    @Test
    void aReplacementTakesGroupsWhereAnExpressionIsLookedForAndElseMeansItself() {
        String text = "port: 80\nport: 81\n";
        TextQuery ports = expression("port: (\\d+)");

        assertThat(ports.replacing(text, ports.in(text, () -> false), "p$1"))
                .containsExactly(new TextEdit(0, 8, "p80"), new TextEdit(9, 17, "p81"));
        TextQuery plain = new TextQuery("80", true, false, false);
        assertThat(plain.replacing(text, plain.in(text, () -> false), "$1\\"))
                .containsExactly(new TextEdit(6, 8, "$1\\"));
        assertThatThrownBy(() -> ports.replacing(text, ports.in(text, () -> false), "$7"))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ports.replacing(text, ports.in(text, () -> false), "$"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWrongExpressionIsSaidAndOneThatTakesForeverCanBeStopped() {
        assertThatThrownBy(() -> expression("(").in("a", () -> false)).isInstanceOf(PatternSyntaxException.class);
        assertThatThrownBy(() -> new TextQuery(")(", true, true, true).in("a", () -> false))
                .isInstanceOf(PatternSyntaxException.class);
        int[] reads = {0};
        assertThatThrownBy(() -> expression("(x+x+)+y").in("x".repeat(10_000), () -> reads[0]++ > 100_000))
                .isInstanceOf(CancellationException.class);
    }

    private static TextQuery expression(String words) {
        return new TextQuery(words, true, false, true);
    }

    private static List<Match> found(String words, boolean sameCase, boolean wholeWord, String text) {
        return new TextQuery(words, sameCase, wholeWord, false).in(text, () -> false);
    }
}
