package drydock.app.terminal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final String CSI = "\u001b[";

    private final Screen screen = new Screen(10, 4);
    private final List<String> replies = new ArrayList<>();
    private final Reader reader = new Reader(screen, replies::add);

    @Test
    void textIsWrappedAndWhatIsWrappedIsOneLine() {
        write("hello world\r\nnext");

        assertThat(shown()).containsExactly("hello worl", "d", "next", "");
        assertThat(screen.row(0).isContinued()).isTrue();
        assertThat(screen.row(1).isContinued()).isFalse();
    }

    @Test
    void aLineThatFillsTheScreenWrapsOnlyWhenMoreComes() {
        write("0123456789");
        assertThat(cursor()).isEqualTo("9,0");

        write("\r\nx");

        assertThat(shown()).containsExactly("0123456789", "x", "", "");
    }

    @Test
    void whatLeavesTheScreenIsKept() {
        write("1\r\n2\r\n3\r\n4\r\n5\r\n6");

        assertThat(shown()).containsExactly("3", "4", "5", "6");
        assertThat(screen.past()).isEqualTo(2);
        assertThat(screen.lines()).map(Row::toString).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void theCursorIsMovedAndPartsAreErased() {
        write("aaaa\r\nbbbb\r\ncccc" + CSI + "2;3H" + CSI + "K" + CSI + "1;2H" + CSI + "1K" + CSI + "3;1H" + CSI
                + "2P");

        assertThat(shown()).containsExactly("  aa", "bb", "cc", "");
    }

    @Test
    void charactersAndLinesAreInsertedAndDeleted() {
        write("abc\r\ndef\r\nghi" + CSI + "2;2H" + CSI + "2@" + CSI + "1;1H" + CSI + "L");
        assertThat(shown()).containsExactly("", "abc", "d  ef", "ghi");

        write(CSI + "2;1H" + CSI + "M");

        assertThat(shown()).containsExactly("", "d  ef", "ghi", "");
    }

    @Test
    void onlyTheRegionScrolls() {
        write("a\r\nb\r\nc\r\nd" + CSI + "2;3r" + CSI + "3;1H\n!");

        assertThat(shown()).containsExactly("a", "c", "!", "d");
        assertThat(screen.past()).isZero();
    }

    @Test
    void aProgramHasAScreenOfItsOwnAndLeavesTheOtherAsItWas() {
        write("before" + CSI + "?1049h" + CSI + "2J" + CSI + "Hvim");
        assertThat(shown()).containsExactly("vim", "", "", "");

        write(CSI + "?1049l!");

        assertThat(shown()).containsExactly("before!", "", "", "");
    }

    @Test
    void coloursAreReadOfEachKind() {
        write(CSI + "1;31mr" + CSI + "0;38;5;208;48;2;1;2;3mo" + CSI + "97;7mw" + CSI + "mp");

        assertThat(screen.row(0).style(0)).isEqualTo(Style.PLAIN.inked(1).weighed(true, false));
        assertThat(screen.row(0).style(1)).isEqualTo(Style.PLAIN.inked(208).grounded(Style.TRUE | 0x010203));
        assertThat(screen.row(0).style(2).ink()).isEqualTo(15);
        assertThat(screen.row(0).style(2).inverse()).isTrue();
        assertThat(screen.row(0).style(3)).isEqualTo(Style.PLAIN);
    }

    @Test
    void wideCharactersTakeTwoPlacesAndMarksNone() {
        write("你e\u0301x");

        assertThat(screen.row(0).text(0)).isEqualTo("你");
        assertThat(screen.row(0).text(1)).isEmpty();
        assertThat(screen.row(0).text(2)).isEqualTo("e\u0301");
        assertThat(cursor()).isEqualTo("4,0");
    }

    @Test
    void halfOfAWideCharacterDoesNotStay() {
        write("你" + CSI + "1;2Hx");

        assertThat(shown().getFirst()).isEqualTo(" x");
    }

    @Test
    void piecesMayBreakACharacterOrASequenceAnywhere() {
        byte[] bytes = ("a" + CSI + "31m你" + CSI + "0m\u001b]2;title\u0007b").getBytes(StandardCharsets.UTF_8);

        for (byte each : bytes) {
            reader.read(new byte[] {each});
        }

        assertThat(shown().getFirst()).isEqualTo("a你b");
        assertThat(screen.row(0).style(1).ink()).isEqualTo(1);
        assertThat(screen.title()).isEqualTo("title");
    }

    @Test
    void whoAsksForTheCursorIsAnswered() {
        write("ab\r\nc" + CSI + "6n" + CSI + "5n");

        assertThat(replies).containsExactly(CSI + "2;2R", CSI + "0n");
    }

    @Test
    void linesAreDrawnWithTheOldCharacters() {
        write("\u001b(0lqk\u001b(B lqk");

        assertThat(shown().getFirst()).isEqualTo("┌─┐ lqk");
    }

    @Test
    void modesAreSwitchedOnAndOff() {
        write(CSI + "?1h" + CSI + "?2004h" + CSI + "?25l");
        assertThat(screen.modes().applicationCursor()).isTrue();
        assertThat(screen.modes().bracketedPaste()).isTrue();
        assertThat(screen.modes().cursorShown()).isFalse();

        write("\u001bc");

        assertThat(screen.modes().applicationCursor()).isFalse();
        assertThat(screen.modes().cursorShown()).isTrue();
    }

    @Test
    void aSmallerScreenKeepsTheCursorAndALargerOneBringsLinesBack() {
        write("1\r\n2\r\n3\r\n4");

        screen.resize(8, 2);
        assertThat(shown()).containsExactly("3", "4");
        assertThat(cursor()).isEqualTo("1,1");
        screen.resize(12, 4);

        assertThat(shown()).containsExactly("1", "2", "3", "4");
        assertThat(cursor()).isEqualTo("1,3");
    }

    @Test
    void emptyLinesBelowTheCursorGoFirst() {
        write("1\r\n2");

        screen.resize(10, 2);

        assertThat(shown()).containsExactly("1", "2");
        assertThat(screen.past()).isZero();
    }

    /// Whatever comes, nothing breaks: 20,000 pieces of sequences and text, with changes of size between them.
    @Test
    void nothingThatComesBreaksIt() {
        Random random = new Random(7);
        String alphabet = "\u001b\u001b\u001b[[[];?0123456789ABCDHJKLMPSTXZ@hlmrsu 你é\u0301\r\n\t\b7(0c";

        for (int i = 0; i < 20_000; i++) {
            StringBuilder piece = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                piece.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            write(piece.toString());
            if (random.nextInt(50) == 0) {
                screen.resize(1 + random.nextInt(20), 1 + random.nextInt(10));
            }
            assertThat(screen.cursorColumn()).isBetween(0, screen.columns() - 1);
            assertThat(screen.cursorRow()).isBetween(0, screen.rows() - 1);
        }
        assertThat(screen.lines()).hasSizeGreaterThanOrEqualTo(screen.rows());
    }

    private void write(String text) {
        reader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> shown() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < screen.rows(); i++) {
            rows.add(screen.row(i).toString().stripTrailing());
        }
        return rows;
    }

    private String cursor() {
        return screen.cursorColumn() + "," + screen.cursorRow();
    }
}
